using System;

namespace MemoryViews.Python;

/// <summary>A plain view and the buffer of another object, both in a row and of the same code: copied and compared as bytes.</summary>
internal static unsafe class PlainPair
{
    /// <summary>Whether both hold the same; null when the engine has to tell, as for floats, where equal is not the same.</summary>
    public static bool? AreEqual(nint self, PyBuffer* other)
    {
        ref PyBuffer whole = ref ViewObject.Of(self)->Whole;
        return IsRow(self) && PlainView.IsRow(other) && *other->Format == *whole.Format && *whole.Format is not ((byte)'f' or (byte)'d' or (byte)'?')
            ? whole.Len == other->Len && new ReadOnlySpan<byte>(whole.Buf, (int)whole.Len).SequenceEqual(new(other->Buf, (int)other->Len))
            : null;
    }

    /// <summary>Copies into a part; false when the engine has to.</summary>
    /// <param name="self">A view that can be written.</param>
    /// <param name="start">The first index of the part.</param>
    /// <param name="count">Its items, which lie in a row.</param>
    /// <param name="source">What to copy.</param>
    public static bool TryCopy(nint self, nint start, nint count, PyBuffer* source)
    {
        ref PyBuffer whole = ref ViewObject.Of(self)->Whole;
        if (!IsRow(self) || !PlainView.IsRow(source) || *source->Format != *whole.Format || *source->Shape != count)
        {
            return false;
        }

        // As if the source had been copied first, where both meet.
        Buffer.MemoryCopy(source->Buf, (byte*)whole.Buf + (start * whole.ItemSize), source->Len, source->Len);
        return true;
    }

    private static bool IsRow(nint self) => PlainView.IsPlain(self) && PlainView.IsRow((PyBuffer*)((byte*)self + ViewObject.WholeOffset));
}
