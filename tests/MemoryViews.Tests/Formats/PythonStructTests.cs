using System;
using System.Linq;
using System.Numerics;
using Xunit;

namespace MemoryViews.Tests.Formats;

public class PythonStructTests
{
    [Fact]
    public void Values_are_packed_and_unpacked()
    {
        PythonStruct header = new(">4sHI?");
        byte[] bytes = header.Pack("PNG "u8.ToArray(), 1, 4096, true);
        Assert.Equal("504E47200001" + "0000100001", Convert.ToHexString(bytes));
        Assert.Equal(["PNG "u8.ToArray(), (ushort)1, 4096u, true], header.Unpack(bytes));
        Assert.Equal((11, ">4sHI?"), ((int)header.Size, header.Format));
    }

    [Fact]
    public void Padding_packs_as_zeros_and_takes_no_value()
    {
        Assert.Equal("0100000002000000", Convert.ToHexString(new PythonStruct("b3xi").Pack(1, 2)));
        Assert.Equal("0000", Convert.ToHexString(new PythonStruct("2x").Pack()));
        Assert.Equal([Array.Empty<byte>()], new PythonStruct("0s").Unpack([]));
        Assert.Empty(new PythonStruct("0i").Unpack([]));
    }

    [Theory]
    [InlineData("i", 0)]
    [InlineData("i", 2)]
    [InlineData("2x", 1)]
    public void The_number_of_values_is_exact(string format, int count) =>
        AssertStruct<ViewOperationException>(() => new PythonStruct(format).Pack(new object?[count]));

    [Theory]
    [InlineData("b", 128)]
    [InlineData("B", -1)]
    [InlineData("<H", 65536)]
    public void Integers_out_of_range_are_struct_errors(string format, int value) => AssertStruct<ItemRangeException>(() => new PythonStruct(format).Pack(value));

    [Theory]
    [InlineData("i", 1.0)]
    [InlineData("i", null)]
    [InlineData("d", "1")]
    [InlineData("s", "a")]
    [InlineData("p", null)]
    [InlineData("c", 1)]
    public void Values_of_another_type_are_struct_errors(string format, object? value) => AssertStruct<ItemTypeException>(() => new PythonStruct(format).Pack(value));

    [Fact]
    public void A_float_too_large_is_an_overflow_and_an_int_too_large_a_struct_error()
    {
        Assert.All(["e", "<e", ">e", "<f", ">f", "=f", "!f"], format =>
            Assert.Equal(ViewErrorCode.ValueOverflow, Assert.Throws<ItemRangeException>(() => new PythonStruct(format).Pack(1e39)).Code));
        Assert.All(["e", "<f"], format => AssertStruct<ItemRangeException>(() => new PythonStruct(format).Pack(BigInteger.Pow(10, 39))));
        Assert.All(["f", "@f"], format => Assert.Equal(float.PositiveInfinity, new PythonStruct(format).Unpack(new PythonStruct(format).Pack(1e39))[0]));
        AssertStruct<ItemTypeException>(() => new PythonStruct("d").Pack(BigInteger.Pow(10, 400)));
    }

    [Fact]
    public void An_address_takes_negative_numbers_and_objects_with_an_index()
    {
        Assert.Equal([nuint.MaxValue], new PythonStruct("P").Unpack(new PythonStruct("P").Pack(-1)));
        Assert.Equal([(nuint)5], new PythonStruct("P").Unpack(new PythonStruct("P").Pack(new PythonObject { Index = 5 })));
    }

    [Fact]
    public void User_code_throws_through_except_out_of_a_float()
    {
        PythonObject angry = new() { OnIndex = () => throw new DivideByZeroException(), Truth = () => throw new TimeoutException() };
        Assert.Throws<DivideByZeroException>(() => new PythonStruct("i").Pack(angry));
        Assert.Throws<TimeoutException>(() => new PythonStruct("?").Pack(angry));
        AssertStruct<ItemTypeException>(() => new PythonStruct("d").Pack(angry));
    }

