using System;
using System.Linq;
using Xunit;

namespace MemoryViews.Tests;

public class FillKernelsTests
{
    [Theory]
    [MemberData(nameof(KernelLayouts.ItemSizes), MemberType = typeof(KernelLayouts))]
    public void Every_item_is_set_and_no_other_byte_changes(int size)
    {
        byte[] item = Naive.Noise(size, 7);
        foreach (Layout layout in KernelLayouts.Families(size).SelectMany(family => family))
        {
            byte[] memory = Naive.Noise(KernelLayouts.MemoryLength), expected = [.. memory];
            Naive.Offsets(layout).ForEach(offset => item.CopyTo(expected.AsSpan((int)offset)));
            FillKernels.Run(Naive.Over(memory, layout), item);
            Assert.True(expected.AsSpan().SequenceEqual(memory), layout.ToString());
        }
    }

    [Theory]
    [InlineData(3, 100_000)]
    [InlineData(70_000, 5)]
    [InlineData(5, 1)]
    public void Long_runs_of_items_of_odd_size_repeat_to_their_end(int size, int count)
    {
        byte[] item = Naive.Noise(size), memory = new byte[(size * count) + 1];
        FillKernels.Run(Naive.Over(memory, Layout.Contiguous(size, [count])), item);
        Assert.All(Enumerable.Range(0, count), i => Assert.True(memory.AsSpan(i * size, size).SequenceEqual(item)));
        Assert.Equal(0, memory[^1]);
    }

    [Fact]
    public void Items_of_no_bytes_fill_nothing()
    {
        byte[] memory = [1, 2];
        FillKernels.Run(Naive.Over(memory, Layout.Contiguous(0, [9])), []);
        Assert.Equal([1, 2], memory);
    }
}
