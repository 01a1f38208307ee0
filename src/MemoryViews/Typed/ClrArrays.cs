using System;
using System.Diagnostics.CodeAnalysis;

namespace MemoryViews;

/// <summary>New .NET arrays of a view's rank and its format's type.</summary>
internal static class ClrArrays
{
    // .NET arrays have 32 axes at most.
    private const int MostAxes = 32;

    /// <summary>Whether the array's elements are the items as they lie, but for byte order.</summary>
    public static bool HoldsItems(ItemFormat format) => format.Scalar is not (ScalarKind.None or ScalarKind.Boolean or ScalarKind.Complex64 or ScalarKind.LongDouble or ScalarKind.Utf32);

    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Arrays of primitive types exist in every program up to rank 3; an AOT compiler that lacks a higher one says so when it is asked.")]
    public static Array Create(ItemFormat format, ReadOnlySpan<nint> shape)
    {
        if (format.ClrType is not { } element)
        {
            throw Error.NoClrArray(format.Text);
        }

        if (shape.Length > MostAxes)
        {
            throw Error.NoClrRank(shape.Length, MostAxes);
        }

        int[] lengths = new int[Math.Max(1, shape.Length)];
        lengths[0] = 1;
        for (int axis = 0; axis < shape.Length; axis++)
        {
            lengths[axis] = shape[axis] <= Array.MaxLength ? (int)shape[axis] : throw Error.TooLarge("An axis", shape[axis], Array.MaxLength);
        }

        return Array.CreateInstance(element, lengths);
    }

    /// <summary>The machine's own format of the elements of such an array.</summary>
    public static ItemFormat NativeFormat(ItemFormat format) => ItemFormat.Parse(ScalarKinds.CodeOf(format.Scalar));

    /// <summary>Sets all elements, last axis fastest.</summary>
    public static void SetItems(Array array, ReadOnlySpan<object?> items)
    {
        Span<int> at = stackalloc int[MostAxes];
        int[] index = new int[array.Rank];
        at.Clear();
        foreach (object? item in items)
        {
            at[..index.Length].CopyTo(index);
            array.SetValue(item, index);
            for (int axis = index.Length - 1; axis >= 0 && ++at[axis] == array.GetLength(axis); axis--)
            {
                at[axis] = 0;
            }
        }
    }
}
