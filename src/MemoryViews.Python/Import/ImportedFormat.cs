using System;
using System.Runtime.InteropServices;
using System.Text;

namespace MemoryViews.Python;

/// <summary>What the items of a Python buffer are.</summary>
internal static unsafe class ImportedFormat
{
    private const int LongestOnStack = 256;
    private static readonly ItemFormat?[] s_single = new ItemFormat?[128];

    /// <summary>The format of a C string; bytes when there is none. A text that is no format stands for items that can be moved but not read.</summary>
    /// <param name="text">A zero-terminated string, or null.</param>
    /// <param name="itemSize">The size that the exporter gives its items: it decides between dialects that pad differently.</param>
    public static ItemFormat Read(byte* text, nint itemSize)
    {
        if (text is null)
        {
            return Bytes;
        }

        if (text[0] is > 0 and < 128 and byte code && text[1] == 0)
        {
            return s_single[code] ??= ItemFormat.ParseOrUnknown(((char)code).ToString()); // the most of what there is
        }

        ReadOnlySpan<byte> utf8 = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text);
        Span<char> characters = utf8.Length <= LongestOnStack ? stackalloc char[utf8.Length] : new char[utf8.Length];
        characters = characters[..Encoding.UTF8.GetChars(utf8, characters)];
        if (!ItemFormat.TryParse(characters, null, out ItemFormat? format))
        {
            return ItemFormat.ParseOrUnknown(characters.ToString());
        }

        return format.Size == itemSize ? format : InAnotherDialect(characters.ToString(), itemSize) ?? format;
    }

    private static ItemFormat Bytes { get; } = ItemFormat.Parse("B");

    // NumPy rounds records up to their alignment and leaves the bytes at the end out of the text; ctypes before 3.12 leaves all padding out.
    private static ItemFormat? InAnotherDialect(string text, nint itemSize)
    {
        try
        {
            ItemFormat format = ItemFormat.Parse(text, FormatDialect.NumPy);
            return format.Size == itemSize ? format : null;
        }
        catch (ViewSyntaxException)
        {
            return null;
        }
    }
}
