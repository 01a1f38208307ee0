using System;
using System.Linq;
using MemoryViews.HouseKeeping;
using Xunit;

namespace MemoryViews.Tests.Exporters;

/// <summary>ByteArray while nobody holds it: bytes that change and grow.</summary>
public class ByteArrayTests
{
    private static ByteArray Data => new("abcdef"u8);

    [Fact]
    public void Bytes_come_from_a_length_a_span_or_an_exporter()
    {
        Assert.Equal([0, 0, 0], new ByteArray(3).ToArray());
        Assert.Equal(Array.Empty<byte>(), new ByteArray().ToArray());
        Assert.Equal([1, 2], new ByteArray([1, 2]).ToArray());
        Assert.Equal([1, 0, 2, 0], new ByteArray(new TypedArray("h", [1, 2])).ToArray());
        Assert.Equal(ViewErrorCode.InvalidArgument, Assert.Throws<ViewArgumentException>(() => new ByteArray(-1)).Code);
    }

    [Fact]
    public void Slices_are_copies_clamped_and_of_any_step()
    {
        ByteArray array = Data;
        ByteArray part = array[1..3];
        part[0] = (byte)'X';
        Assert.Equal("Xc"u8.ToArray(), part.ToArray());
        Assert.Equal("abcdef"u8.ToArray(), array.ToArray());
        Assert.Equal("ef"u8.ToArray(), array[^2..100].ToArray());
        Assert.Equal(0, array[5..2].Length);
        Assert.Equal("fdb"u8.ToArray(), array.Slice((..).By(-2)).ToArray());
        Assert.Equal(ViewErrorCode.ZeroStep, Assert.Throws<ViewArgumentException>(() => Data.Slice(new Slice(null, null, 0))).Code);
    }

