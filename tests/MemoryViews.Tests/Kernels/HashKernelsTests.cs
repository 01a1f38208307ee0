using System.Linq;
using Xunit;

namespace MemoryViews.Tests;

public class HashKernelsTests
{
    [Theory]
    [MemberData(nameof(KernelLayouts.ItemSizes), MemberType = typeof(KernelLayouts))]
    public void The_same_bytes_have_the_same_hash_whatever_the_strides(int size)
    {
        byte[] memory = Naive.Noise(KernelLayouts.MemoryLength);
        foreach (Layout layout in KernelLayouts.Families(size).SelectMany(family => family))
        {
            byte[] stream = Naive.Gather(memory, layout);
            Assert.Equal(Hash(stream, Layout.Contiguous(1, [stream.Length])), Hash(memory, layout));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    [InlineData(1024)]
    [InlineData(3001)]
    public void Long_contents_hash_alike_in_one_run_and_in_rows(int row)
    {
        byte[] memory = Naive.Noise(40 * (row + 5));
        Layout rows = Layout.Strided(1, [40, row], [row + 5, 1]);
        byte[] stream = Naive.Gather(memory, rows);
        Assert.Equal(Hash(stream, Layout.Contiguous(1, [stream.Length])), Hash(memory, rows));
    }

    [Fact]
    public void A_changed_byte_or_length_changes_the_hash()
    {
        byte[] memory = Naive.Noise(5000), changed = [.. memory];
        changed[4321] ^= 1;
        Layout all = Layout.Contiguous(1, [5000]);
        Assert.NotEqual(Hash(memory, all), Hash(changed, all));
        Assert.NotEqual(Hash(new byte[8], Layout.Contiguous(1, [4])), Hash(new byte[8], Layout.Contiguous(1, [8])));
    }

    private static int Hash(byte[] memory, Layout layout) => HashKernels.Run(Naive.Over(memory, layout));
}
