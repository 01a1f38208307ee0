using System;
using System.Collections.Generic;
using System.Numerics;

namespace MemoryViews;

/// <summary>What kinds of objects subscripts are made of, and slices of objects turned into slices of numbers.</summary>
internal static class PythonKey
{
    public static bool IsSlice(object? key) => key is PythonSlice or Slice;

    /// <summary>Whether converting the bounds of a slice may call user code.</summary>
    public static bool RunsCode(object? key) => key is PythonSlice { Start: IPythonNumber } or PythonSlice { Stop: IPythonNumber } or PythonSlice { Step: IPythonNumber };

    /// <summary>Python's tuple: an array of objects.</summary>
    public static bool IsTuple(object? key, out object?[] elements)
    {
        elements = key as object?[] ?? [];
        return key is object?[];
    }

    /// <summary>Whether all elements are indices; a tuple of none is.</summary>
    public static bool AreIndices(object?[] elements, out PythonIndex[] indices)
    {
        indices = new PythonIndex[elements.Length];
        for (int i = 0; i < elements.Length; i++)
        {
            if (!PythonIndex.TryAsk(elements[i], out indices[i]))
            {
                return false;
            }
        }

        return true;
    }

    public static bool AreSlices(object?[] elements) => elements.Length > 0 && Array.TrueForAll(elements, IsSlice);

    /// <summary>The slice by numbers. The step is converted first, as CPython does, and refused before the bounds are looked at.</summary>
    /// <exception cref="ViewArgumentException">A bound that is no number (TypeError), or a step of 0 (ValueError).</exception>
    public static Slice ToSlice(object? key)
    {
        if (key is not PythonSlice slice)
        {
            return (Slice)key!;
        }

        nint? step = Bound(slice.Step);
        if (step == 0)
        {
            throw Error.ZeroStep();
        }

        nint? start = Bound(slice.Start);
        return new(start, Bound(slice.Stop), step);
    }

    /// <summary>A bound, clamped to what a native integer holds: beyond every axis is beyond every axis.</summary>
    public static nint? Bound(object? bound)
    {
        if (bound is null)
        {
            return null;
        }

        return PythonNumber.TryIndex(bound, out BigInteger value) ? Clamp(value) : throw Error.SliceBound(bound);
    }

    public static nint Clamp(BigInteger value) => value < nint.MinValue ? nint.MinValue : value > nint.MaxValue ? nint.MaxValue : (nint)value;

    /// <summary>A subscript as the engine has it: indices, slices, ... and null for a new axis.</summary>
    /// <exception cref="ViewArgumentException">An element of another kind.</exception>
    public static Subscript[] ToSubscripts(object? key)
    {
        object?[] elements = IsTuple(key, out object?[] tuple) ? tuple : [key];
        List<Subscript> subscripts = new(elements.Length);
        foreach (object? element in elements)
        {
            subscripts.Add(ToSubscript(element));
        }

        return [.. subscripts];
    }

    public static bool IsAllIndices(ReadOnlySpan<Subscript> subscripts)
    {
        foreach (Subscript subscript in subscripts)
        {
            if (subscript.Kind != SubscriptKind.Index)
            {
                return false;
            }
        }

        return true;
    }

    private static Subscript ToSubscript(object? element) => element switch
    {
        null => Subscript.NewAxis,
        PythonEllipsis => Subscript.Ellipsis,
        PythonSlice or Slice => ToSlice(element),
        _ => PythonIndex.TryAsk(element, out PythonIndex index) ? index.Value() : throw Error.InvalidKey(element),
    };
}
