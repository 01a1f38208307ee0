using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace MemoryViews.Tests.Formats;

public class ItemRecordTests
{
    [Fact]
    public void A_record_reads_by_position_and_by_name()
    {
        ItemFormat format = ItemFormat.Parse("T{<i:id:(3)<h:xyz:<4s:tag:}");
        Record record = (Record)format.Read(Convert.FromHexString("0700000001000200030061620000"))!;
        Assert.Equal(3, record.Count);
        Assert.Equal(7, record["id"]);
        Assert.Equal([1, 2, 3], (short[])record["xyz"]!);
        Assert.Equal("ab\0\0"u8.ToArray(), record[2]);
        Assert.Equal("(id: 7, xyz: [1, 2, 3], tag: 0x61620000)", record.ToString());
    }

    [Fact]
    public void A_field_that_is_not_there_is_refused_with_those_that_are()
    {
        Record record = (Record)ItemFormat.Parse("T{i:a:i:b:}").Read(new byte[8])!;
        ViewArgumentException error = Assert.Throws<ViewArgumentException>(() => record["c"]);
        Assert.Equal(ViewErrorCode.UnknownField, error.Code);
        Assert.Contains("a, b", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Throws<AxisIndexException>(() => record[2]).Index);
    }

    [Theory]
    [InlineData("i", typeof(int))]
    [InlineData("1i", typeof(int))]
    [InlineData("xi", typeof(int))]
    [InlineData("i0i", typeof(int))]
    [InlineData("2i", typeof(Record))]
    [InlineData("i:a:", typeof(Record))]
    [InlineData("T{i}", typeof(Record))]
    [InlineData("T{i:a:}", typeof(Record))]
    [InlineData("(2,3)i", typeof(int[,]))]
    [InlineData("(1)i", typeof(int[]))]
    public void One_value_without_a_name_is_bare_and_everything_else_a_record(string format, Type expected) =>
        Assert.IsType(expected, ItemFormat.Parse(format).Read(new byte[32]));

    public static TheoryData<object> Sources => new()
    {
        new object?[] { 1, 2.5 },
        new List<object?> { 1, 2.5 },
        (1, 2.5),
        Tuple.Create(1, 2.5),
        new System.Collections.ArrayList { 1, 2.5 },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public void Records_are_written_from_lists_tuples_and_records(object source)
    {
        ItemFormat format = ItemFormat.Parse("T{>i:a:>d:b:}");
        byte[] item = new byte[format.Size], again = new byte[format.Size];
        format.Write(item, source);
        Assert.Equal("00000001" + "4004000000000000", Convert.ToHexString(item));
        format.Write(again, format.Read(item));
        Assert.Equal(item, again);
    }

    [Fact]
    public void Numbers_of_one_type_are_written_from_a_plain_array()
    {
        byte[] item = new byte[6];
        ItemFormat.Parse(">3h").Write(item, new short[] { 1, 2, 3 });
        Assert.Equal("000100020003", Convert.ToHexString(item));
    }

    [Fact]
    public void A_record_takes_exactly_as_many_values_as_it_has()
    {
        Assert.All([0, 1, 3], count => Assert.Equal(
            ViewErrorCode.ShapeMismatch,
            Assert.Throws<ViewArgumentException>(() => ItemFormat.Parse("2i").Write(new byte[8], new object?[count])).Code));
    }

    [Fact]
    public void Padding_keeps_its_bytes()
    {
        byte[] item = [.. Enumerable.Repeat((byte)0xAA, 12)];
        ItemFormat.Parse("T{b:a:3x>i:b:2xh:c:}").Write(item, (1, 2, (short)0));
        Assert.Equal("01AAAAAA00000002AAAA0000", Convert.ToHexString(item));
    }

    [Fact]
    public void Sub_arrays_are_arrays_of_the_same_rank()
    {
        ItemFormat format = ItemFormat.Parse("(2,3)>h");
        int[,] values = { { 1, 2, 3 }, { 4, 5, 6 } };
        byte[] item = new byte[12], nested = new byte[12];
        format.Write(item, values);
        format.Write(nested, new object?[] { new short[] { 1, 2, 3 }, new List<object?> { 4, 5, 6 } });
        Assert.Equal("000100020003000400050006", Convert.ToHexString(item));
        Assert.Equal(item, nested);
        Assert.Equal(new short[,] { { 1, 2, 3 }, { 4, 5, 6 } }, format.Read(item));
    }

    [Theory]
    [InlineData("(3)?", typeof(bool[]))]
    [InlineData("(3)e", typeof(Half[]))]
    [InlineData("(2,2,2)B", typeof(byte[,,]))]
    [InlineData("(1,1,1,1)d", typeof(double[,,,]))]
    [InlineData("(1,1,1,1,2)d", typeof(double[,,,,]))]
    [InlineData("(2)n", typeof(nint[]))]
    [InlineData("(2)P", typeof(nuint[]))]
    [InlineData("(2)u", typeof(char[]))]
    [InlineData("(2)Zf", typeof(System.Numerics.Complex[]))]
    [InlineData("(2)g", typeof(double[]))]
    [InlineData("(2)4s", typeof(object[]))]
    [InlineData("(2)c", typeof(object[]))]
    [InlineData("(2,2)T{i}", typeof(object[,]))]
    [InlineData("(0,7)i", typeof(int[,]))]
    public void A_sub_array_has_the_type_of_its_units(string text, Type expected)
    {
        ItemFormat format = ItemFormat.Parse(text);
        object? value = format.Read(new byte[64]);
        Assert.IsType(expected, value);
        byte[] item = new byte[64];
        format.Write(item, value);
        Assert.All(item, b => Assert.Equal(0, b));
    }

    [Fact]
    public void A_value_of_another_shape_is_refused()
    {
        object?[] others = [new int[6], new int[3, 2], new int[2, 3, 1], new object?[] { 1, 2 }, new object?[3], new int[2], "abcdef", null];
        Assert.All(others, other => Assert.Equal(ViewErrorCode.ValueType, Assert.Throws<ItemTypeException>(() => ItemFormat.Parse("(2,3)i").Write(new byte[24], other)).Code));
    }

    [Fact]
    public void Records_of_records_nest()
    {
        ItemFormat format = ItemFormat.Parse("T{T{>h:a:>h:b:}:pair:(2)T{>h:c:}:list:}");
        byte[] item = new byte[8];
        format.Write(item, ((1, 2), new object?[] { ValueTuple.Create(3), ValueTuple.Create(4) }));
        Assert.Equal("0001000200030004", Convert.ToHexString(item));
        Assert.Equal("(pair: (a: 1, b: 2), list: [(c: 3), (c: 4)])", format.Read(item)!.ToString());
    }

    [Fact]
    public void Records_are_equal_by_value_whatever_their_names_and_number_types()
    {
        Record a = Read("T{i:x:i:y:}", 1, 2), b = Read("qd", 1, 2), c = Read("ii", 1, 3), d = Read("3i", 1, 2, 3);
        Assert.Equal(a, b);
        Assert.Equal(a.GetHashCode(), b.GetHashCode());
        Assert.NotEqual(a, c);
        Assert.NotEqual(a, d);
        Assert.False(a.Equals("(1, 2)"));
        Assert.True(a.Equals((object)a));
    }

    private static Record Read(string text, params object?[] values)
    {
        ItemFormat format = ItemFormat.Parse(text);
        byte[] item = new byte[format.Size];
        format.Write(item, values);
        return (Record)format.Read(item)!;
    }
}
