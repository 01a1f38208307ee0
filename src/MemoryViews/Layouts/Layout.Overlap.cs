using System;

namespace MemoryViews;

// Do bytes of items coincide? Turned round where strides are negative, a layout is its lowest byte and terms of positive size:
//
//   a:  lowA  + |a0|*x0 + |a1|*x1 + ... + r       0 <= xi < length of axis i,  0 <= r < item size
//   b:  highB - |b0|*y0 - |b1|*y1 - ... - s - 1   (b counted from its end, so that its terms change sides as positive ones)
//
// and a byte lies in both when |a0|*x0 + ... + r + |b0|*y0 + ... + s = highB - 1 - lowA: an equation for OverlapSolver.
public readonly partial struct Layout
{
    /// <summary>
    /// Whether two different items share a byte, as broadcast axes and sliding windows make them. Exact within a fixed amount of work, and
    /// true beyond it; an empty layout and an item size of 0 never overlap. Python has no counterpart (NumPy: <c>internal_overlap</c>).
    /// </summary>
    /// <remarks>Of an indirect layout the axes up to each pointer are judged as if different pointers led to different memory: whether that is so,
    /// only the memory knows.</remarks>
    /// <example><c>Layout.Contiguous(4, [10]).Windows(0, 3).IsSelfOverlapping</c> is true, and false again with windows every third item.</example>
    public bool IsSelfOverlapping
    {
        get
        {
            if (ByteLength == 0)
            {
                return false;
            }

            int start = 0;
            for (int axis = 0; IsIndirect && axis < Rank; axis++)
            {
                if (Suboffsets[axis] >= 0)
                {
                    if (GroupOverlaps(start, axis + 1, nint.Size))
                    {
                        return true;
                    }

                    start = axis + 1;
                }
            }

            return GroupOverlaps(start, Rank, ItemSize);
        }
    }

    /// <summary>
    /// Whether a byte belongs to an item of both layouts, which lie over the same memory. Exact within a fixed amount of work, and true beyond
    /// it; an empty layout and an item size of 0 never overlap. Python has no counterpart (NumPy: <c>shares_memory</c>).
    /// </summary>
    /// <param name="a">One layout.</param>
    /// <param name="b">The other layout.</param>
    /// <remarks>The items of an indirect layout lie where its pointers lead, perhaps in the same memory: with one, the answer is true unless one of
    /// the two has no bytes.</remarks>
    /// <example>The even and the odd items of one run do not overlap, though their bounds do.</example>
    public static bool Overlap(in Layout a, in Layout b) => Overlap(a, 0, b, 0);

    /// <summary>As <see cref="Overlap(in Layout, in Layout)"/>, for memory whose start is given as a number (an address, or a distance).</summary>
    internal static bool Overlap(in Layout a, nint baseA, in Layout b, nint baseB)
    {
        if (a.ByteLength == 0 || b.ByteLength == 0)
        {
            return false;
        }

        if (a.IsIndirect || b.IsIndirect)
        {
            return true;
        }

        (Int128 lowA, Int128 highA) = a.WideBounds();
        (Int128 lowB, Int128 highB) = b.WideBounds();
        Int128 shift = (Int128)baseB - baseA;
        (lowB, highB) = (lowB + shift, highB + shift);
        if (highA <= lowB || highB <= lowA)
        {
            return false;
        }

        OverlapSolver solver = new(stackalloc OverlapSolver.Term[a.Rank + b.Rank]);
        a.AddTerms(ref solver);
        b.AddTerms(ref solver);
        return solver.CanReach(highB - 1 - lowA);
    }

    private void AddTerms(ref OverlapSolver solver)
    {
        ReadOnlySpan<nint> shape = Shape, strides = Strides;
        for (int axis = 0; axis < shape.Length; axis++)
        {
            solver.Add(Int128.Abs(strides[axis]), shape[axis] - 1);
        }

        solver.Widen(ItemSize - 1);
    }

    // Two items of the axes [first, end) share a byte when the differences d of their indices, not all 0, give |sum of stride * d| < item size.
    // Sorted by size, largest first, let axis k be the first with d != 0, and d > 0 there (else swap the items): one equation for each k, with
    // all smaller axes free. If each stride is at least what the smaller ones reach plus an item, every equation fails at once.
    private bool GroupOverlaps(int first, int end, nint itemSize)
    {
        Span<OverlapSolver.Term> axes = stackalloc OverlapSolver.Term[end - first];
        int count = LongAxes(first, end, axes);
        axes = axes[..count];
        axes.Sort(static (a, b) => a.Coefficient.CompareTo(b.Coefficient));
        Span<OverlapSolver.Term> room = stackalloc OverlapSolver.Term[count];
        Int128 reach = itemSize - 1;
        for (int k = 0; k < count; k++)
        {
            if (StepOverlaps(axes[..(k + 1)], reach, itemSize, room))
            {
                return true;
            }

            reach += axes[k].Coefficient * axes[k].Limit;
        }

        return false;
    }

    // stride*(1 + w) + smaller*(z - limit) + ... + (e - (item size - 1)) = 0 with 0 <= w < limit, 0 <= z <= 2*limit, 0 <= e <= 2*(item size - 1).
    private static bool StepOverlaps(ReadOnlySpan<OverlapSolver.Term> axes, Int128 reach, nint itemSize, Span<OverlapSolver.Term> room)
    {
        ref readonly OverlapSolver.Term step = ref axes[^1];
        if (step.Coefficient > reach)
        {
            return false;
        }

        OverlapSolver solver = new(room);
        solver.Widen(2 * ((Int128)itemSize - 1));
        solver.Add(step.Coefficient, step.Limit - 1);
        foreach (ref readonly OverlapSolver.Term smaller in axes[..^1])
        {
            solver.Add(smaller.Coefficient, 2 * smaller.Limit);
        }

        return solver.CanReach(reach - step.Coefficient);
    }

    private int LongAxes(int first, int end, Span<OverlapSolver.Term> axes)
    {
        int count = 0;
        for (int axis = first; axis < end; axis++)
        {
            if (Shape[axis] > 1)
            {
                axes[count++] = new() { Coefficient = Int128.Abs(Strides[axis]), Limit = Shape[axis] - 1 };
            }
        }

        return count;
    }
}
