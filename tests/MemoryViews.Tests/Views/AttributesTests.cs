using System;
using Xunit;

namespace MemoryViews.Tests.Views;

public class AttributesTests
{
    [Theory]
    [MemberData(nameof(Lent.Flat), MemberType = typeof(Lent))]
    public void A_row_of_integers_says_what_it_is(Backing backing)
    {
        using Lent lent = Lent.Items(backing, 1, 2, 3, 4, 5);
        MemoryView view = lent.View;
        Assert.Equal("i", view.Format.Text);
        Assert.Equal(1, view.Rank);
        Assert.Equal(5, view.Length);
        Assert.Equal(5, view.ItemCount);
        Assert.Equal(4, view.ItemSize);
        Assert.Equal(20, view.ByteLength);
        Assert.Equal([5], view.Shape);
        Assert.Equal([4], view.Strides);
        Assert.True(view.Suboffsets.IsEmpty);
        Assert.False(view.IsReadOnly);
        Assert.True(view.IsCContiguous && view.IsFContiguous && view.IsContiguous);
        Assert.False(view.IsReleased);
        Assert.Equal(Layout.Contiguous(4, [5]), view.Layout);
    }

    [Theory]
    [MemberData(nameof(Lent.All), MemberType = typeof(Lent))]
    public void A_grid_says_what_it_is(Backing backing)
    {
        using Lent lent = Lent.Grid<short>(backing, 2, 3, 1, 2, 3, 4, 5, 6);
        MemoryView view = lent.View;
        Assert.Equal(2, view.Rank);
        Assert.Equal(2, view.Length);
        Assert.Equal(6, view.ItemCount);
        Assert.Equal(12, view.ByteLength);
        Assert.Equal([2, 3], view.Shape);
        bool direct = backing != Backing.Indirect;
        Assert.Equal(direct ? [6, 2] : [nint.Size, 2], view.Strides);
        Assert.Equal(direct ? [] : new nint[] { 8, -1 }, view.Suboffsets.ToArray());
        Assert.Equal((direct, false, direct), (view.IsCContiguous, view.IsFContiguous, view.IsContiguous));
    }

    [Fact]
    public void Contiguity_is_told_for_the_layout_as_it_is()
    {
        MemoryView grid = new int[3, 4].AsMemoryView();
        Assert.Equal((true, false), (grid.IsCContiguous, grid.IsFContiguous));
        MemoryView turned = grid.Transpose();
        Assert.Equal((false, true), (turned.IsCContiguous, turned.IsFContiguous));
        MemoryView column = grid[.., 1..2];
        Assert.Equal((false, false, false), (column.IsCContiguous, column.IsFContiguous, column.IsContiguous));
        Assert.True(grid[1, 2..3].IsContiguous);
    }

    [Fact]
    public void A_scalar_view_is_contiguous_both_ways_and_has_no_length()
    {
        MemoryView scalar = new byte[] { 7 }.AsMemoryView().Cast("B", []);
        Assert.Equal((0, 1, 1), (scalar.Rank, scalar.ItemCount, scalar.ByteLength));
        Assert.True(scalar.Shape.IsEmpty && scalar.Strides.IsEmpty && scalar.Suboffsets.IsEmpty);
        Assert.True(scalar.IsCContiguous && scalar.IsFContiguous && scalar.IsContiguous);
        ViewOperationException refusal = Assert.Throws<ViewOperationException>(() => scalar.Length);
        Assert.Equal(ViewErrorCode.ScalarLength, refusal.Code);
    }

    [Fact]
    public void The_exporter_is_the_object_that_lent_the_memory_through_all_views_made()
    {
        int[] numbers = [1, 2, 3];
        MemoryView view = numbers.AsMemoryView();
        Assert.Same(numbers, view.Exporter);
        Assert.Same(numbers, view[1..].Cast("B")[(..).By(-1)].AsReadOnly().Exporter);
        Assert.Same(numbers, new MemoryView(view).Exporter);
        using NativeBuffer buffer = NativeBuffer.Allocate(4);
        using MemoryView native = buffer.AsMemoryView();
        Assert.Same(buffer, native.Exporter);
    }

    [Fact]
    public void The_format_is_the_text_as_it_was_written()
    {
        MemoryView view = new byte[8].AsMemoryView();
        Assert.Equal("@i", view.Cast("@i").Format.Text);
        Assert.Equal("<i", view.Cast("<i").Format.Text);
        Assert.Equal("T{h:a:h:b:}", view.Cast("T{h:a:h:b:}").Format.Text);
    }

    [Fact]
    public void Empty_views_have_no_bytes()
    {
        MemoryView empty = Array.Empty<double>().AsMemoryView();
        Assert.Equal((0, 0, 0, 8), (empty.Length, empty.ItemCount, empty.ByteLength, empty.ItemSize));
        MemoryView flat = new int[3, 0].AsMemoryView();
        Assert.Equal((3, 0, 0), (flat.Length, flat.ItemCount, flat.ByteLength));
    }
}
