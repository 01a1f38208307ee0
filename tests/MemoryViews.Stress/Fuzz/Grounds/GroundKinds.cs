using System;
using System.Linq;

namespace MemoryViews.Stress.Fuzz;

/// <summary>Every kind of memory the fuzzer works on: one line each.</summary>
internal static class GroundKinds
{
    private static readonly Func<Chance, Ground>[] s_kinds =
    [
        ManagedGrounds.Vector,
        ManagedGrounds.Grid,
        ManagedGrounds.Segment,
        ManagedGrounds.ReadOnlyMemory,
        ManagedGrounds.Text,
        ManagedGrounds.Manager,
        OwnGrounds.Bytes,
        OwnGrounds.ByteArray,
        OwnGrounds.TypedArray,
        OwnGrounds.Native,
        OwnGrounds.InPieces,
        OwnGrounds.Native,
        ForeignGrounds.Borrowed,
        ForeignGrounds.Twice,
        ForeignGrounds.Strided,
        ForeignGrounds.Strided,
        ForeignGrounds.Rows,
        ForeignGrounds.RowsOfRows,
        FileGrounds.ReadOnly,
        FileGrounds.ReadWrite,
        FileGrounds.CopyOnWrite,
        FileGrounds.CheckedReadOnly,
        FileGrounds.CheckedReadWrite,
        FileGrounds.CheckedCopyOnWrite,
        FileGrounds.Twice,
    ];

    public static Ground Make(Chance chance) => chance.Of(s_kinds)(chance);

    /// <summary>Bytes of a new ground: mostly few, so that the model is quick; now and then enough for the kernels' wide loops and tiles.</summary>
    public static int Length(Chance chance) => chance.OneIn(60) ? chance.Below(6000) : chance.OneIn(6) ? chance.Below(10) : chance.Below(200);

    /// <summary>Places of items one behind the other.</summary>
    public static int[] Row(int start, int count, int size) => [.. Enumerable.Range(0, count).Select(i => start + (i * size))];
}