    [Fact]
    public void Bytes_and_bytearrays_are_taken_by_s_and_p_and_bytes_alone_by_c()
    {
        Assert.Equal("6162", Convert.ToHexString(new PythonStruct("2s").Pack(new ReadOnlyMemory<byte>("abc"u8.ToArray()))));
        Assert.Equal("026162", Convert.ToHexString(new PythonStruct("3p").Pack(new Memory<byte>("abc"u8.ToArray()))));
        AssertStruct<ItemTypeException>(() => new PythonStruct("c").Pack(new ReadOnlyMemory<byte>([1])));
        AssertStruct<ItemTypeException>(() => new PythonStruct("c").Pack(new byte[2]));
    }

    [Fact]
    public void PackInto_zeroes_first_and_keeps_what_came_before_a_refused_value()
    {
        byte[] memory = [.. Enumerable.Repeat((byte)0xAA, 6)];
        AssertStruct<ItemRangeException>(() => new PythonStruct("BBB").PackInto(memory, 1, 7, 300, 9));
        Assert.Equal("AA070000AAAA", Convert.ToHexString(memory));
        new PythonStruct(">H").PackInto(memory, -2, 258);
        Assert.Equal("AA0700000102", Convert.ToHexString(memory));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(4, true)]
    [InlineData(-4, true)]
    [InlineData(-8, true)]
    [InlineData(5, false)]
    [InlineData(8, false)]
    [InlineData(-3, false)]
    [InlineData(-9, false)]
    [InlineData(int.MinValue, false)]
    [InlineData(int.MaxValue, false)]
    public void Offsets_count_from_either_end_and_leave_room(int offset, bool fits)
    {
        PythonStruct number = new("i");
        if (fits)
        {
            Assert.Single(number.UnpackFrom(new byte[8], offset));
            return;
        }

        AssertStruct<ViewOperationException>(() => number.UnpackFrom(new byte[8], offset));
        AssertStruct<ViewOperationException>(() => number.PackInto(new byte[8], offset, 1));
    }

    [Fact]
    public void Unpack_takes_the_exact_length_and_unpack_from_at_least_it()
    {
        AssertStruct<ViewOperationException>(() => new PythonStruct("i").Unpack(new byte[5]));
        AssertStruct<ViewOperationException>(() => new PythonStruct("i").Unpack(new byte[3]));
        AssertStruct<ViewOperationException>(() => new PythonStruct("i").UnpackFrom(new byte[3]));
        Assert.Single(new PythonStruct("i").UnpackFrom(new byte[5]));
    }

    [Fact]
    public void IterUnpack_walks_whole_records()
    {
        Assert.Equal([(short)1, (short)2], new PythonStruct(">h").IterUnpack(new byte[] { 0, 1, 0, 2 }).Select(values => values[0]));
        Assert.Empty(new PythonStruct("h").IterUnpack(Array.Empty<byte>()));
        AssertStruct<ViewOperationException>(() => new PythonStruct("h").IterUnpack(new byte[3]));
        AssertStruct<ViewOperationException>(() => new PythonStruct("").IterUnpack(Array.Empty<byte>()));
    }

    [Fact]
    public void A_format_is_refused_as_struct_does()
    {
        AssertStruct<ViewSyntaxException>(() => new PythonStruct("T{i}"));
        AssertStruct<ViewSyntaxException>(() => new PythonStruct("i\0"));
        Assert.Equal(ViewErrorCode.NotAscii, Assert.Throws<ViewArgumentException>(() => new PythonStruct("é")).Code);
        Assert.Throws<ArgumentNullException>(() => new PythonStruct(null!));
    }

    [Fact]
    public void A_record_larger_than_any_array_is_sized_and_not_packed()
    {
        PythonStruct huge = new("9223372036854775807x");
        Assert.Equal(nint.MaxValue, huge.Size);
        AssertStruct<ViewOperationException>(() => huge.Pack());
        AssertStruct<ViewOperationException>(() => huge.Unpack(new byte[8]));
        AssertStruct<ViewOperationException>(() => huge.UnpackFrom(new byte[8], -8));
    }

    private static void AssertStruct<T>(Func<object?> call)
        where T : Exception, IViewException => Assert.Equal(ViewErrorCode.StructError, Assert.Throws<T>(call).Code);

    private static void AssertStruct<T>(Action call)
        where T : Exception, IViewException => Assert.Equal(ViewErrorCode.StructError, Assert.Throws<T>(call).Code);
}
