using System;
using System.Globalization;

namespace MemoryViews;

internal static partial class Error
{
    public static Exception IndexOutOfRange(int axis, nint index, nint length) => new AxisIndexException(axis, index, length);

    public static Exception WrongIndexCount(int given, int rank) => new ViewArgumentException(
        ViewErrorCode.WrongIndexCount,
        given > rank
            ? $"{given} subscripts were given, but the view has rank {rank}: give at most {rank}."
            : $"An item of a view of rank {rank} needs {rank} indices, but {given} came: add a range such as [.., 0] to ask for a sub-view.");

    public static Exception ZeroStep() => new ViewArgumentException(
        ViewErrorCode.ZeroStep, "The step of a slice is 0: use 1 for every item, 2 for every second, -1 for the reverse.", "step");

    public static Exception TwoEllipses() => new ViewArgumentException(
        ViewErrorCode.InvalidKey, "A subscript holds two ellipses: one at most, it stands for all axes not named.");

    public static Exception InvalidAxis(nint axis, int rank) => new ViewArgumentException(
        ViewErrorCode.InvalidAxis,
        rank == 0
            ? string.Create(CultureInfo.InvariantCulture, $"Axis {axis} was asked of a view of rank 0, which has no axes.")
            : string.Create(CultureInfo.InvariantCulture, $"Axis {axis} was asked, but the rank is {rank}: axes are 0 to {rank - 1}, or -{rank} to -1 from the end."),
        "axis");

    public static Exception NotAPermutation(ReadOnlySpan<int> axes, int rank) => new ViewArgumentException(
        ViewErrorCode.InvalidAxis,
        $"Axes ({string.Join(", ", axes.ToArray())}) are no permutation: name each of 0 to {rank - 1} once.", "axes");

    public static Exception RankTooHigh(int rank, int most) => new ViewArgumentException(
        ViewErrorCode.InvalidShape, $"A rank of {rank} was asked: {most} axes is the limit.", "shape");

    public static Exception ItemSizeOutOfRange(nint itemSize) => new ViewArgumentException(
        ViewErrorCode.InvalidShape, $"An item size of {Describe.Bytes(itemSize)} was asked: items hold 0 to {int.MaxValue} bytes.", "itemSize");

    public static Exception NegativeExtent(ReadOnlySpan<nint> shape, nint extent) => new ViewArgumentException(
        ViewErrorCode.InvalidShape, $"Shape {Describe.Shape(shape)} holds the length {extent}: lengths are 0 or more.", "shape", shape);

    public static Exception SizeOverflow(ReadOnlySpan<nint> shape, nint itemSize) => new ViewArgumentException(
        ViewErrorCode.InvalidShape,
        $"Shape {Describe.Shape(shape)} of {itemSize}-byte items passes {nint.MaxValue} bytes, more than any memory holds.", "shape", shape);

    public static Exception StrideCount(int strides, int rank) => new ViewArgumentException(
        ViewErrorCode.InvalidShape, $"{strides} strides were given for {rank} axes: give one for each axis, in bytes.", "strides");

    public static Exception OutOfBounds(string low, string high, nint from, nint to) => new ViewArgumentException(
        ViewErrorCode.OutOfBounds,
        $"The layout touches bytes [{low}, {high}), but the memory lent has [{from}, {to}): move the offset, or ask for fewer items or smaller strides.", "layout");

    public static Exception ReshapeCount(ReadOnlySpan<nint> from, ReadOnlySpan<nint> to, nint items) => new ViewArgumentException(
        ViewErrorCode.ShapeMismatch,
        $"Shape {Describe.Shape(from)} has {Describe.Count(items, "item")} and cannot become {Describe.Shape(to)}: the products of both must be equal, one -1 is filled in.", "shape", to);

    public static Exception ReshapeNeedsCopy(ReadOnlySpan<nint> from, ReadOnlySpan<nint> to) => new ViewNotSupportedException(
        ViewErrorCode.NotExpressible,
        $"Shape {Describe.Shape(from)} with these strides cannot become {Describe.Shape(to)} without a copy: copy first, with ToArray or ToBytes.");

    public static Exception BroadcastMismatch(ReadOnlySpan<nint> from, ReadOnlySpan<nint> to) => new ViewArgumentException(
        ViewErrorCode.StructureMismatch,
        $"Shape {Describe.Shape(from)} does not broadcast to {Describe.Shape(to)}: from the last axis back, lengths must be equal or 1.", "shape", to);

    public static Exception WindowSize(nint size, nint step, nint length) => new ViewArgumentException(
        ViewErrorCode.InvalidShape,
        $"Windows of {size} items, every {step}, were asked of an axis of length {length}: the size is 1 to {length}, the step 1 or more.", "size");

    public static Exception IndirectAxis(string operation, string instead) => new ViewNotSupportedException(
        ViewErrorCode.NotExpressible,
        $"{operation} moves an axis across a pointer of an indirect (suboffset) layout, which PEP 3118 cannot express: {instead}.");

    public static Exception NullPointer() => new ViewOperationException(
        ViewErrorCode.OutOfBounds, "A pointer of the indirect (suboffset) layout is null: its exporter must point every entry of the table at a row.");

    public static Exception SliceRange(nint start, nint count, nint length) => new ViewArgumentException(
        ViewErrorCode.IndexOutOfRange,
        $"Slice({start}, {count}) passes the end of an axis of length {length}: start + length may be {length} at most; [start..end] clamps instead.", "start");

    public static Exception SliceSyntax(string reason, string text, int position) => new ViewSyntaxException(ViewErrorCode.InvalidKey, reason, text, position);
}
