using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace MemoryViews.Tests.Views;

/// <summary>Source and destination in one memory, in every way small layouts can meet: always as if the source had been copied first.</summary>
public class OverlapAssignmentTests
{
    public static TheoryData<int> ItemSizes => [1, 2, 3, 4, 8];

    [Theory]
    [MemberData(nameof(ItemSizes))]
    public void All_pairs_of_slices_of_one_row(int size)
    {
        for (int length = 1; length <= 9; length++)
        {
            List<Layout> slices = [.. SlicesOf(length, size)];
            foreach (IGrouping<nint, Layout> equal in slices.GroupBy(slice => slice.ItemCount))
            {
                foreach (Layout destination in equal)
                {
                    foreach (Layout source in equal)
                    {
                        Check(length * size, destination, source, MemoryViewOver);
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(ItemSizes))]
    public void All_pairs_of_rectangles_and_transposes_of_one_square(int size)
    {
        List<Layout> parts = [.. Rectangles(size)];
        foreach (IGrouping<string, Layout> equal in parts.GroupBy(part => string.Join(',', part.Shape.ToArray())))
        {
            foreach (Layout destination in equal)
            {
                foreach (Layout source in equal)
                {
                    Check(16 * size, destination, source, MemoryViewOver);
                }
            }
        }
    }

    [Theory]
    [InlineData(Backing.Native)]
    [InlineData(Backing.Pieces)]
    [InlineData(Backing.Foreign)]
    public void Memory_of_other_kinds_knows_its_overlaps_by_address(Backing backing)
    {
        foreach (IGrouping<nint, Layout> equal in SlicesOf(9, 4).Where(slice => slice.ItemCount > 3).GroupBy(slice => slice.ItemCount))
        {
            foreach (Layout destination in equal)
            {
                foreach (Layout source in equal)
                {
                    Lent? lent = null;
                    Check(36, destination, source, bytes => (lent = Lent.Bytes(backing, bytes)).View, () => lent!.Memory);
                    lent!.Dispose();
                }
            }
        }
    }

    [LeavesBehind("memory of one buffer is borrowed without end")]
    [Fact]
    public void Memory_seen_through_two_blocks_is_one_memory()
    {
        using NativeBuffer buffer = NativeBuffer.Allocate(8);
        using MemoryView view = buffer.AsMemoryView();
        view.CopyFrom<byte>([0, 1, 2, 3, 4, 5, 6, 7]);
        using MemoryView borrowed = Borrowed(buffer);
        borrowed[..] = view[(..).By(-1)];
        Assert.Equal([7, 6, 5, 4, 3, 2, 1, 0], view.ToArray<byte>());
        Assert.True(borrowed[2..4].Overlaps(view[3..]));
        Assert.False(borrowed[2..4].Overlaps(view[4..]));
    }

    private static unsafe MemoryView Borrowed(NativeBuffer buffer)
    {
        MemoryBlock block = MemoryBlock.Borrow((void*)buffer.Start, buffer.Length, isReadOnly: false);
        return new Exporter(_ => new BufferExport(null, block, Layout.Contiguous(1, [buffer.Length]), ItemFormat.UInt8, isReadOnly: false)).AsMemoryView();
    }

    private static MemoryView MemoryViewOver(byte[] bytes) => bytes.AsMemoryView();

    private static void Check(int bytes, Layout destination, Layout source, Func<byte[], MemoryView> lend, Func<byte[]>? look = null)
    {
        byte[] memory = [.. Enumerable.Range(1, bytes).Select(i => (byte)i)], expected = [.. memory];
        List<nint> to = Naive.Offsets(destination), from = Naive.Offsets(source);
        for (int i = 0; i < to.Count; i++)
        {
            memory.AsSpan((int)from[i], (int)source.ItemSize).CopyTo(expected.AsSpan((int)to[i]));
        }

        ItemFormat format = ItemFormat.Parse($"{source.ItemSize}s");
        MemoryView all = lend(memory);
        all.WithLayout(format, destination).CopyFrom(all.WithLayout(format, source));
        byte[] actual = look is null ? memory : look();
        if (!actual.AsSpan().SequenceEqual(expected))
        {
            Assert.Fail($"{destination} = {source}: {Convert.ToHexString(actual)} instead of {Convert.ToHexString(expected)}");
        }
    }

    private static IEnumerable<Layout> SlicesOf(int length, int size)
    {
        Layout row = Layout.Contiguous(size, [length]);
        for (int start = 0; start < length; start++)
        {
            foreach (int step in new[] { 1, 2, 3, -1, -2, -3 })
            {
                int most = step > 0 ? ((length - 1 - start) / step) + 1 : (start / -step) + 1;
                for (int count = step is 1 or 2 ? 1 : 2; count <= most; count++)
                {
                    yield return Layout.Strided(size, [count], [step * size], row.Offset + (start * size));
                }
            }
        }
    }

    private static IEnumerable<Layout> Rectangles(int size)
    {
        Layout square = Layout.Contiguous(size, [4, 4]);
        for (int rows = 2; rows <= 4; rows++)
        {
            for (int columns = 2; columns <= 4; columns++)
            {
                for (int top = 0; top <= 4 - rows; top++)
                {
                    for (int left = 0; left <= 4 - columns; left++)
                    {
                        Layout part = square.Slice(0, Slice.Of(top, top + rows)).Slice(1, Slice.Of(left, left + columns));
                        foreach (Layout turned in new[] { part, part.Flip(0), part.Flip(1), part.Flip(0).Flip(1) })
                        {
                            yield return turned;
                            yield return turned.Permute(1, 0);
                        }
                    }
                }
            }
        }
    }
}
