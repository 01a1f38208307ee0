using MemoryViews.Tests.LayoutAlgebra;
using Xunit;

namespace MemoryViews.Tests.Views;

public class ViewOfLoanTests
{
    [Fact]
    public void A_contiguous_view_is_asked_for_once_more_and_any_other_is_copied()
    {
        byte[,] bytes = { { 1, 2, 3 }, { 4, 5, 6 } };
        MemoryView grid = bytes.AsMemoryView();
        using MemoryView same = grid.AsContiguous(), either = grid.Transpose().AsContiguous(AxisOrder.Any), copy = grid.AsContiguous(AxisOrder.F);
        Assert.Equal(0, Lent.Distance(grid, same));
        Assert.Equal(0, Lent.Distance(grid, either));
        Assert.NotEqual(0, Lent.Distance(grid, copy));
        Assert.True(copy.IsFContiguous && copy.IsReadOnly);
        Assert.True(copy.ContentEquals(grid));
        Assert.False(same.IsReadOnly);
        same.Dispose();
        Assert.Equal((byte)1, grid[0, 0]);
    }

    [Theory]
    [MemberData(nameof(Lent.All), MemberType = typeof(Lent))]
    public void Bytes_go_in_as_they_are(Backing backing)
    {
        using Lent lent = Lent.Grid<short>(backing, 2, 2, 1, 2, 3, 4);
        lent.View.CopyFromBytes([1, 0, 2, 0, 3, 0, 4, 1], AxisOrder.F);
        Assert.Equal([1, 3, 2, 260], lent.View.ToArray<short>());
        lent.View.Flip().CopyFromBytes([9, 0, 8, 0, 7, 0, 6, 0]);
        Assert.Equal([7, 6, 9, 8], lent.View.ToArray<short>());
        Refusal.Of<ViewArgumentException>(ViewErrorCode.ShapeMismatch, () => lent.View.CopyFromBytes(new byte[7]), "7", "8");
        Refusal.Of<ViewOperationException>(ViewErrorCode.ReadOnly, () => lent.View.AsReadOnly().CopyFromBytes(new byte[8]));
        Assert.Equal([7, 6, 9, 8], lent.View.ToArray<short>());
    }

    [Theory]
    [MemberData(nameof(Lent.AllAddressed), MemberType = typeof(Lent))]
    public unsafe void The_address_of_an_item_follows_its_pointers(Backing backing)
    {
        using Lent lent = Lent.Grid(backing, 2, 3, 1, 2, 3, 4, 5, 6);
        using System.Buffers.MemoryHandle pin = lent.View.PinItem(1, ^1);
        Assert.Equal(6, *(int*)pin.Pointer);
        Assert.Throws<AxisIndexException>(() => lent.View.PinItem(2, 0));
        Assert.Throws<ViewArgumentException>(() => lent.View.PinItem(1));
    }
}
