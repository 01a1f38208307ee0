using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using MemoryViews.HouseKeeping;
using Xunit;

namespace MemoryViews.Tests.Formats;

public class ItemEqualityTests
{
    [Theory]
    [InlineData("i", 1, ">q", 1, true)]
    [InlineData("b", -1, "B", 255, false)]
    [InlineData("i", 1, "d", 1.0, true)]
    [InlineData("q", 9007199254740993L, "d", 9007199254740992.0, false)]
    [InlineData("q", 9007199254740992L, "d", 9007199254740992.0, true)]
    [InlineData("Q", ulong.MaxValue, "d", 18446744073709551616.0, false)]
    [InlineData("q", long.MinValue, "d", -9223372036854775808.0, true)]
    [InlineData("d", double.NaN, "d", double.NaN, false)]
    [InlineData("d", 0.0, "d", -0.0, true)]
    [InlineData("i", 0, "d", -0.0, true)]
    [InlineData("i", 0, "d", double.NaN, false)]
    [InlineData("i", 0, "d", double.PositiveInfinity, false)]
    [InlineData("?", true, "i", 1, true)]
    [InlineData("?", true, "i", 2, false)]
    [InlineData("?", false, "d", 0.0, true)]
    [InlineData("f", 0.1f, "d", 0.1, false)]
    [InlineData("e", 0.5, "d", 0.5, true)]
    [InlineData("Zd", 1, "i", 1, true)]
    [InlineData("Zf", 1.5, "d", 1.5, true)]
    [InlineData("d", 1.5, "g", 1.5, true)]
    [InlineData("u", 'a', "w", "a", true)]
    [InlineData("u", 'a', ">w", "b", false)]
    [InlineData("u", 'a', "H", 97, false)]
    [InlineData("3w", "a", "5u", "a", true)]
    [InlineData("u", 'a', "3u", "a", true)]
    [InlineData("P", 7, "N", 7, true)]
    public void Items_are_equal_by_value(string a, object x, string b, object y, bool expected)
    {
        (ItemFormat f, ItemFormat g) = (ItemFormat.Parse(a), ItemFormat.Parse(b));
        byte[] left = new byte[f.Size], right = new byte[g.Size];
        f.Write(left, x);
        g.Write(right, y);
        Assert.Equal(expected, ItemEquality.Equal(f, left, g, right));
        Assert.Equal(expected, ItemEquality.Equal(g, right, f, left));
        Assert.Equal(expected, ItemEquality.Values(f.Read(left), g.Read(right)));
    }

    [Fact]
    public void A_byte_of_text_is_no_number()
    {
        Assert.False(Equal("c", "B", [65], [65]));
        Assert.True(Equal("c", "<c", [65], [65]));
        Assert.True(Equal("c", "1s", [65], [65]));
        Assert.False(Equal("c", "u", [65], [65, 0]));
    }

    [Fact]
    public void Bytes_are_equal_by_length_and_content()
    {
        Assert.False(Equal("4s", "5s", "abcd"u8, "abcd\0"u8));
        Assert.True(Equal("4s", "5p", "abcd"u8, "\x04"u8.ToArray().Concat("abcd"u8.ToArray()).ToArray()));
        Assert.False(Equal("4s", "4B", "abcd"u8, "abcd"u8));
    }

    [Fact]
    public void Padding_does_not_count()
    {
        Assert.True(Equal("b3xi", "b3xi", [1, 0, 0, 0, 5, 0, 0, 0], [1, 9, 9, 9, 5, 0, 0, 0]));
        Assert.True(Equal("bx", "b", [1, 2], [1]));
        Assert.False(Equal("b3xi", "b3xi", [1, 0, 0, 0, 5, 0, 0, 0], [2, 0, 0, 0, 5, 0, 0, 0]));
    }

