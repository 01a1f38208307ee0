using System;
using System.Linq;
using Xunit;

namespace MemoryViews.Tests.Structs;

public class StructUnpackTests
{
    private static readonly Struct s_pair = Struct.Parse(">Hb");
    private static readonly byte[] s_bytes = [0, 1, 2, 3, 4, 0xFF];

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(1, 258, 3)]
    [InlineData(3, 772, -1)]
    [InlineData(-3, 772, -1)]
    [InlineData(-6, 1, 2)]
    public void A_record_is_unpacked_from_anywhere_in_a_buffer(int offset, int first, int second)
    {
        Assert.Equal([(ushort)first, (sbyte)second], s_pair.UnpackFrom(s_bytes, offset));
        Assert.True(s_pair.TryUnpackFrom(s_bytes, offset, out object?[]? values));
        Assert.Equal([(ushort)first, (sbyte)second], values);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(-1)]
    [InlineData(-7)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void A_place_without_a_whole_record_is_refused(int offset)
    {
        Assert.False(s_pair.TryUnpackFrom(s_bytes, offset, out _));
        ViewArgumentException e = Assert.Throws<ViewArgumentException>(() => s_pair.UnpackFrom(s_bytes, offset));
        Assert.Equal(ViewErrorCode.OutOfBounds, e.Code);
        Assert.Contains("offsets are 0 to 3, or negative from the end", e.Message);
    }

    [Fact]
    public void The_ends_of_the_number_line_are_no_places()
    {
        Assert.False(s_pair.TryUnpackFrom(s_bytes, nint.MinValue, out _));
        Assert.False(s_pair.TryUnpackFrom(s_bytes, nint.MaxValue, out _));
        Assert.Contains("no offset has room", Assert.Throws<ViewArgumentException>(() => s_pair.UnpackFrom(new byte[2])).Message);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(0)]
    public void Unpack_takes_exactly_one_record(int length)
    {
        Assert.False(s_pair.TryUnpack(s_bytes.AsSpan(0, length), out _));
        Assert.Equal(ViewErrorCode.ShapeMismatch, Assert.Throws<ViewArgumentException>(() => s_pair.Unpack(s_bytes.AsSpan(0, length))).Code);
    }

    [Fact]
    public void Spans_and_arrays_are_iterated_alike()
    {
        object?[][] expected = [[(ushort)1, (sbyte)2], [(ushort)772, (sbyte)-1]];
        Assert.Equal(expected, s_pair.Iterate(s_bytes));
        Assert.Equal(expected, s_pair.Iterate(new ReadOnlyMemory<byte>(s_bytes)).ToArray());
        int at = 0;
        foreach (object?[] values in s_pair.Iterate(s_bytes.AsSpan()))
        {
            Assert.Equal(expected[at++], values);
        }

        Assert.Equal(2, at);
    }

    [Fact]
    public void Records_that_are_not_whole_are_refused_at_the_call()
    {
        Assert.Contains("end 2 bytes into a record of 3 bytes", Assert.Throws<ViewArgumentException>(() => s_pair.Iterate(s_bytes.AsMemory(1))).Message);
        Assert.Throws<ViewArgumentException>(() => s_pair.Iterate(s_bytes.AsSpan(1)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0i")]
    [InlineData("0s")]
    public void Records_without_bytes_cannot_be_iterated(string format)
    {
        Struct empty = Struct.Parse(format);
        Assert.Throws<ViewOperationException>(() => empty.Iterate(Array.Empty<byte>()));
        Assert.Throws<ViewOperationException>(() => empty.Iterate(System.IO.Stream.Null));
        Assert.Equal(empty.ValueCount, empty.Unpack([]).Length);
    }

    [Fact]
    public void An_iteration_of_nothing_is_empty()
    {
        Assert.Empty(s_pair.Iterate(Array.Empty<byte>()));
        Assert.False(s_pair.Iterate(ReadOnlySpan<byte>.Empty).GetEnumerator().MoveNext());
        Assert.Throws<ViewArgumentException>(() => s_pair.Iterate(ReadOnlySpan<byte>.Empty).Current);
    }
}
