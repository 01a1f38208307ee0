using System;
using System.Buffers;
using System.Text;

namespace MemoryViews.Python;

/// <summary>Hexadecimal digits as a Python str. They are ASCII, so the str is made of bytes rather than of characters.</summary>
internal static unsafe class ViewHex
{
    /// <summary>Those of a plain view whose items lie in a row, without separators; 0 when the engine has to make them.</summary>
    public static nint New(nint self, nint separator, nint group)
    {
        ref PyBuffer whole = ref ViewObject.Of(self)->Whole;
        if (separator != 0 || group != 0 || !PlainView.IsPlain(self) || *whole.Strides != whole.ItemSize || whole.Len > int.MaxValue / 2)
        {
            return 0;
        }

        byte[] digits = ArrayPool<byte>.Shared.Rent(2 * (int)whole.Len);
        Convert.TryToHexStringLower(new ReadOnlySpan<byte>(whole.Buf, (int)whole.Len), digits, out int count);
        return NewAscii(digits, count);
    }

    /// <summary>A str of a text that is ASCII.</summary>
    public static nint NewAscii(string digits)
    {
        byte[] bytes = ArrayPool<byte>.Shared.Rent(digits.Length);
        Encoding.ASCII.GetBytes(digits, bytes);
        return NewAscii(bytes, digits.Length);
    }

    // Gives the array back to the pool.
    private static nint NewAscii(byte[] digits, int count)
    {
        try
        {
            fixed (byte* first = digits)
            {
                return PyCheck.Reference(Py.UnicodeFromStringAndSize(first, count));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(digits);
        }
    }
}
