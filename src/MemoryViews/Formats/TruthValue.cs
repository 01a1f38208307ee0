using System.Collections;
using System.Collections.Generic;
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
        IReadOnlyCollection<object?> collection => collection.Count != 0,
        System.ReadOnlyMemory<byte> memory => !memory.IsEmpty,
        System.Memory<byte> memory => !memory.IsEmpty,
        _ => OfNumber(value),
    };

    private static bool OfNumber(object value) =>
        NumberValue.TryBigInteger(value, out BigInteger integer) ? !integer.IsZero : !NumberValue.TryReal(value, out double real, out _) || real != 0;
}
