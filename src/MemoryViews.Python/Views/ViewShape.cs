using System;
using System.Runtime.InteropServices;
using System.Text;

namespace MemoryViews.Python;

/// <summary>Lays out what C wants to point at: the shape behind the object, and the format's text.</summary>
internal static unsafe class ViewShape
{
    // Texts of one character, each with its NUL: "\0\0", "\1\0", ...
    private static readonly byte* s_letters = MakeLetters();

    public static void Describe(ViewObject* fields, PythonView view, ViewLoan loan)
    {
        Layout layout = view.View.Layout;
        int rank = layout.Rank;
        nint* axes = (nint*)((byte*)fields + ViewObject.Size);
        layout.Shape.CopyTo(new Span<nint>(axes, rank));
        layout.Strides.CopyTo(new Span<nint>(axes + rank, rank));
        layout.Suboffsets.CopyTo(new Span<nint>(axes + (2 * rank), rank));
        byte* format = Text(view.Format, out void* owned);
        fields->Whole = new()
        {
            Buf = (void*)(loan.Address + layout.Offset),
            Len = layout.ByteLength,
            ItemSize = layout.ItemSize,
            ReadOnly = view.IsReadOnly ? 1 : 0,
            NDim = rank,
            Format = format,
            Shape = rank == 0 ? null : axes,
            Strides = rank == 0 ? null : axes + rank,
            Suboffsets = layout.IsIndirect ? axes + (2 * rank) : null,
            Internal = owned,
        };
    }

    /// <summary>The text of a format of one character below 128, there for ever.</summary>
    public static byte* Letter(byte letter) => s_letters + (2 * letter);

    private static byte* Text(string format, out void* owned)
    {
        owned = null;
        if (format is [< (char)128 and > '\0' and char letter])
        {
            return Letter((byte)letter);
        }

        int most = Encoding.UTF8.GetMaxByteCount(format.Length) + 1;
        owned = NativeMemory.Alloc((nuint)most);
        Span<byte> text = new(owned, most);
        text[Encoding.UTF8.GetBytes(format, text)] = 0;
        return (byte*)owned;
    }

    private static byte* MakeLetters()
    {
        byte* letters = (byte*)NativeMemory.AllocZeroed(256);
        for (int letter = 0; letter < 128; letter++)
        {
            letters[2 * letter] = (byte)letter;
        }

        return letters;
    }
}
