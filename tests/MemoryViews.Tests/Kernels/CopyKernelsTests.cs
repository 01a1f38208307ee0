using System;
using System.Linq;
using Xunit;

namespace MemoryViews.Tests;

public class CopyKernelsTests
{
    [Theory]
    [MemberData(nameof(KernelLayouts.ItemSizes), MemberType = typeof(KernelLayouts))]
    public void Every_item_arrives_and_no_other_byte_changes(int size)
    {
        foreach (Layout[] family in KernelLayouts.Families(size))
        {
            foreach (Layout destination in family)
            {
                foreach (Layout source in family.Concat(KernelLayouts.Repeating(size, destination.Shape.ToArray())))
                {
                    AssertCopied(destination, source);
                }
            }
        }
    }

    [Fact]
    public void Items_of_no_bytes_copy_as_nothing()
    {
        byte[] memory = [1, 2, 3];
        CopyKernels.Run(Naive.Over(memory, Layout.Contiguous(0, [5])), Naive.Over(memory, Layout.Contiguous(0, [5])));
        Assert.Equal([1, 2, 3], memory);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-3)]
    public void A_contiguous_row_moves_over_itself_both_ways(int shift)
    {
        byte[] memory = Naive.Noise(100), expected = [.. memory];
        int to = shift > 0 ? shift : 0, from = shift > 0 ? 0 : -shift;
        memory.AsSpan(from, 90).CopyTo(expected.AsSpan(to));
        CopyKernels.Run(Naive.Over(memory, Layout.Strided(1, [90], [1], to)), Naive.Over(memory, Layout.Strided(1, [90], [1], from)));
        Assert.Equal(expected, memory);
    }

    private static void AssertCopied(Layout destination, Layout source)
    {
        byte[] to = Naive.Noise(KernelLayouts.MemoryLength, 1), from = Naive.Noise(KernelLayouts.MemoryLength, 2), expected = [.. to];
        foreach ((nint d, nint s) in Naive.Offsets(destination).Zip(Naive.Offsets(source)))
        {
            from.AsSpan((int)s, (int)source.ItemSize).CopyTo(expected.AsSpan((int)d));
        }

        CopyKernels.Run(Naive.Over(to, destination), Naive.Over(from, source));
        Assert.True(expected.AsSpan().SequenceEqual(to), $"{destination} from {source}");
    }
}
