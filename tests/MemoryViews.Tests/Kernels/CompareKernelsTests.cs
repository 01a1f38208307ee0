using System.Collections.Generic;
using Xunit;

namespace MemoryViews.Tests;

public class CompareKernelsTests
{
    [Theory]
    [MemberData(nameof(KernelLayouts.ItemSizes), MemberType = typeof(KernelLayouts))]
    public void Equal_items_compare_equal_and_the_first_changed_one_is_found(int size)
    {
        foreach (Layout[] family in KernelLayouts.Families(size))
        {
            foreach (Layout a in family)
            {
                foreach (Layout b in family)
                {
                    AssertMismatches(a, b);
                }
            }
        }
    }

    [Fact]
    public void Items_of_two_sizes_differ_at_once_unless_there_are_none()
    {
        byte[] memory = new byte[32];
        Assert.Equal(0, CompareKernels.FirstByteMismatch(Naive.Over(memory, Layout.Contiguous(2, [3])), Naive.Over(memory, Layout.Contiguous(4, [3]))));
        Assert.Equal(-1, CompareKernels.FirstByteMismatch(Naive.Over(memory, Layout.Contiguous(2, [0])), Naive.Over(memory, Layout.Contiguous(4, [0]))));
    }

    [Fact]
    public void Items_of_no_bytes_are_equal()
    {
        byte[] memory = [1];
        Assert.Equal(-1, CompareKernels.FirstByteMismatch(Naive.Over(memory, Layout.Contiguous(0, [4])), Naive.Over(memory, Layout.Contiguous(0, [2, 2]).Reshape(4))));
    }

    private static void AssertMismatches(Layout a, Layout b)
    {
        byte[] left = Naive.Noise(KernelLayouts.MemoryLength, 1), right = Naive.Noise(KernelLayouts.MemoryLength, 2);
        CopyKernels.Run(Naive.Over(right, b), Naive.Over(left, a));
        Assert.Equal(-1, CompareKernels.FirstByteMismatch(Naive.Over(left, a), Naive.Over(right, b)));
        Assert.True(AllSame(left, a, right, b));
        List<nint> offsets = Naive.Offsets(b);
        for (int i = offsets.Count - 1; i >= 0; i -= 3)
        {
            right[offsets[i] + b.ItemSize - 1] ^= 0x80;
            Assert.Equal(i, CompareKernels.FirstByteMismatch(Naive.Over(left, a), Naive.Over(right, b)));
            Assert.False(AllSame(left, a, right, b));
        }
    }

    private static bool AllSame(byte[] left, Layout a, byte[] right, Layout b)
    {
        ItemFormat format = ItemFormat.Parse($"{a.ItemSize}s");
        return CompareKernels.AllSame(Naive.Over(left, a), format, Naive.Over(right, b), format);
    }
}
