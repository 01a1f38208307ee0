using System;
using System.Linq;
using System.Numerics;
using Xunit;

namespace MemoryViews.Tests.Exporters;

/// <summary>TypedArray as a list: items put in, taken out, found and compared.</summary>
public class TypedArrayListTests
{
    [Fact]
    public void Items_are_put_in_and_taken_out_as_in_a_list()
    {
        TypedArray array = new("i", [1, 2, 3]);
        array.Insert(0, 0);
        array.Insert(-1, 25);
        array.Insert(100, 4);
        Assert.Equal("array('i', [0, 1, 2, 25, 3, 4])", array.ToString());
        Assert.Equal((4, 0, 25), (array.Pop(), array.Pop(0), array.Pop(2)));
        array.Remove(2L);
        array.RemoveAt(-1);
        Assert.Equal("array('i', [1])", array.ToString());
        array.Repeat(3);
        array.Extend(array);
        Assert.Equal(6, array.Length);
        array.Clear();
        Assert.Equal("array('i')", array.ToString());
        Assert.Throws<AxisIndexException>(() => array.Pop());
    }

    [Fact]
    public void Long_arrays_are_cut_in_text() => Assert.EndsWith("30, 31, ...])", new TypedArray("B", Enumerable.Range(0, 100).Cast<object?>()).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Values_are_found_by_what_they_are_worth()
    {
        TypedArray array = new("d", [1, 2, double.NaN, 1, -0.0]);
        Assert.Equal((0, 2, 4, -1), ((int)array.IndexOf(true), (int)array.Count(1m), (int)array.IndexOf(0), (int)array.IndexOf(double.NaN)));
        Assert.Equal((3, 3, -1, -1), ((int)array.IndexOf(1, 1), (int)array.IndexOf(1, -2), (int)array.IndexOf(1, 1, 3), (int)array.IndexOf("1")));
        Assert.Equal(-1, array.IndexOf(BigInteger.Pow(2, 2000)));
        Assert.Equal(ViewErrorCode.NotFound, Assert.Throws<ViewArgumentException>(() => array.Remove(9)).Code);
        Assert.Equal((1, 2), ((int)new TypedArray("w", "aba").IndexOf("b"), (int)new TypedArray("w", "aba").Count('a')));
    }

    [Fact]
    public void Every_type_code_finds_numbers_of_every_type()
    {
        object[] threes = [(sbyte)3, (byte)3, (short)3, (ushort)3, 3, 3u, 3L, 3UL, (Int128)3, new BigInteger(3), (Half)3, 3f, 3.0, 3m, new Complex(3, 0)];
        foreach (string typecode in TypedArray.Typecodes.Where(code => code is not ("u" or "w")))
        {
            TypedArray array = new(typecode, [1, 3, 2, 3]);
            foreach (object three in threes)
            {
                Assert.True(array.IndexOf(three) == 1 && array.IndexOf(three, 2) == 3 && array.IndexOf(three, 2, 3) == -1 && array.Count(three) == 2, $"{three.GetType().Name} in {array}");
            }

            foreach (object? other in new object?[] { 4, 3.5, "3", '\u0003', null, new byte[] { 3 }, new Complex(3, 1), BigInteger.Pow(2, 100), ulong.MaxValue, double.NaN, -1 })
            {
                Assert.True(array.IndexOf(other) == -1 && array.Count(other) == 0, $"{other} in {array}");
            }
        }

        Assert.Equal((1, 1), ((int)new TypedArray("Q", [1, ulong.MaxValue]).IndexOf(ulong.MaxValue), (int)new TypedArray("Q", [1, ulong.MaxValue]).Count(ulong.MaxValue)));
        Assert.Equal((-1, 0), ((int)new TypedArray("d", [9007199254740992]).IndexOf(9007199254740993), (int)new TypedArray("w", "\u0003").IndexOf('\u0003')));
    }

    [Fact]
    public void Arrays_are_equal_by_value_and_never_equal_to_bytes()
    {
        TypedArray array = new("B", [1, 2]);
        Assert.True(array.ContentEquals(new TypedArray("d", [1.0, 2.0])) && array.ContentEquals(array));
        Assert.True(array.ContentEquals(new byte[] { 1, 2 }.AsMemoryView()) && array.ContentEquals(new ByteArray([1, 2])));
        Assert.False(array.ContentEquals(new Bytes([1, 2])) || array.ContentEquals(new TypedArray("B", [1, 3])) || array.ContentEquals(new TypedArray("B", [1])) || array.ContentEquals(null));
        Assert.True(new TypedArray("B").ContentEquals(new TypedArray("d")));
        Assert.False(new TypedArray("d", [double.NaN]).ContentEquals(new TypedArray("d", [double.NaN])));
        Assert.False(new TypedArray("h", [1, 2]).ContentEquals(new ByteArray([1, 2])));
        Assert.True(new TypedArray("h", [1, 2]).ContentEquals(new ByteArray([1, 0, 2, 0])));
    }

    [Fact]
    public void Only_an_array_of_the_same_type_code_goes_in()
    {
        TypedArray array = new("i", [1]), other = new("I", [2]);
        Assert.Equal(ViewErrorCode.FormatMismatch, Assert.Throws<ItemTypeException>(() => array.Extend(other)).Code);
        Assert.Equal(ViewErrorCode.FormatMismatch, Assert.Throws<ItemTypeException>(() => array.ReplaceRange(.., other)).Code);
        array.ReplaceRange(..0, array);
        Assert.Equal([1, 1], array.ToList());
    }

    [Fact]
    public void Reverse_keeps_items_whole()
    {
        foreach (string typecode in TypedArray.Typecodes.Where(code => code is not ("u" or "w")))
        {
            TypedArray array = new(typecode, [1, 2, 3]);
            array.Reverse();
            Assert.True(array.ContentEquals(new TypedArray(typecode, [3, 2, 1])), array.ToString());
        }
    }

    [Fact]
    public void Two_parts_of_one_array_are_views_of_the_same_items()
    {
        TypedArray array = new("i", [1, 2, 3, 4]);
        using MemoryView view = new(array);
        view[..2] = view[2..];
        Assert.Equal([3, 4, 3, 4], array.ToList());
    }
}
