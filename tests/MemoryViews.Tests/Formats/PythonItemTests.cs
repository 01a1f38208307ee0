using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Xunit;

namespace MemoryViews.Tests.Formats;

public class PythonItemTests
{
    private const string Integers = "bBhHiIlLqQnN";

    [Fact]
    public void Integer_formats_take_ints_bools_and_objects_with_an_index()
    {
        Assert.All(Integers, code => Assert.All(new object[] { 5, 5UL, new BigInteger(5), new PythonObject { Index = 5 } }, five =>
            Assert.True(ItemEquality.Values(5, Packed(code, five)))));
        Assert.All(Integers, code => Assert.True(ItemEquality.Values(1, Packed(code, true))));
    }

    [Fact]
    public void Integer_formats_refuse_everything_else_as_a_type_error()
    {
        object?[] others = [null, 1.0, 1f, "1", 'a', "1"u8.ToArray(), new ReadOnlyMemory<byte>([1]), Complex.One, new object?[] { 1 }, new PythonObject(), new PythonObject { Float = 1 }];
        Assert.All(Integers + "P", code => Assert.All(others, other => AssertRefused<ItemTypeException>(code, other, ViewErrorCode.ValueType)));
    }

    [Fact]
    public void Numbers_out_of_range_are_value_errors()
    {
        Assert.All(Integers, code =>
        {
            AssertRefused<ItemRangeException>(code, BigInteger.Pow(2, 64), ViewErrorCode.ValueRange);
            AssertRefused<ItemRangeException>(code, -BigInteger.Pow(2, 63) - 1, ViewErrorCode.ValueRange);
            AssertRefused<ItemRangeException>(code, BigInteger.Pow(2, 1000), ViewErrorCode.ValueRange);
            AssertRefused<ItemRangeException>(code, new PythonObject { Index = Int128.MaxValue }, ViewErrorCode.ValueRange);
        });
    }

    [Fact]
    public void An_address_takes_an_int_itself_and_wraps_when_negative()
    {
        Assert.Equal(nuint.MaxValue, Packed('P', -1));
        Assert.Equal((nuint)1, Packed('P', true));
        AssertRefused<ItemTypeException>('P', new PythonObject { Index = 1 }, ViewErrorCode.ValueType);
        AssertRefused<ItemRangeException>('P', BigInteger.Pow(2, 64), ViewErrorCode.ValueRange);
        AssertRefused<ItemRangeException>('P', -BigInteger.Pow(2, 63) - 1, ViewErrorCode.ValueRange);
    }

    [Fact]
    public void Floats_take_floats_ints_and_objects_with_either()
    {
        Assert.All("efd", code => Assert.All(new object[] { 2, 2.0, 2m, new BigInteger(2), new PythonObject { Float = 2 }, new PythonObject { Index = 2 }, new PythonObject { Float = 2, Index = 3 } },
            two => Assert.True(ItemEquality.Values(2, Packed(code, two)))));
        Assert.All("efd", code => Assert.All(new object?[] { null, "2", 'a', new byte[1], Complex.One, new PythonObject() },
            other => AssertRefused<ItemTypeException>(code, other, ViewErrorCode.ValueType)));
    }

    [Fact]
    public void Overflow_is_a_value_error_except_in_a_single_which_holds_infinity()
    {
        Assert.Equal(float.PositiveInfinity, Packed('f', 1e39));
        AssertRefused<ItemRangeException>('e', 65520.0, ViewErrorCode.ValueRange);
        Assert.All("efd", code => AssertRefused<ItemRangeException>(code, BigInteger.Pow(10, 400), ViewErrorCode.ValueRange));
    }

    [Fact]
    public void A_char_takes_bytes_of_length_1_and_no_bytearray()
    {
        Assert.Equal("a"u8.ToArray(), Packed('c', "a"u8.ToArray()));
        AssertRefused<ItemRangeException>('c', "ab"u8.ToArray(), ViewErrorCode.ValueRange);
        AssertRefused<ItemRangeException>('c', Array.Empty<byte>(), ViewErrorCode.ValueRange);
        Assert.All(new object?[] { new ReadOnlyMemory<byte>([1]), 1, "a", null }, other => AssertRefused<ItemTypeException>('c', other, ViewErrorCode.ValueType));
    }

    [Fact]
    public void Truth_is_asked_of_the_object()
    {
        Assert.Equal(true, Packed('?', new PythonObject()));
        Assert.Equal(false, Packed('?', new PythonObject { Truth = () => false }));
        Assert.Equal(false, Packed('?', null));
        Assert.Equal(true, Packed('?', "x"));
        Assert.Equal(false, Packed('?', new List<object>()));
    }

    [Fact]
    public void What_user_code_throws_reaches_the_caller_and_nothing_is_stored()
    {
        PythonObject angry = new() { OnIndex = () => throw new DivideByZeroException(), Truth = () => throw new TimeoutException() };
        byte[] scratch = [.. Enumerable.Repeat((byte)0xAA, 8)];
        Assert.All(Integers + "efd", code => Assert.Throws<DivideByZeroException>(() => PythonItem.Pack(ItemFormat.Parse(code.ToString()), angry, scratch)));
        Assert.Throws<TimeoutException>(() => PythonItem.Pack(ItemFormat.Parse("?"), angry, scratch));
        Assert.All(scratch, b => Assert.Equal(0xAA, b));
    }

    [Theory]
    [InlineData("<i")]
    [InlineData("ii")]
    [InlineData("s")]
    [InlineData("w")]
    [InlineData("Zd")]
    [InlineData("T{i}")]
    public void Other_formats_are_not_implemented(string text)
    {
        ItemFormat format = ItemFormat.Parse(text);
        Assert.Equal(ViewErrorCode.NotImplemented, Assert.Throws<ViewNotSupportedException>(() => PythonItem.Unpack(format, new byte[16])).Code);
        Assert.Equal(ViewErrorCode.NotImplemented, Assert.Throws<ViewNotSupportedException>(() => PythonItem.Pack(format, 1, new byte[16])).Code);
    }

    private static object? Packed(char code, object? value)
    {
        ItemFormat format = ItemFormat.Parse("@" + code);
        byte[] scratch = new byte[8];
        PythonItem.Pack(format, value, scratch);
        return PythonItem.Unpack(format, scratch);
    }

    private static void AssertRefused<T>(char code, object? value, ViewErrorCode expected)
        where T : Exception, IViewException
    {
        byte[] scratch = [.. Enumerable.Repeat((byte)0xAA, 8)];
        Assert.Equal(expected, Assert.Throws<T>(() => PythonItem.Pack(ItemFormat.Parse(code.ToString()), value, scratch)).Code);
        Assert.All(scratch, b => Assert.Equal(0xAA, b));
    }
}
