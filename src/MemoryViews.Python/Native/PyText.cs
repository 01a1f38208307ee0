using System;
using System.Runtime.InteropServices;
using System.Text;

namespace MemoryViews.Python;

/// <summary>Texts both ways. Half surrogates and zero characters pass through: Python's texts may hold both. The caller holds the interpreter's lock.</summary>
internal static unsafe class PyText
{
    /// <summary>A new reference to a str.</summary>
    public static nint New(ReadOnlySpan<char> text)
    {
        int order = BitConverter.IsLittleEndian ? -1 : 1;
        fixed (byte* errors = "surrogatepass"u8)
        fixed (char* first = text)
        {
            return PyCheck.Reference(text.IsEmpty
                ? Py.UnicodeFromStringAndSize(null, 0)
                : Py.UnicodeDecodeUtf16((byte*)first, (nint)text.Length * sizeof(char), errors, &order));
        }
    }

    /// <summary>A new reference to a str that is kept for ever: for names.</summary>
    public static nint Intern(ReadOnlySpan<byte> utf8)
    {
        fixed (byte* first = utf8)
        {
            return PyCheck.Reference(Py.UnicodeInternFromString(first));
        }
    }

    /// <summary>The text of a str (borrowed reference).</summary>
    public static string Read(nint text)
    {
        nint length;
        byte* first = Py.UnicodeAsUtf8AndSize(text, &length);
        if (first is not null)
        {
            return Encoding.UTF8.GetString(first, checked((int)length));
        }

        Py.ErrClear(); // half surrogates have no UTF-8
        return ReadUtf16(text);
    }

    /// <summary>The text of a zero-terminated C string.</summary>
    public static string ReadC(byte* text) => Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text));

    private static string ReadUtf16(nint text)
    {
        fixed (byte* encoding = BitConverter.IsLittleEndian ? "utf-16-le"u8 : "utf-16-be"u8, errors = "surrogatepass"u8)
        {
            nint bytes = PyCheck.Reference(Py.UnicodeAsEncodedString(text, encoding, errors));
            try
            {
                return new string((char*)Py.BytesAsString(bytes), 0, checked((int)(Py.BytesSize(bytes) / sizeof(char))));
            }
            finally
            {
                Py.DecRef(bytes);
            }
        }
    }
}
