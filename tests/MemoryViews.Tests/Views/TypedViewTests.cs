using System;
using System.Linq;
using MemoryViews.Tests.LayoutAlgebra;
using Xunit;

namespace MemoryViews.Tests.Views;

public class TypedViewTests
{
    [Theory]
    [MemberData(nameof(Lent.Addressed), MemberType = typeof(Lent))]
    public void A_typed_row_reads_and_writes_at_any_stride(Backing backing)
    {
        using Lent lent = Lent.Items(backing, 0, 1, 2, 3, 4, 5, 6);
        using Lease lease = lent.View[Slice.Of(null, null, -2)].Lease();
        View1D<int> row = lease.View1D<int>();
        Assert.Equal(4, row.Length);
        Assert.Equal(-8, row.Stride);
        row[1] = 40;
        foreach (ref int item in row)
        {
            item++;
        }

        Assert.Equal([1, 1, 3, 3, 41, 5, 7], lent.View.ToArray<int>());
        Assert.False(row.TryGetSpan(out _));
        int[] copy = new int[4];
        row.CopyTo(copy);
        Assert.Equal([7, 41, 3, 1], copy);
        row[1..3].Fill(-1);
        Assert.Equal([1, 1, -1, 3, -1, 5, 7], lent.View.ToArray<int>());
        ReadOnlyView1D<int> read = row;
        Assert.Equal(7, read[0]);
    }

    [Fact]
    public void A_typed_row_copied_over_its_own_memory_is_read_before_it_is_written()
    {
        byte[] bytes = [1, 2, 3, 4, 5, 6];
        using Lease lease = bytes.AsMemoryView().Flip().Lease();
        lease.View1D<byte>().CopyTo(bytes);
        Assert.Equal([6, 5, 4, 3, 2, 1], bytes);
    }

    [Theory]
    [MemberData(nameof(Lent.Addressed), MemberType = typeof(Lent))]
    public void A_typed_grid_has_rows_columns_and_a_transpose(Backing backing)
    {
        using Lent lent = Lent.Grid(backing, 2, 3, 0.0, 1, 2, 3, 4, 5);
        using Lease lease = lent.View.Lease();
        View2D<double> grid = lease.View2D<double>();
        Assert.Equal((2, 3), (grid.Rows, grid.Columns));
        Assert.Equal(5, grid[1, 2]);
        grid[1, 0] = 30;
        Assert.Equal(30, grid.Transpose()[0, 1]);
        Assert.Equal(30, grid.Column(0)[1]);
        Assert.Equal(4, grid.Row(1)[1]);
        Assert.Equal([30, 4, 5], grid.RowSpan(1).ToArray());
        Assert.Equal(4, grid[1.., 1..][0, 0]);
        ReadOnlyView2D<double> read = grid;
        Assert.Equal(30, read[1, 0]);
        Assert.Equal([0, 1, 2, 30, 4, 5], lent.View.ToArray<double>());
    }

    [Fact]
    public void A_typed_cube_has_planes()
    {
        using Lease lease = Enumerable.Range(0, 24).ToArray().AsMemoryView().Reshape(2, 3, 4).Flip().Lease();
        View3D<int> cube = lease.View3D<int>();
        Assert.Equal((2, 3, 4), (cube.Depth, cube.Rows, cube.Columns));
        Assert.Equal(12, cube[0, 0, 0]);
        Assert.Equal(11, cube[1, 2, 3]);
        Assert.Equal(7, cube.Plane(1)[1, 3]);
        ReadOnlyView3D<int> read = cube;
        Assert.Equal(7, read[1, 1, 3]);
    }

    [Fact]
    public void Indices_outside_a_typed_view_are_refused()
    {
        using Lease lease = new int[2, 3].AsMemoryView().Lease(), rowLease = new int[3].AsMemoryView().Lease(), cubeLease = new int[2, 2, 2].AsMemoryView().Lease();
        View2D<int> grid = lease.View2D<int>();
        View1D<int> row = rowLease.View1D<int>();
        View3D<int> cube = cubeLease.View3D<int>();
        foreach (nint bad in new[] { -1, 3, nint.MaxValue, nint.MinValue })
        {
            CheckRow(row, bad);
            CheckGrid(grid, bad);
            CheckCube(cube, bad);
        }
    }

    [Theory]
    [MemberData(nameof(Lent.AllAddressed), MemberType = typeof(Lent))]
    public void Rows_are_walked_in_order_over_any_layout(Backing backing)
    {
        using Lent lent = Lent.Grid(backing, 3, 4, [.. Enumerable.Range(0, 12)]);
        using Lease lease = lent.View[(..).By(-1), 1..].Lease();
        int sum = 0, weight = 1;
        foreach (View1D<int> row in lease.Rows<int>())
        {
            sum += weight++ * row[0];
            row[1] = -1;
        }

        Assert.Equal((1 * 9) + (2 * 5) + (3 * 1), sum);
        Assert.Equal(3, lent.View.Count(-1));
        Assert.Equal([2, 6, 10], Enumerable.Range(0, 12).Where(i => lent.View.Get<int>(i / 4, i % 4) == -1));
    }

    [Fact]
    public void Items_that_each_lie_behind_a_pointer_make_no_row()
    {
        using Lent lent = Lent.Grid(Backing.Indirect, 3, 4, [.. Enumerable.Range(0, 12)]);
        MemoryView column = lent.View[.., 1];
        Assert.Equal([1, 5, 9], column.ToArray<int>());
        Refuse<ViewOperationException>(ViewErrorCode.NotContiguous, column, lease => lease.Rows<int>(), "suboffsets", "ToArray");
    }

