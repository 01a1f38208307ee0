using System;

namespace MemoryViews.Tests.Errors;

internal static partial class Catalogue
{
    private static Provocation[] LayoutsSites =>
    [
        new("IndexOutOfRange", () => _ = Ints[3], "Index 3", "axis 0", "length 3", "0 to 2", "-3 to -1"),
        new("WrongIndexCount", () => _ = Grid[1], "rank 2", "2 indices", "1 came", "[.., 0]"),
        new("WrongIndexCount", () => _ = Grid[1, 2, ..], "3 subscripts", "rank 2", "at most 2"),
        new("ZeroStep", () => _ = Ints[Slice.Of(null, null, 0)], "step", "0", "-1 for the reverse"),
        new("TwoEllipses", () => _ = Grid[Subscript.Ellipsis, Subscript.Ellipsis], "two ellipses", "one at most"),
        new("InvalidAxis", () => Grid.Flip(2), "Axis 2", "rank is 2", "0 to 1", "-2 to -1"),
        new("NotAPermutation", () => Grid.Permute(0, 0), "(0, 0)", "0 to 1"),
        new("RankTooHigh", () => Layout.Contiguous(1, new nint[65]), "65", "64"),
        new("ItemSizeOutOfRange", () => Layout.Contiguous(-1, [1]), "-1", "0 to 2147483647"),
        new("NegativeExtent", () => Layout.Contiguous(1, [2, -3]), "(2, -3)", "-3", "0 or more"),
        new("SizeOverflow", () => Layout.Contiguous(8, [nint.MaxValue, 2]), "9223372036854775807", "8-byte", "more than any memory"),
        new("StrideCount", () => Layout.Strided(1, [2, 3], [1]), "1 strides", "2 axes"),
        new("OutOfBounds", () => Bytes.WithLayout(ItemFormat.Of<byte>(), Layout.Contiguous(1, [9])), "[0, 9)", "[0, 8)", "fewer items"),
        new("OutOfBounds", () => new ArraySegment<byte>(new byte[16], 4, 4).AsMemoryView().WithLayout(ItemFormat.Of<byte>(), Layout.Strided(1, [1], [1], 3)), "[3, 4)", "[4, 8)"),
        new("ReshapeCount", () => Grid.Reshape(4, 2), "(2, 3)", "6 items", "(4, 2)", "-1"),
        new("ReshapeNeedsCopy", () => Grid.Transpose().Reshape(6), "(3, 2)", "(6,)", "ToArray"),
        new("BroadcastMismatch", () => Grid.BroadcastTo(4, 3), "(2, 3)", "(4, 3)", "equal or 1"),
        new("WindowSize", () => Ints.Windows(4), "4", "length 3", "1 to 3"),
        new("IndirectAxis", () => Indirect(v => v.Transpose()), "suboffset", "ToArray"),
        new("NullPointer", () => _ = RowsOfNull[1, ..], "is null", "point every entry"),
        new("NullPointer", () => RowsOfNull.ToBytes(), "is null", "point every entry"),
        new("SliceRange", () => Ints.Slice(2, 2), "Slice(2, 2)", "length 3", "clamps"),
        new("SliceSyntax", () => Slice.Parse("1:x"), "^"),
    ];

    private static MemoryView RowsOfNull => MemoryView.Over(
        new BufferExport(null, NativeBuffer.Allocate(2 * nint.Size), Layout.Indirect(1, [2, 4], [nint.Size, 1], [0, -1]), ItemFormat.UInt8, isReadOnly: false));
}
