using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace MemoryViews.Tests;

public class SearchKernelsTests
{
    [Theory]
    [MemberData(nameof(KernelLayouts.ItemSizes), MemberType = typeof(KernelLayouts))]
    public void Items_are_found_and_counted_as_a_plain_loop_finds_them(int size)
    {
        foreach (Layout[] family in KernelLayouts.Families(size))
        {
            foreach (Layout layout in family.Concat(KernelLayouts.Repeating(size, family[0].Shape.ToArray())))
            {
                AssertFound(layout);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Patterns_are_found_wherever_they_stand_in_any_layout(int size)
    {
        foreach (Layout layout in KernelLayouts.Families(size).SelectMany(family => family))
        {
            byte[] memory = Naive.Noise(KernelLayouts.MemoryLength);
            byte[] stream = layout.ItemCount == 0 ? [] : Naive.Gather(memory, layout);
            for (int start = 0; start <= stream.Length; start += 3)
            {
                AssertPattern(memory, layout, stream, stream.AsSpan(start, Math.Min(5, stream.Length - start)), Math.Max(0, start - 7));
                AssertPattern(memory, layout, stream, [0xAB, 0xCD, 0xEF], start);
            }
        }
    }

    [Fact]
    public void A_pattern_is_found_across_the_windows_of_a_strided_view()
    {
        byte[] memory = new byte[200_000], pattern = Naive.Noise(40);
        Layout everySecond = Layout.Strided(1, [100_000], [2]);
        foreach (int place in (int[])[0, 1_000, 16_380, 16_384 - 39, 16_384, 32_700, 99_960])
        {
            Array.Clear(memory);
            for (int i = 0; i < pattern.Length; i++)
            {
                memory[2 * (place + i)] = pattern[i];
            }

            Assert.Equal(place, SearchKernels.IndexOfPattern(Naive.Over(memory, everySecond), pattern, 0));
            Assert.Equal(place, SearchKernels.IndexOfPattern(Naive.Over(memory, everySecond), pattern, place));
            Assert.Equal(-1, SearchKernels.IndexOfPattern(Naive.Over(memory, everySecond), pattern, place + 1));
        }
    }

    [Fact]
    public void A_pattern_longer_than_a_window_is_found()
    {
        byte[] memory = Naive.Noise(200_000);
        Layout reversed = Layout.Contiguous(1, [memory.Length]).Flip(0);
        byte[] pattern = [.. memory.AsSpan(50_000, 60_000)];
        Array.Reverse(pattern);
        Assert.Equal(200_000 - 110_000, SearchKernels.IndexOfPattern(Naive.Over(memory, reversed), pattern, 10));
    }

    [Fact]
    public void Items_longer_than_a_block_are_streamed_whole()
    {
        byte[] memory = Naive.Noise(30_000);
        Layout layout = Layout.Strided(3_001, [5], [-6_000], 25_000);
        byte[] stream = Naive.Gather(memory, layout);
        Operand all = Naive.Over(memory, layout), run = Naive.Over(stream, Layout.Contiguous(1, [stream.Length]));
        Assert.Equal(HashKernels.Run(in run), HashKernels.Run(in all));
        for (int start = 0; start < stream.Length - 10; start += 501)
        {
            Assert.Equal(start + 3, SearchKernels.IndexOfPattern(in all, stream.AsSpan(start + 3, 7), start));
        }
    }

    [Fact]
    public void An_empty_pattern_stands_everywhere_up_to_the_end()
    {
        Operand a = Naive.Over(new byte[4], Layout.Contiguous(2, [2]));
        Assert.Equal(4, SearchKernels.IndexOfPattern(in a, [], 4));
        Assert.Equal(-1, SearchKernels.IndexOfPattern(in a, [], 5));
    }

    private static void AssertFound(Layout layout)
    {
        byte[] memory = new byte[KernelLayouts.MemoryLength];
        List<nint> offsets = Naive.Offsets(layout);
        byte[] wanted = Naive.Noise((int)layout.ItemSize, 3);
        foreach (nint offset in offsets.Where((_, i) => i % 4 == 3))
        {
            wanted.CopyTo(memory.AsSpan((int)offset));
        }

        bool IsWanted(nint offset) => memory.AsSpan((int)offset, wanted.Length).SequenceEqual(wanted);
        Assert.Equal(offsets.Count(IsWanted), SearchKernels.Count(Naive.Over(memory, layout), wanted));
        for (int start = 0; start <= offsets.Count + 1; start++)
        {
            int expected = start > offsets.Count ? -1 : offsets.FindIndex(start, IsWanted);
            Assert.Equal(expected, SearchKernels.IndexOf(Naive.Over(memory, layout), wanted, start));
        }
    }

    private static void AssertPattern(byte[] memory, Layout layout, byte[] stream, ReadOnlySpan<byte> pattern, int start)
    {
        int found = stream.AsSpan(start).IndexOf(pattern);
        Assert.Equal(found < 0 ? -1 : start + found, SearchKernels.IndexOfPattern(Naive.Over(memory, layout), pattern, start));
    }
}
