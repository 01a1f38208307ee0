using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using Xunit;

namespace MemoryViews.Tests.Formats;

public class ItemRefusalTests
{
    [Theory]
    [InlineData("b", "-128", "127")]
    [InlineData("B", "0", "255")]
    [InlineData("h", "-32768", "32767")]
    [InlineData("H", "0", "65535")]
    [InlineData("i", "-2147483648", "2147483647")]
    [InlineData("I", "0", "4294967295")]
    [InlineData("<l", "-2147483648", "2147483647")]
    [InlineData("q", "-9223372036854775808", "9223372036854775807")]
    [InlineData("Q", "0", "18446744073709551615")]
    [InlineData(">q", "-9223372036854775808", "9223372036854775807")]
    public void An_integer_format_holds_its_range_and_not_one_more(string text, string low, string high)
    {
        ItemFormat format = ItemFormat.Parse(text);
        (BigInteger least, BigInteger most) = (BigInteger.Parse(low, CultureInfo.InvariantCulture), BigInteger.Parse(high, CultureInfo.InvariantCulture));
        foreach (BigInteger held in new[] { least, most })
        {
            byte[] item = new byte[format.Size];
            format.Write(item, held);
            Assert.True(ItemEquality.Values(held, format.Read(item)));
        }

        foreach (BigInteger beyond in new[] { least - 1, most + 1, BigInteger.Pow(10, 50), -BigInteger.Pow(10, 50) })
        {
            ItemRangeException error = Assert.Throws<ItemRangeException>(() => format.Write(new byte[8], beyond));
            Assert.Equal((ViewErrorCode.ValueRange, text), (error.Code, error.Format));
            Assert.Contains($"{low} to {high}", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_integer_type_of_dotnet_goes_into_an_integer_format()
    {
        object[] sevens = [(sbyte)7, (byte)7, (short)7, (ushort)7, 7, 7u, 7L, 7UL, (nint)7, (nuint)7, (Int128)7, (UInt128)7, new BigInteger(7), (char)7, (DayOfWeek)7];
        Assert.All(sevens, seven =>
        {
            byte[] item = [0];
            ItemFormat.Parse("b").Write(item, seven);
            Assert.Equal(7, item[0]);
        });
    }

    [Theory]
    [InlineData("i", 1.0)]
    [InlineData("i", "1")]
    [InlineData("i", null)]
    [InlineData("P", 1.0)]
    [InlineData("f", "1")]
    [InlineData("d", null)]
    [InlineData("s", "a")]
    [InlineData("p", 1)]
    [InlineData("c", "a")]
    [InlineData("u", 1)]
    [InlineData("w", null)]
    [InlineData("Zd", "1")]
    [InlineData("ii", 1)]
    [InlineData("ii", "ab")]
    [InlineData("(2)i", 1)]
    public void A_value_of_another_type_is_refused(string format, object? value)
    {
        ItemTypeException error = Assert.Throws<ItemTypeException>(() => ItemFormat.Parse(format).Write(new byte[16], value));
        Assert.Equal((ViewErrorCode.ValueType, format), (error.Code, error.Format));
    }

    [Fact]
    public void Floats_and_decimals_are_no_integers()
    {
        Assert.All(new object[] { 1f, 1.0, 1m, (Half)1, Complex.One }, value => Assert.Throws<ItemTypeException>(() => ItemFormat.Parse("q").Write(new byte[8], value)));
    }

    [Theory]
    [InlineData("c", 0)]
    [InlineData("c", 2)]
    public void One_byte_is_one_byte(string format, int length)
    {
        ItemRangeException error = Assert.Throws<ItemRangeException>(() => ItemFormat.Parse(format).Write(new byte[1], new byte[length]));
        Assert.Equal(ViewErrorCode.ValueRange, error.Code);
    }

    [Theory]
    [InlineData("u", "ab")]
    [InlineData("u", "")]
    [InlineData("w", "ab")]
    [InlineData("2u", "abc")]
    [InlineData("2w", "abc")]
    public void Text_is_not_cut(string format, string text) =>
        Assert.Equal(ViewErrorCode.ValueRange, Assert.Throws<ItemRangeException>(() => ItemFormat.Parse(format).Write(new byte[16], text)).Code);

    public static TheoryData<string, object?> Refused => new()
    {
        { "i", 3_000_000_000L },
        { "ibd", new object?[] { 1, 2, "x" } },
        { "ibd", new object?[] { 1, 200, 1.0 } },
        { "ibd", (1, 2) },
        { "(2,2)h", new object?[] { new object?[] { 1, 2 }, new object?[] { 3, 70000 } } },
        { "T{i:a:T{b:x:b:y:}:b:}", (1, (2, 300)) },
        { "2T{bb}", (((byte)1, (byte)2), ((byte)1, 999)) },
        { "300B", Enumerable.Repeat((object?)1, 299).Append("x").ToArray() },
        { "4s3u", new object?[] { "abcd"u8.ToArray(), "toolong" } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Nothing_is_written_when_any_value_is_refused(string text, object? value)
    {
        byte[] item = [.. Enumerable.Repeat((byte)0xAA, 1000)];
        Assert.ThrowsAny<Exception>(() => ItemFormat.Parse(text).Write(item, value));
        Assert.All(item, b => Assert.Equal(0xAA, b));
    }

    [Theory]
    [InlineData("?", null, 0)]
    [InlineData("?", 0.0, 0)]
    [InlineData("?", "", 0)]
    [InlineData("?", "0", 1)]
    [InlineData("?", -1, 1)]
    [InlineData("?", double.NaN, 1)]
    [InlineData("?", false, 0)]
    public void Anything_has_a_truth_value(string format, object? value, byte expected)
    {
        byte[] item = [0xAA];
        ItemFormat.Parse(format).Write(item, value);
        Assert.Equal(expected, item[0]);
    }

    [Fact]
    public void What_is_empty_or_zero_is_false_and_all_else_true()
    {
        object?[] falsy = [null, new List<int>(), new HashSet<int>(), Array.Empty<byte>(), default(ReadOnlyMemory<byte>), Complex.Zero, 0m, -0.0, BigInteger.Zero, (Int128)0, default(DayOfWeek)];
        object?[] truthy = [new List<int> { 0 }, new HashSet<int> { 0 }, new byte[1], Complex.ImaginaryOne, 0.5m, '\0', new object(), BigInteger.Pow(2, 200), DayOfWeek.Monday];
        Assert.All(falsy, value => Assert.False(TruthValue.Of(value)));
        Assert.All(truthy, value => Assert.True(TruthValue.Of(value)));
    }

    [Fact]
    public void A_message_does_not_grow_with_the_value()
    {
        ItemRangeException error = Assert.Throws<ItemRangeException>(() => ItemFormat.Parse("i").Write(new byte[4], BigInteger.Pow(10, 100_000)));
        Assert.InRange(error.Message.Length, 1, 200);
        ItemTypeException type = Assert.Throws<ItemTypeException>(() => ItemFormat.Parse("i").Write(new byte[4], new byte[100_000]));
        Assert.InRange(type.Message.Length, 1, 200);
    }
}