    [Fact]
    public void Items_of_one_format_compare_slot_by_slot_as_their_values_do()
    {
        string[] formats = ["T{>i:a:d:b:}", "(2,2)h", "2T{4s:x:3p:y:}", "3u2w", "?e", "ZfZd", "gZg"];
        Random random = new(7);
        foreach (string text in formats)
        {
            ItemFormat format = ItemFormat.Parse(text);
            for (int round = 0; round < 200; round++)
            {
                byte[] x = new byte[format.Size], y = new byte[format.Size];
                random.NextBytes(x);
                x.CopyTo(y, 0);
                y[random.Next(y.Length)] ^= (byte)random.Next(2);
                Assert.Equal(ItemEquality.Values(format.Read(x), format.Read(y)), ItemEquality.Equal(format, x, format, y));
            }
        }
    }

    [Fact]
    public void A_record_of_one_value_is_still_a_record()
    {
        Assert.False(Equal("T{i:a:}", "i", [1, 0, 0, 0], [1, 0, 0, 0]));
        Assert.True(Equal("T{i:a:}", "T{<i:b:}", [1, 0, 0, 0], [1, 0, 0, 0]));
    }

    [Fact]
    public void Items_that_cannot_be_read_are_equal_by_format_and_bytes()
    {
        Assert.True(Equal("&i", "&i", new byte[8], new byte[8]));
        Assert.False(Equal("&i", "&h", new byte[8], new byte[8]));
        Assert.False(Equal("O", "O", new byte[8], [1, 0, 0, 0, 0, 0, 0, 0]));
    }

    public static TheoryData<object?, object?, bool> Pairs => new()
    {
        { null, null, true },
        { null, 0, false },
        { 1, new BigInteger(1), true },
        { BigInteger.Pow(2, 200), Math.ScaleB(1, 200), true },
        { BigInteger.Pow(2, 200) + 1, Math.ScaleB(1, 200), false },
        { 0.1m, 0.1, false },
        { 0.5m, 0.5, true },
        { -0.5m, -0.5f, true },
        { 1m, true, true },
        { 10.0m, 10, true },
        { (Int128)5, 5.0f, true },
        { Complex.One, 1, true },
        { new Complex(1, 1), 1, false },
        { new Complex(0, 1), Complex.ImaginaryOne, true },
        { "a", 'a', true },
        { "a", 97, false },
        { 'a', 97, false },
        { new byte[] { 1 }, new ReadOnlyMemory<byte>([1]), true },
        { new byte[] { 1 }, new Memory<byte>([2]), false },
        { new byte[] { 1 }, 1, false },
        { new int[] { 1, 2 }, new object?[] { 1.0, 2L }, true },
        { new int[] { 1, 2 }, new List<int> { 1, 2, 3 }, false },
        { new int[,] { { 1, 2 } }, new long[,] { { 1, 2 } }, true },
        { new int[,] { { 1, 2 } }, new long[,] { { 1 }, { 2 } }, false },
        { new int[,] { { 1, 2 } }, new[] { 1, 2 }, false },
        { new int[] { 1 }, 1, false },
        { DateTime.UnixEpoch, DateTime.UnixEpoch, true },
        { DateTime.UnixEpoch, 0, false },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Values_are_equal_across_types_and_hash_alike(object? a, object? b, bool expected)
    {
        Assert.Equal(expected, ItemEquality.Values(a, b));
        Assert.Equal(expected, ItemEquality.Values(b, a));
        if (expected)
        {
            Assert.Equal(ItemEquality.Hash(a), ItemEquality.Hash(b));
        }
    }

    [Fact]
    public void Scalars_compare_without_allocation()
    {
        (ItemFormat i, ItemFormat d) = (ItemFormat.Parse(">i"), ItemFormat.Parse("d"));
        byte[] x = new byte[4], y = new byte[8];
        bool equal = false;
        Assert.Equal(0, Allocated.By(() => equal = ItemEquality.Equal(i, x, d, y)));
        Assert.True(equal);
    }

    private static bool Equal(string a, string b, ReadOnlySpan<byte> x, ReadOnlySpan<byte> y) => ItemEquality.Equal(ItemFormat.Parse(a), x, ItemFormat.Parse(b), y);
}
