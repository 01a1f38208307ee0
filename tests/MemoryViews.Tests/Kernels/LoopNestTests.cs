using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace MemoryViews.Tests;

public class LoopNestTests
{
    private static readonly byte[] s_memory = new byte[KernelLayouts.MemoryLength];

    [Theory]
    [MemberData(nameof(KernelLayouts.ItemSizes), MemberType = typeof(KernelLayouts))]
    public void C_order_visits_every_item_once_in_C_order(int size)
    {
        foreach (Layout layout in KernelLayouts.Families(size).SelectMany(family => family))
        {
            Assert.Equal(Naive.Offsets(layout), Walk(layout, LoopOrder.C).Offsets);
        }
    }

    [Theory]
    [MemberData(nameof(KernelLayouts.ItemSizes), MemberType = typeof(KernelLayouts))]
    public void Free_order_visits_every_item_once_with_strides_that_are_not_negative(int size)
    {
        foreach (Layout layout in KernelLayouts.Families(size).SelectMany(family => family))
        {
            CountingKernel kernel = Walk(layout, LoopOrder.Free);
            Assert.Equal(Naive.Offsets(layout).Order(), kernel.Offsets.Order());
            Assert.True(kernel.Stride >= 0);
        }
    }

    [Theory]
    [MemberData(nameof(KernelLayouts.ItemSizes), MemberType = typeof(KernelLayouts))]
    public void Two_operands_are_walked_in_step_in_both_orders(int size)
    {
        foreach (Layout[] family in KernelLayouts.Families(size))
        {
            foreach (Layout a in family)
            {
                foreach (Layout b in family.Concat(KernelLayouts.Repeating(size, a.Shape.ToArray())))
                {
                    AssertInStep(a, b);
                }
            }
        }
    }

    [Fact]
    public void A_C_contiguous_layout_of_rank_4_is_one_row_in_both_orders()
    {
        Layout layout = Layout.Contiguous(4, [2, 3, 4, 5]);
        Assert.Equal(1, Walk(layout, LoopOrder.C).Rows);
        Assert.Equal(1, Walk(layout, LoopOrder.Free).Rows);
    }

    [Fact]
    public void A_Fortran_layout_is_one_row_in_free_order_only()
    {
        Layout layout = Layout.Contiguous(4, [2, 3, 4, 5], AxisOrder.F);
        Assert.Equal(1, Walk(layout, LoopOrder.Free).Rows);
        Assert.Equal(2 * 3 * 4, Walk(layout, LoopOrder.C).Rows);
    }

    [Fact]
    public void A_permuted_and_flipped_dense_layout_is_one_contiguous_row_in_free_order()
    {
        CountingKernel kernel = Walk(Layout.Contiguous(2, [3, 4, 5]).Permute(2, 0, 1).Flip(0).Flip(2), LoopOrder.Free);
        Assert.Equal(1, kernel.Rows);
        Assert.Equal(2, kernel.Stride);
    }

    [Fact]
    public void Axes_merge_in_C_order_where_one_continues_the_other()
    {
        // Rows of (4, 5) lie in one run, planes have a gap: one row a plane.
        Assert.Equal(3, Walk(Layout.Strided(1, [3, 4, 5], [32, 5, 1]), LoopOrder.C).Rows);

        // Every second item of a run is still one row.
        Assert.Equal(1, Walk(Layout.Contiguous(1, [3, 8]).Slice(1, new Slice(null, null, 2)), LoopOrder.C).Rows);
    }

    [Fact]
    public void Axes_merge_only_where_both_operands_do()
    {
        Layout dense = Layout.Contiguous(1, [4, 5]), gaps = Layout.Strided(1, [4, 5], [8, 1]);
        CountingPairs kernel = default;
        LoopNest.Run(Naive.Over(s_memory, dense), Naive.Over(s_memory, gaps), LoopOrder.Free, ref kernel);
        Assert.Equal(4, kernel.Rows);
    }

    [Fact]
    public void A_scalar_is_a_row_of_one_contiguous_item()
    {
        CountingKernel kernel = Walk(Layout.Strided(8, [], [], 24), LoopOrder.C);
        Assert.Equal([24], kernel.Offsets);
        Assert.Equal(8, kernel.Stride);
    }

    [Fact]
    public void No_item_no_row_even_where_the_offset_lies_outside_the_memory()
    {
        Assert.Equal(0, Walk(Layout.Strided(4, [3, 0, 2], [1, 1, 1], nint.MaxValue), LoopOrder.C).Rows);
        Assert.Equal(0, Walk(Layout.Strided(4, [0], [1], nint.MinValue), LoopOrder.Free).Rows);
    }

    [Fact]
    public void A_kernel_stops_the_walk()
    {
        CountingKernel kernel = new(s_memory, most: 2);
        Assert.False(LoopNest.Run(Naive.Over(s_memory, Layout.Strided(1, [5, 2], [8, 1])), LoopOrder.C, ref kernel));
        Assert.Equal([0, 1, 8, 9], kernel.Offsets);
    }

    [Fact]
    public void Sixty_four_axes_are_walked()
    {
        nint[] shape = [.. Enumerable.Repeat((nint)1, 54), .. Enumerable.Repeat((nint)2, 10)];
        Layout layout = Layout.Contiguous(1, shape, AxisOrder.F);
        Assert.Equal(Naive.Offsets(layout), Walk(layout, LoopOrder.C).Offsets);
        Assert.Equal(1, Walk(layout, LoopOrder.Free).Rows);
    }

    private static CountingKernel Walk(Layout layout, LoopOrder order)
    {
        CountingKernel kernel = new(s_memory);
        Assert.True(LoopNest.Run(Naive.Over(s_memory, layout), order, ref kernel));
        return kernel;
    }

    private static void AssertInStep(Layout a, Layout b)
    {
        IEnumerable<(nint, nint)> expected = Naive.Offsets(a).Zip(Naive.Offsets(b));
        PairingKernel strict = new(s_memory, s_memory), free = new(s_memory, s_memory);
        LoopNest.Run(Naive.Over(s_memory, a), Naive.Over(s_memory, b), LoopOrder.C, ref strict);
        LoopNest.Run(Naive.Over(s_memory, a), Naive.Over(s_memory, b), LoopOrder.Free, ref free);
        Assert.Equal(expected, strict.Pairs);
        Assert.Equal(expected.Order(), free.Pairs.Order());
    }

    private struct CountingPairs : IRowKernel2
    {
        public int Rows { get; private set; }

        public bool Row(scoped ref byte a, nint strideA, scoped ref byte b, nint strideB, nint count)
        {
            Rows++;
            return true;
        }
    }
}
