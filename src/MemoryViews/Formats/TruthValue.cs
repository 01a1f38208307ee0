using System;
using System.Collections;
using System.Numerics;

namespace MemoryViews;

/// <summary>The truth of any value, as Python's <c>bool()</c> sees it: nothing, zero and whatever is empty are false.</summary>
internal static class TruthValue
{
    public static bool Of(object? value) => value switch
    {
        null => false,
        bool truth => truth,
        string text => text.Length != 0,
        char => true,
        Complex complex => complex != Complex.Zero,
        ICollection collection => collection.Count != 0,
        IEnumerable sequence => HasAny(sequence),
        ReadOnlyMemory<byte> memory => !memory.IsEmpty,
        Memory<byte> memory => !memory.IsEmpty,
        _ => OfNumber(value),
    };

    private static bool HasAny(IEnumerable sequence)
    {
        IEnumerator items = sequence.GetEnumerator();
        try
        {
            return items.MoveNext();
        }
        finally
        {
            (items as IDisposable)?.Dispose();
        }
    }

    private static bool OfNumber(object value) =>
        NumberValue.TryBigInteger(value, out BigInteger integer) ? !integer.IsZero : !NumberValue.TryReal(value, out double real, out _) || real != 0;
}
