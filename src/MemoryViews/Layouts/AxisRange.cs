using System;
using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>
/// A slice with nothing left open: "not given" is replaced by a bound beyond any axis, which clamping brings back.
/// <code>
///   step &gt; 0   start null → 0          stop null → nint.MaxValue
///   step &lt; 0   start null → MaxValue   stop null → nint.MinValue  (one before the first item, after clamping)
/// </code>
/// </summary>
internal readonly struct AxisRange(nint start, nint stop, nint step)
{
    public nint Start { get; } = start;

    public nint Stop { get; } = stop;

    public nint Step { get; } = step;

    public static AxisRange All => new(0, nint.MaxValue, 1);

    public static AxisRange From(Slice slice)
    {
        nint step = slice.Step ?? 1;
        if (step == 0)
        {
            throw Error.ZeroStep();
        }

        // -nint.MinValue does not exist: one more is as far beyond every axis, and can be negated (Python clamps alike).
        step = Math.Max(step, -nint.MaxValue);
        return step > 0
            ? new(slice.Start ?? 0, slice.Stop ?? nint.MaxValue, step)
            : new(slice.Start ?? nint.MaxValue, slice.Stop ?? nint.MinValue, step);
    }

    // ^k is -k in Python's count; ^0 is the end itself, which only "beyond every axis" says.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static AxisRange From(Range range) => new(Bound(range.Start), Bound(range.End), 1);

    /// <summary>Clamps to an axis. The start may lie one outside it when nothing is taken, as in Python.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nint Resolve(nint length, out nint start) => Step == 1 ? ResolveRun(Start, Stop, length, out start) : ResolveSteps(length, out start);

    // Most slices have no step; this much is worth having in the caller.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint ResolveRun(nint from, nint to, nint length, out nint start)
    {
        from = from < 0 ? from + length : from;
        to = to < 0 ? to + length : to;
        start = from < 0 ? 0 : from > length ? length : from;
        to = to > length ? length : to;
        return to > start ? to - start : 0;
    }

    private nint ResolveSteps(nint length, out nint start)
    {
        start = Clamp(Start, length);
        nint stop = Clamp(Stop, length);

        // Both bounds lie in [-1, length], so no difference overflows.
        return Step > 0
            ? stop > start ? (stop - start - 1) / Step + 1 : 0
            : start > stop ? (start - stop - 1) / -Step + 1 : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint Bound(Index index) => !index.IsFromEnd ? index.Value : index.Value == 0 ? nint.MaxValue : -(nint)index.Value;

    private nint Clamp(nint bound, nint length)
    {
        if (bound < 0)
        {
            bound += length;
            return bound >= 0 ? bound : Step < 0 ? -1 : 0;
        }

        return bound < length ? bound : Step < 0 ? length - 1 : length;
    }
}
