using System;
using System.Buffers;

namespace MemoryViews;

/// <summary>
/// Equality of two buffers as CPython decides it: items of the same native code as C values, all others through the struct module. What
/// struct does not know equals nothing, not even itself.
/// </summary>
internal static class PythonEquality
{
    private const int ChunkBytes = 1 << 16;

    public static bool Equal(MemoryView a, MemoryView b)
    {
        if (!SameShape(a.Shape, b.Shape))
        {
            return false;
        }

        if (a.Format.NativeCode != '\0' && a.Format.NativeCode == b.Format.NativeCode)
        {
            return HaveEqualItems(a, a.Format, b, b.Format);
        }

        ItemFormat? x = ItemFormat.TryParse(a.Format.Text, FormatDialect.Struct, out _), y = ItemFormat.TryParse(b.Format.Text, FormatDialect.Struct, out _);
        return x is not null && y is not null && HaveEqualItems(a, x, b, y);
    }

    // CPython looks no further than the first length of 0: what follows it can hold nothing.
    private static bool SameShape(ReadOnlySpan<nint> a, ReadOnlySpan<nint> b)
    {
        int empty = a.IndexOf(0);
        int count = empty < 0 ? a.Length : empty + 1;
        return a.Length == b.Length && a[..count].SequenceEqual(b[..count]);
    }

    private static bool HaveEqualItems(MemoryView a, ItemFormat x, MemoryView b, ItemFormat y)
    {
        if (a.ItemCount == 0)
        {
            return true;
        }

        // Both directions of the shortcut are exact: the kernels compare single values as Python's == does.
        if (IsPlain(a, x) && IsPlain(b, y))
        {
            return a.FirstMismatch(b) < 0;
        }

        return x.Size <= a.ItemSize && y.Size <= b.ItemSize && Walk(a, x, b, y);
    }

    private static bool IsPlain(MemoryView view, ItemFormat format) => format.Scalar != ScalarKind.None && format.Size == view.ItemSize && format.Text == view.Format.Text;

    // Items come over in chunks, in C order, so that no view is too large to be compared. Items without bytes are all alike: one is enough.
    private static bool Walk(MemoryView a, ItemFormat x, MemoryView b, ItemFormat y)
    {
        nint widest = Math.Max(1, Math.Max(a.ItemSize, b.ItemSize));
        nint count = a.ItemSize == 0 && b.ItemSize == 0 ? 1 : a.ItemCount, step = Math.Max(1, ChunkBytes / widest);
        byte[] left = ArrayPool<byte>.Shared.Rent((int)(step * a.ItemSize)), right = ArrayPool<byte>.Shared.Rent((int)(step * b.ItemSize));
        bool equal = true;
        for (nint at = 0; equal && at < count; at += step)
        {
            int items = (int)Math.Min(step, count - at);
            a.ReadBytes(at * a.ItemSize, left.AsSpan(0, items * (int)a.ItemSize));
            b.ReadBytes(at * b.ItemSize, right.AsSpan(0, items * (int)b.ItemSize));
            for (int i = 0; equal && i < items; i++)
            {
                equal = EqualItem(x, left.AsSpan(i * (int)a.ItemSize), y, right.AsSpan(i * (int)b.ItemSize));
            }
        }

        ArrayPool<byte>.Shared.Return(left);
        ArrayPool<byte>.Shared.Return(right);
        return equal;
    }

    // One value is compared bare, several as tuples: 'i' may equal 'f', but never 'ii'.
    private static bool EqualItem(ItemFormat x, ReadOnlySpan<byte> left, ItemFormat y, ReadOnlySpan<byte> right)
    {
        object?[] a = x.ReadValues(left), b = y.ReadValues(right);
        if (a.Length != b.Length)
        {
            return false;
        }

        bool equal = true;
        for (int i = 0; equal && i < a.Length; i++)
        {
            equal = ItemEquality.Values(a[i], b[i]);
        }

        return equal;
    }
}
