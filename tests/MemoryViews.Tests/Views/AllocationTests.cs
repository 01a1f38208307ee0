using System;
using MemoryViews.HouseKeeping;
using Xunit;

namespace MemoryViews.Tests.Views;

[LeavesBehind("to be watched costs memory itself")]
public class AllocationTests
{
    private static readonly int[] s_items = new int[64];
    private static readonly NativeBuffer s_native = NativeBuffer.Allocate(256);
    private static readonly byte[] s_bytes = new byte[256];

    public static TheoryData<string> Operations =>
        ["get", "set", "get 2", "converted", "copy", "turned", "overlap", "bytes", "equals", "mismatch", "index", "count", "pattern", "fill", "overlaps", "span", "rows"];

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_warm_operation_allocates_nothing(string operation)
    {
        using MemoryView native = s_native.AsMemoryView(), ints = native.Cast<int>();
        MemoryView managed = s_items.AsMemoryView();
        foreach (MemoryView view in new[] { ints, managed })
        {
            using MemoryView grid = view.Reshape(8, 8), turned = grid.Transpose(), back = view.Flip(), big = view.Cast(">i");
            Assert.Equal(0, Allocated.By(() => Run(operation, view, grid, turned, back, big)));
        }
    }

    private static void Run(string operation, MemoryView view, MemoryView grid, MemoryView turned, MemoryView back, MemoryView big)
    {
        switch (operation)
        {
            case "get":
                _ = view.Get<int>(5) + view.Get<int>(-1) + back.Get<int>(3);
                break;
            case "set":
                view.Set(5, 5);
                back.Set(3, 3);
                break;
            case "get 2":
                _ = grid.Get<int>(1, 2) + turned.Get<int>(1, 2);
                break;
            case "converted":
                _ = view.Get<long>(5) + big.Get<int>(5);
                big.Set(5, 1L);
                break;
            case "copy":
                view.CopyTo(view);
                break;
            case "turned":
                grid.CopyFrom(turned);
                break;
            case "overlap":
                view.CopyFrom(back);
                break;
            case "bytes":
                turned.CopyTo(s_bytes.AsSpan());
                break;
            case "equals":
                view.ContentEquals(back);
                break;
            case "mismatch":
                view.FirstMismatch(big);
                break;
            case "index":
                view.IndexOf(77);
                back.IndexOf(77L);
                break;
            case "count":
                turned.Count(0);
                break;
            case "pattern":
                back.IndexOf([1, 2, 3, 4]);
                break;
            case "fill":
                turned.Fill(0);
                break;
            case "overlaps":
                view.Overlaps(turned);
                break;
            case "span":
                Sum(view);
                break;
            default:
                Rows(turned);
                break;
        }
    }

    private static int Sum(MemoryView view)
    {
        using ReadOnlyLease lease = view.LeaseReadOnly();
        return lease.Span<int>()[0] + lease.View1D<int>()[1];
    }

    private static void Rows(MemoryView view)
    {
        using Lease lease = view.Lease();
        foreach (View1D<int> row in lease.Rows<int>())
        {
            row.Fill(1);
        }
    }
}
