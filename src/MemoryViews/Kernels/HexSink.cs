using System;

namespace MemoryViews;

/// <summary>Writes blocks of bytes as hexadecimal digits, a separator before each group but the first.</summary>
/// <param name="destination">Room for all of them.</param>
/// <param name="separator">The separator.</param>
/// <param name="first">Bytes in the first group.</param>
/// <param name="group">Bytes in each other group.</param>
/// <param name="upper">Whether digits above 9 are capitals.</param>
internal ref struct HexSink(Span<char> destination, char separator, nint first, nint group, bool upper) : IByteSink
{
    // Below this many bytes the call to the vectorised conversion costs more than it saves.
    private const int Short = 8;

    private Span<char> _rest = destination;
    private nint _left = first;

    public bool Take(scoped ReadOnlySpan<byte> block)
    {
        while (!block.IsEmpty)
        {
            if (_left == 0)
            {
                _rest[0] = separator;
                _rest = _rest[1..];
                _left = group;
            }

            int length = (int)Math.Min(block.Length, _left);
            Digits(block[..length]);
            block = block[length..];
            _left -= length;
        }

        return true;
    }

    private void Digits(scoped ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Short)
        {
            Few(bytes);
        }
        else if (upper)
        {
            Convert.TryToHexString(bytes, _rest, out _);
        }
        else
        {
            Convert.TryToHexStringLower(bytes, _rest, out _);
        }

        _rest = _rest[(2 * bytes.Length)..];
    }

    private readonly void Few(scoped ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<char> digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
        for (int i = 0; i < bytes.Length; i++)
        {
            _rest[2 * i] = digits[bytes[i] >> 4];
            _rest[(2 * i) + 1] = digits[bytes[i] & 15];
        }
    }
}