    [Fact]
    public void Appending_keeps_what_was_there()
    {
        ByteArray array = new();
        for (int i = 0; i < 1000; i++)
        {
            array.Append((byte)i);
        }

        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (byte)i), array.ToArray());
        Assert.InRange(array.Capacity, 1000, 2000);
    }

    [Fact]
    public void It_may_be_extended_by_itself_and_is_by_a_view_of_something_else()
    {
        ByteArray array = new("ab"u8);
        array.Extend(array);
        using MemoryView other = "cd"u8.ToArray().AsMemoryView();
        array.Extend(other[(..).By(-1)]);
        Assert.Equal("ababdc"u8, array.ToArray());
    }

    [Theory]
    [InlineData(0, "xabcdef")]
    [InlineData(-1, "abcdexf")]
    [InlineData(6, "abcdefx")]
    [InlineData(100, "abcdefx")]
    [InlineData(-100, "xabcdef")]
    public void Insert_clamps_its_index(int index, string expected)
    {
        ByteArray array = Data;
        array.Insert(index, (byte)'x');
        Assert.Equal(expected, System.Text.Encoding.ASCII.GetString(array.ToArray()));
    }

    [Fact]
    public void Pop_gives_the_last_byte_or_the_one_named()
    {
        ByteArray array = Data;
        Assert.Equal(((byte)'f', (byte)'b'), (array.Pop(), array.Pop(1)));
        Assert.Equal("acde"u8, array.ToArray());
        Assert.Throws<AxisIndexException>(() => array.Pop(4));
        Assert.Throws<AxisIndexException>(() => new ByteArray().Pop());
    }

    [Fact]
    public void Remove_takes_the_first_of_a_value_and_refuses_one_that_is_not_there()
    {
        ByteArray array = new("abab"u8);
        array.Remove((byte)'b');
        Assert.Equal("aab"u8, array.ToArray());
        Assert.Equal(ViewErrorCode.NotFound, Assert.Throws<ViewArgumentException>(() => array.Remove((byte)'x')).Code);
    }

    [Fact]
    public void Resize_cuts_or_adds_zeros_even_where_old_bytes_lay()
    {
        ByteArray array = Data;
        array.Resize(2);
        array.Resize(4);
        Assert.Equal([(byte)'a', (byte)'b', 0, 0], array.ToArray());
        Assert.Throws<ViewArgumentException>(() => array.Resize(-1));
        Assert.Equal(ViewErrorCode.OutOfMemory, Assert.Throws<InsufficientViewMemoryException>(() => array.Resize(nint.MaxValue)).Code);
        Assert.Equal(4, array.Length);
    }

    [Theory]
    [InlineData(null, "abcdef", "")]
    [InlineData(6, "abcdef", "")]
    [InlineData(0, "", "abcdef")]
    [InlineData(2, "ab", "cdef")]
    [InlineData(5, "abcde", "f")]
    [InlineData(-1, "abcde", "f")]
    [InlineData(-6, "", "abcdef")]
    public void TakeBytes_takes_the_first_bytes(int? count, string taken, string left)
    {
        ByteArray array = new();
        array.Extend("abcdef"u8); // with spare room behind
        Bytes bytes = array.TakeBytes(count);
        Assert.Equal((taken, left), (System.Text.Encoding.ASCII.GetString(bytes.AsSpan()), System.Text.Encoding.ASCII.GetString(array.ToArray())));
        array.Extend("0123456789012345"u8);
        array.Reverse();
        Assert.Equal(taken, System.Text.Encoding.ASCII.GetString(bytes.AsSpan()));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(-7)]
    public void TakeBytes_refuses_more_than_there_are(int count)
        => Assert.Equal(ViewErrorCode.IndexOutOfRange, Assert.Throws<ViewArgumentException>(() => Data.TakeBytes(count)).Code);

    [Fact]
    public void TakeBytes_of_all_copies_nothing()
    {
        // Room for the bytes once. An address would say nothing: the collector may move what it likes, large objects too.
        const int Length = 200_000, Once = Length + 10_000;
        Assert.InRange(Allocated.By(() => Assert.Equal(Length, new ByteArray(Length).TakeBytes().Length), Once), Length, Once);
    }

    [Theory]
    [InlineData(-1, "")]
    [InlineData(0, "")]
    [InlineData(1, "ab")]
    [InlineData(3, "ababab")]
    public void Repeat_is_Python_s_times(int count, string expected)
    {
        ByteArray array = new("ab"u8);
        array.Repeat(count);
        Assert.Equal(expected, System.Text.Encoding.ASCII.GetString(array.ToArray()));
    }

    [Fact]
    public void Repeat_beyond_an_array_is_refused_before_anything_is_taken()
    {
        ByteArray array = new("ab"u8);
        Assert.Throws<InsufficientViewMemoryException>(() => array.Repeat(nint.MaxValue));
        Assert.Equal("ab"u8, array.ToArray());
        ByteArray none = new();
        none.Repeat(nint.MaxValue);
        Assert.Equal(0, none.Length);
    }

    [Fact]
    public void Reset_begins_again()
    {
        ByteArray array = Data;
        array.Reset("new"u8);
        Assert.Equal("new"u8, array.ToArray());
        array.Clear();
        Assert.Equal((0, 0), ((int)array.Length, (int)array.Capacity));
    }

    [Fact]
    public void A_part_may_be_replaced_by_the_array_itself()
    {
        ByteArray array = new("abc"u8);
        array.ReplaceRange(1..2, array);
        Assert.Equal("aabcc"u8, array.ToArray());
    }

    [Fact]
    public void Content_is_compared_as_raw_bytes()
    {
        ByteArray array = new([1, 0, 2, 0]);
        TypedArray shorts = new("h", [1, 2]);
        using MemoryView grid = new byte[,] { { 1, 0 }, { 2, 0 } }.AsMemoryView(), every = new byte[] { 1, 9, 0, 9, 2, 9, 0, 9 }.AsMemoryView();
        Assert.True(array.ContentEquals(shorts) && array.ContentEquals(grid) && array.ContentEquals(array) && array.ContentEquals(new Bytes([1, 0, 2, 0])));
        Assert.True(array.ContentEquals(every[(..).By(2)]), "a view with strides is asked the other way round");
        Assert.False(array.ContentEquals(grid.Transpose()) || array.ContentEquals(new Bytes([1, 0, 2])) || array.ContentEquals(null));
        grid.Dispose();
        Assert.False(array.ContentEquals(grid) || array.ContentEquals(new Exporter(_ => throw new InvalidTimeZoneException())));
    }

    [Fact]
    public void Its_text_is_Python_s() => Assert.Equal("bytearray(b'a\\x00')", new ByteArray([97, 0]).ToString());
}
