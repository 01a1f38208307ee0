using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace MemoryViews.Tests.Exporters;

/// <summary>Edits by slices, all small ones, against lists edited item by item.</summary>
public class SliceEditTests
{
    private static readonly nint?[] s_bounds = [null, -7, -6, -3, -1, 0, 1, 2, 4, 5, 6, 9];
    private static readonly nint?[] s_steps = [null, 1, 2, 3, 7, -1, -2, -7];

    public static IEnumerable<Slice> AllSlices => from start in s_bounds from stop in s_bounds from step in s_steps select new Slice(start, stop, step);

    [Fact]
    public void Removing_a_slice_leaves_the_items_it_does_not_take()
    {
        foreach (Slice slice in AllSlices)
        {
            short[] items = [10, 11, 12, 13, 14, 15];
            HashSet<int> taken = [.. Places(slice, items.Length)];
            short[] left = [.. items.Where((_, i) => !taken.Contains(i))];

            ByteArray bytes = new(Narrow(items));
            bytes.RemoveRange(slice);
            TypedArray array = TypedArray.Of<short>("h", items);
            array.RemoveRange(slice);
            Assert.True(bytes.ToArray().SequenceEqual(Narrow(left)), $"bytes without [{slice}] are {bytes}");
            Assert.True(array.ToList().SequenceEqual(left.Cast<object?>()), $"the array without [{slice}] is {array}");
        }
    }

    [Fact]
    public void Replacing_a_slice_puts_each_item_in_its_place()
    {
        foreach (Slice slice in AllSlices.Where(slice => slice.Step is not (null or 1)))
        {
            short[] items = [10, 11, 12, 13, 14, 15];
            int[] places = Places(slice, items.Length);
            short[] source = [.. places.Select((_, i) => (short)(20 + i))];
            short[] expected = [.. items];
            for (int i = 0; i < places.Length; i++)
            {
                expected[places[i]] = source[i];
            }

            ByteArray bytes = new(Narrow(items));
            bytes.ReplaceRange(slice, Narrow(source));
            TypedArray array = TypedArray.Of<short>("h", items);
            array.ReplaceRange(slice, TypedArray.Of<short>("h", source));
            Assert.True(bytes.ToArray().SequenceEqual(Narrow(expected)), $"[{slice}] gives {bytes}");
            Assert.True(array.ToList().SequenceEqual(expected.Cast<object?>()), $"[{slice}] gives {array}");
        }
    }

    [Fact]
    public void Replacing_without_a_step_may_change_the_size()
    {
        foreach (Slice slice in AllSlices.Where(slice => slice.Step is null or 1))
        {
            for (int count = 0; count < 9; count++)
            {
                short[] items = [10, 11, 12, 13, 14, 15];
                short[] source = [.. Enumerable.Range(20, count).Select(i => (short)i)];
                (nint start, _, nint taken) = slice.Resolve(items.Length);
                short[] expected = [.. items[..(int)start], .. source, .. items[(int)(start + taken)..]];

                ByteArray bytes = new(Narrow(items));
                bytes.ReplaceRange(slice, Narrow(source));
                TypedArray array = TypedArray.Of<short>("h", items);
                array.ReplaceRange(slice, TypedArray.Of<short>("h", source));
                Assert.True(bytes.ToArray().SequenceEqual(Narrow(expected)), $"[{slice}] = {count} items gives {bytes}");
                Assert.True(array.ToList().SequenceEqual(expected.Cast<object?>()), $"[{slice}] = {count} items gives {array}");
            }
        }
    }

    [Fact]
    public void With_a_step_the_counts_must_be_equal_but_nothing_removes_the_places()
    {
        ByteArray bytes = new("abcdef"u8);
        ViewArgumentException e = Assert.Throws<ViewArgumentException>(() => bytes.ReplaceRange((..).By(2), "xy"u8));
        Assert.Equal(ViewErrorCode.StructureMismatch, e.Code);
        Assert.Contains("[::2]", e.Message, StringComparison.Ordinal);
        Assert.Equal("abcdef"u8, bytes.ToArray());
        bytes.ReplaceRange((..).By(2), ""u8);
        Assert.Equal("bdf"u8, bytes.ToArray());
    }

    // Python's range(*slice.indices(length)), walked rather than computed.
    private static int[] Places(Slice slice, int length)
    {
        (nint start, nint step, nint count) = slice.Resolve(length);
        return [.. Enumerable.Range(0, (int)count).Select(i => (int)(start + (i * step)))];
    }

    private static byte[] Narrow(short[] items) => [.. items.Select(item => (byte)item)];
}
