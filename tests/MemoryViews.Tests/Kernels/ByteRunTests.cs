using System;
using Xunit;

namespace MemoryViews.Tests;

public class ByteRunTests
{
    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, 0)]
    [InlineData(0, 30)]
    [InlineData(30, 0)]
    [InlineData(4, 4)]
    public void Pieces_copy_as_if_through_a_temporary(int to, int from)
    {
        byte[] memory = Naive.Noise(100), expected = [.. memory];
        memory.AsSpan(from, 65).CopyTo(expected.AsSpan(to));
        ByteRun.Copy(ref memory[to], ref memory[from], 65, piece: 16);
        Assert.Equal(expected, memory);
    }

    [Fact]
    public void The_first_difference_is_found_in_every_place_of_every_piece()
    {
        byte[] a = Naive.Noise(50), b = [.. a];
        Assert.Equal(-1, ByteRun.Mismatch(ref a[0], ref b[0], 50, piece: 16));
        for (int i = 49; i >= 0; i--)
        {
            b[i] ^= 1;
            Assert.Equal(i, ByteRun.Mismatch(ref a[0], ref b[0], 50, piece: 16));
        }
    }

    [Fact]
    public void Items_are_filled_found_and_counted_across_pieces()
    {
        byte[] memory = new byte[100];
        ByteRun.Fill<ushort>(ref memory[1], 45, 0x0201, piece: 8);
        Assert.Equal(45, ByteRun.Count<ushort>(ref memory[1], 49, 0x0201, piece: 8));
        Assert.Equal(45, ByteRun.IndexOf<ushort>(ref memory[1], 49, 0, piece: 8));
        Assert.Equal(-1, ByteRun.IndexOf<ushort>(ref memory[1], 49, 5, piece: 8));
        Assert.Equal(0, memory[0]);
        Assert.Equal(0, memory[91]);
    }

    [Fact]
    public void A_pattern_is_found_wherever_it_crosses_an_edge_of_pieces()
    {
        for (int place = 0; place <= 95; place++)
        {
            byte[] memory = new byte[100];
            byte[] pattern = [1, 2, 3, 4, 5];
            pattern.CopyTo(memory, place);
            Assert.Equal(place, ByteRun.IndexOf(ref memory[0], 100, pattern, piece: 8));
            Assert.Equal(-1, ByteRun.IndexOf(ref memory[0], place + 4, pattern, piece: 8));
        }
    }

    [Fact]
    public void A_pattern_longer_than_a_piece_or_than_the_run_is_no_trouble()
    {
        byte[] memory = Naive.Noise(100);
        Assert.Equal(30, ByteRun.IndexOf(ref memory[0], 100, memory.AsSpan(30, 40), piece: 8));
        Assert.Equal(-1, ByteRun.IndexOf(ref memory[0], 10, memory.AsSpan(0, 11), piece: 8));
    }
}