    [Fact]
    public void The_contract_is_checked_once_at_the_door()
    {
        MemoryView ints = new int[4].AsMemoryView(), grid = ints.Reshape(2, 2);
        Refuse<ItemTypeException>(ViewErrorCode.FormatMismatch, ints, lease => lease.View1D<float>(), "'i'", "Single");
        Refuse<ItemTypeException>(ViewErrorCode.FormatMismatch, ints.Cast(">i"), lease => lease.View1D<int>(), "ConvertTo");
        Refuse<ViewOperationException>(ViewErrorCode.WrongIndexCount, grid, lease => lease.View1D<int>(), "rank 1", "rank 2");
        Refuse<ViewOperationException>(ViewErrorCode.WrongIndexCount, ints, lease => lease.View2D<int>(), "rank 2", "rank 1");
        Refuse<ViewOperationException>(ViewErrorCode.NotContiguous, ints.Flip(), lease => lease.Span<int>(), "one run");
        Refuse<ViewOperationException>(ViewErrorCode.NotContiguous, ints.Flip(), lease => _ = lease.Bytes.Length, "one run");
        Assert.Throws<ViewNotSupportedException>(() => ints.AsReadOnly().Lease());
        Assert.Throws<ViewNotSupportedException>(() => ints.AsReadOnly().BorrowMemory<int>());
    }

    [Fact]
    public void A_lease_keeps_the_memory_and_a_second_dispose_does_nothing()
    {
        NativeBuffer buffer = NativeBuffer.Allocate(8);
        MemoryView view = buffer.AsMemoryView();
        Lease lease = view.Lease(), copy = lease;
        lease.Bytes[3] = 9;
        Assert.Equal((byte)9, view[3]);
        view.Dispose();
        Assert.Throws<BufferException>(() => buffer.Close());
        lease.Dispose();
        copy.Dispose();
        buffer.Close();
        using NativeBuffer second = NativeBuffer.Allocate(8);
        using MemoryView other = second.AsMemoryView();
        using Lease fresh = other.Lease();
        copy.Dispose();
        lease.Dispose();
        Assert.Equal(8, fresh.Bytes.Length);
    }

    [Theory]
    [MemberData(nameof(Lent.Addressed), MemberType = typeof(Lent))]
    public void Access_and_borrowed_memory_see_the_same_items(Backing backing)
    {
        using Lent lent = Lent.Items(backing, 1, 2, 3);
        int[] sums = new int[1];
        lent.View.Access<int, int[]>(sums, static (Span<int> items, int[] sums) => items[0] = sums[0] = items.Length);
        lent.View.Access<int, int[]>(sums, static (ReadOnlySpan<int> items, int[] sums) => sums[0] += items[2]);
        Assert.Equal(6, sums[0]);
        using (System.Buffers.IMemoryOwner<int> owner = lent.View[1..].BorrowMemory<int>())
        {
            Assert.Equal([2, 3], owner.Memory.ToArray());
            owner.Memory.Span[1] = 30;
        }

        Assert.Equal([3, 2, 30], lent.View.ToArray<int>());
    }

    [Fact]
    public void Borrowed_memory_is_held_until_its_last_pin_lets_go()
    {
        NativeBuffer buffer = NativeBuffer.Allocate(8);
        using MemoryView view = buffer.AsMemoryView();
        System.Buffers.IMemoryOwner<byte> owner = view.BorrowMemory<byte>();
        Memory<byte> memory = owner.Memory;
        System.Buffers.MemoryHandle pin = memory.Pin(), copy = pin;
        owner.Dispose();
        owner.Dispose();
        view.Dispose();
        Assert.Throws<ViewReleasedException>(() => memory.Pin());
        Assert.Throws<BufferException>(() => buffer.Close());
        pin.Dispose();
        copy.Dispose();
        buffer.Close();
    }

    [Fact]
    public void Empty_views_lease_empty_spans()
    {
        using Lease lease = new int[3].AsMemoryView()[3..].Lease();
        Assert.True(lease.Bytes.IsEmpty && lease.Span<int>().IsEmpty);
        Assert.Equal(0, lease.View1D<int>().Length);
        int rows = 0;
        using Lease grid = new int[0, 3].AsMemoryView().Lease();
        foreach (View1D<int> row in grid.Rows<int>())
        {
            rows++;
        }

        Assert.Equal(0, rows);
    }

    private delegate void Use(Lease lease);

    private static void Refuse<T>(ViewErrorCode code, MemoryView view, Use use, params string[] facts)
        where T : Exception, IViewException => Refusal.Of<T>(code, () =>
        {
            using Lease lease = view.Lease();
            use(lease);
        }, facts);

    // Typed views cannot be captured by a lambda.
    private static void CheckRow(View1D<int> row, nint bad)
    {
        try
        {
            row[bad] = 1;
        }
        catch (Exception e) when (e is AxisIndexException or IndexOutOfRangeException)
        {
            return;
        }

        Assert.Fail($"Row index {bad} was taken.");
    }

    private static void CheckGrid(View2D<int> grid, nint bad)
    {
        int refused = 0;
        foreach ((nint row, nint column) in new[] { (bad, (nint)0), (0, bad), (bad, bad) })
        {
            try
            {
                grid[row, column] = 1;
            }
            catch (Exception e) when (e is AxisIndexException or IndexOutOfRangeException)
            {
                refused++;
            }
        }

        Assert.Equal(3, refused);
    }

    private static void CheckCube(View3D<int> cube, nint bad)
    {
        int refused = 0;
        foreach ((nint plane, nint row, nint column) in new[] { (bad, (nint)0, (nint)0), (0, bad, 0), (0, 0, bad) })
        {
            try
            {
                cube[plane, row, column] = 1;
            }
            catch (Exception e) when (e is AxisIndexException or IndexOutOfRangeException)
            {
                refused++;
            }
        }

        Assert.Equal(3, refused);
    }
}
