using System;
using System.Numerics;
using Xunit;

namespace MemoryViews.Tests.Structs;

public class StructFieldTests
{
    private static readonly Struct s_named = Struct.Parse("T{>H:len:T{<i:x:>d:y:}:at:?:on:(3)B:rgb:Zd:z:4s:tag:}", FormatDialect.Pep3118);

    [Fact]
    public void A_value_is_read_and_written_by_position()
    {
        Struct format = Struct.Parse(">2hxdI");
        byte[] bytes = format.Pack(1, -2, 3.5, 4);
        Assert.Equal((1, -2, 3.5, 4u), (format.Field<short>(0).Read(bytes), format.Field<short>(1).Read(bytes), format.Field<double>(2).Read(bytes), format.Field<uint>(3).Read(bytes)));
        Assert.Equal((0, 2, 5, 13), (format.Field<short>(0).Offset, format.Field<short>(1).Offset, format.Field<double>(2).Offset, format.Field<uint>(3).Offset));
        format.Field<short>(1).Write(bytes, 258);
        format.Field<double>(2).Write(bytes, -1);
        Assert.Equal(format.Pack(1, 258, -1, 4), bytes);
    }

    [Fact]
    public void A_value_is_read_and_written_by_name_and_path()
    {
        byte[] bytes = new byte[(int)s_named.Size];
        s_named.Field<ushort>("len").Write(bytes, 0x0102);
        s_named.Field<int>("at.x").Write(bytes, 5);
        s_named.Field<double>("at.y").Write(bytes, 6.5);
        s_named.Field<bool>("on").Write(bytes, true);
        object?[] values = s_named.Unpack(bytes);
        Assert.Equal((ushort)0x0102, values[0]);
        Assert.Equal([5, 6.5], Assert.IsType<Record>(values[1]));
        Assert.Equal(true, values[2]);
        Assert.Equal((0x0102, 5, 6.5, true), (s_named.Field<ushort>("len").Read(bytes), s_named.Field<int>("at.x").Read(bytes), s_named.Field<double>("at.y").Read(bytes), s_named.Field<bool>(2).Read(bytes)));
    }

    [Theory]
    [InlineData("h")]
    [InlineData("I")]
    [InlineData("f")]
    [InlineData("q")]
    public void A_type_of_another_kind_is_refused(string format)
    {
        ItemTypeException e = Assert.Throws<ItemTypeException>(() => Struct.Parse(format).Field<int>(0));
        Assert.Equal(ViewErrorCode.FormatMismatch, e.Code);
        Assert.Contains($"field 0 of format '{format}' is no Int32: it is of kind '{format}'", e.Message);
    }

    [Fact]
    public void Every_number_is_its_own_in_both_orders()
    {
        foreach (string order in new[] { "<", ">" })
        {
            RoundTrip<sbyte>(order + "b", -3);
            RoundTrip<byte>(order + "B", 200);
            RoundTrip<short>(order + "h", -300);
            RoundTrip<ushort>(order + "H", 60000);
            RoundTrip(order + "i", -70000);
            RoundTrip(order + "I", 4000000000u);
            RoundTrip(order + "q", long.MinValue + 1);
            RoundTrip(order + "Q", ulong.MaxValue - 1);
            RoundTrip(order + "e", (Half)1.5);
            RoundTrip(order + "f", 1.25f);
            RoundTrip(order + "d", double.Epsilon);
            RoundTrip(order + "?", true);
            RoundTrip(order + "Zd", new Complex(1.5, -2));
            RoundTrip(order + "u", 'é');
            RoundTrip(order + "w", 0x1F600u);
            RoundTrip(order + "c", (byte)7);
            RoundTrip(order + "i", DayOfWeek.Friday);
        }
    }

    [Fact]
    public void Fields_that_are_not_there_or_no_numbers_are_refused()
    {
        Assert.Equal(ViewErrorCode.UnknownField, Assert.Throws<ViewArgumentException>(() => s_named.Field<int>("length")).Code);
        Assert.Equal(ViewErrorCode.UnknownField, Assert.Throws<ViewArgumentException>(() => s_named.Field<int>(6)).Code);
        Assert.Throws<ViewArgumentException>(() => s_named.Field<int>(-1));
        Assert.Throws<ArgumentNullException>(() => s_named.Field<int>(null!));
        Assert.Throws<ItemTypeException>(() => s_named.Field<int>("rgb"));
        Assert.Throws<ItemTypeException>(() => s_named.Field<int>(3));
        Assert.Throws<ItemTypeException>(() => s_named.Field<int>("at"));
        Assert.Throws<ItemTypeException>(() => s_named.Field<int>("tag"));
        Assert.Throws<ItemTypeException>(() => s_named.Field<Guid>("len"));
    }

    [Fact]
    public void A_record_that_is_cut_is_refused_even_behind_the_field()
    {
        StructField<short> field = Struct.Parse(">hd").Field<short>(0);
        Assert.Throws<ViewArgumentException>(() => field.Read(new byte[9]));
        Assert.Throws<ViewArgumentException>(() => field.Write(new byte[9], 1));
    }

    private static void RoundTrip<T>(string format, T value)
        where T : unmanaged
    {
        Struct padded = Struct.Parse(format.Insert(1, "x"), FormatDialect.Pep3118);
        byte[] bytes = padded.Pack(value is uint and 0x1F600 ? "😀" : value is Enum ? 5 : value);
        Assert.Equal(value, padded.Field<T>(0).Read(bytes));
        byte[] written = new byte[bytes.Length];
        padded.Field<T>(0).Write(written, value);
        Assert.Equal(bytes, written);
    }
}
