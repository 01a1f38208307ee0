using System;

namespace MemoryViews;

/// <summary>Equality of single values in memory, without boxing.</summary>
internal static class ScalarEquality
{
    public static bool Equal(ScalarKind a, bool aSwapped, ref readonly byte x, ScalarKind b, bool bSwapped, ref readonly byte y)
    {
        if (ScalarKinds.IsNumber(a) && ScalarKinds.IsNumber(b))
        {
            return Equal(Number.Load(a, aSwapped, in x), Number.Load(b, bSwapped, in y));
        }

        // Bytes equal bytes, text equals text, and neither equals a number.
        return a == ScalarKind.Char8
            ? b == ScalarKind.Char8 && x == y
            : ScalarKinds.IsText(a) && ScalarKinds.IsText(b) && Number.Load(a, aSwapped, in x).Integer == Number.Load(b, bSwapped, in y).Integer;
    }

    public static bool Equal(in Number a, in Number b)
    {
        if (a.IsInteger && b.IsInteger)
        {
            return a.Integer == b.Integer;
        }

        return a.Imaginary == b.Imaginary
            && (a.IsInteger ? Equal(a.Integer, b.Real) : b.IsInteger ? Equal(b.Integer, a.Real) : a.Real == b.Real);
    }

    /// <summary>Two items of one format, slot by slot; padding does not count.</summary>
    public static bool Equal(FormatPlan plan, ReadOnlySpan<byte> x, ReadOnlySpan<byte> y)
    {
        foreach (FormatSlot slot in plan.Slots)
        {
            for (nint i = 0; i < slot.Units; i++)
            {
                int offset = (int)(slot.Offset + (i * slot.Size));
                if (!EqualUnits(slot, x[offset..], y[offset..]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool EqualUnits(FormatSlot slot, ReadOnlySpan<byte> x, ReadOnlySpan<byte> y)
    {
        switch (slot.Code)
        {
            case 'x':
                return true;
            case 'T':
                return Equal(slot.Record!, x, y);
            case 's':
                return x[..(int)slot.Length].SequenceEqual(y[..(int)slot.Length]);
            case 'p' or 'u' or 'w':
                return ItemEquality.Values(ItemReader.ReadUnit(slot, x), ItemReader.ReadUnit(slot, y));
            default:
                return slot.Kind == ScalarKind.None
                    ? ItemEquality.Values(ItemReader.ReadUnit(slot, x), ItemReader.ReadUnit(slot, y))
                    : Equal(slot.Kind, slot.IsSwapped, in x[0], slot.Kind, slot.IsSwapped, in y[0]);
        }
    }

    // A double below 2^64 in size is cast exactly once it has no fraction; whole scalars are not larger.
    private static bool Equal(Int128 integer, double real) =>
        double.Abs(real) <= 18446744073709551616.0 && double.IsInteger(real) && (Int128)real == integer;
}
