using System;
using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>
/// What one element of a subscript does to the axes. The values count: their sum over a subscript holds how many there are of each kind, one
/// in each byte, and indices are the rest.
/// </summary>
internal enum SubscriptKind
{
    /// <summary>Takes one item and drops the axis.</summary>
    Index = 0,

    /// <summary>Takes a range and keeps the axis.</summary>
    Range = 1,

    /// <summary>Stands for all axes not named.</summary>
    Ellipsis = 1 << 8,

    /// <summary>Puts in an axis of length 1.</summary>
    NewAxis = 1 << 16,
}

/// <summary>
/// One element of a subscript that makes a view: an index, a range or slice, the ellipsis or a new axis.
/// </summary>
/// <remarks>An immutable value: safe to use from any thread.</remarks>
/// <example><c>view[1, .., Subscript.NewAxis]</c>, <c>view[Subscript.Ellipsis, 0]</c>.</example>
public readonly struct Subscript
{
    private readonly nint _start;
    private readonly nint _stop;
    private readonly nint _step;

    private Subscript(SubscriptKind kind, nint start, nint stop, nint step)
    {
        Kind = kind;
        _start = start;
        _stop = stop;
        _step = step;
    }

    /// <summary>Python's <c>...</c>: stands for as many whole axes as are not named.</summary>
    public static Subscript Ellipsis => new(SubscriptKind.Ellipsis, 0, 0, 0);

    /// <summary>NumPy's <c>newaxis</c>: puts in an axis of length 1.</summary>
    public static Subscript NewAxis => new(SubscriptKind.NewAxis, 0, 0, 0);

    internal SubscriptKind Kind { get; }

    internal AxisRange Range => new(_start, _stop, _step);

    // A subscript of an index holds AxisIndex.Signed; ^0 is beyond every axis and refused like any other index there.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal nint ResolveIndex(int axis, nint length)
    {
        nint index = _start < 0 ? _start + length : _start;
        return (nuint)index < (nuint)length ? index : throw Error.IndexOutOfRange(axis, _start == nint.MaxValue ? length : _start, length);
    }

    /// <summary>An index, which drops its axis. Having this conversion makes <see cref="AxisIndex"/> the better target where all are integers.</summary>
    /// <param name="index">The index.</param>
    public static implicit operator Subscript(AxisIndex index) => new(SubscriptKind.Index, index.Signed, 0, 0);

    /// <inheritdoc cref="op_Implicit(AxisIndex)"/>
    public static implicit operator Subscript(int index) => new(SubscriptKind.Index, index, 0, 0);

    /// <inheritdoc cref="op_Implicit(AxisIndex)"/>
    public static implicit operator Subscript(nint index) => new(SubscriptKind.Index, index, 0, 0);

    /// <inheritdoc cref="op_Implicit(AxisIndex)"/>
    public static implicit operator Subscript(Index index) => (AxisIndex)index;

    /// <summary>A range, which keeps its axis.</summary>
    /// <param name="range">The range; clamped as Python clamps slices.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Subscript(Range range) => From(AxisRange.From(range));

    /// <summary>A slice with a step, which keeps its axis.</summary>
    /// <param name="slice">The slice.</param>
    /// <exception cref="ViewArgumentException">The step is 0.</exception>
    public static implicit operator Subscript(Slice slice) => From(AxisRange.From(slice));

    // Ranges are mostly written out: inlined, their bounds are known when the caller is compiled.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Subscript From(AxisRange range) => new(SubscriptKind.Range, range.Start, range.Stop, range.Step);
}
