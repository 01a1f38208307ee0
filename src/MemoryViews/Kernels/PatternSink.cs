using System;

namespace MemoryViews;

/// <summary>
/// Finds a pattern in a stream of blocks. Bytes collect in a window; when it is full it is searched, and the last bytes, one fewer than
/// the pattern, go to its front, so that no match is lost between two windows.
/// <code>
///   window    | kept: pattern - 1 | new bytes ...                 |
///   position  ^ of byte 0 in the stream
/// </code>
/// </summary>
/// <param name="window">Room for the pattern and one byte at least.</param>
/// <param name="pattern">What is looked for: 1 byte or more.</param>
/// <param name="start">The place of the stream's first byte.</param>
internal ref struct PatternSink(Span<byte> window, ReadOnlySpan<byte> pattern, nint start) : IByteSink
{
    private readonly Span<byte> _window = window;
    private readonly ReadOnlySpan<byte> _pattern = pattern;
    private nint _position = start;
    private int _filled;

    /// <summary>The place of the match; -1 while there is none.</summary>
    public nint Found { get; private set; } = -1;

    public bool Take(scoped ReadOnlySpan<byte> block)
    {
        while (!block.IsEmpty)
        {
            int length = Math.Min(block.Length, _window.Length - _filled);
            block[..length].CopyTo(_window[_filled..]);
            block = block[length..];
            _filled += length;
            if (_filled == _window.Length && !Search())
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Searches what is in the window; false when the pattern is there.</summary>
    public bool Search()
    {
        int place = _window[.._filled].IndexOf(_pattern);
        if (place >= 0)
        {
            Found = _position + place;
            return false;
        }

        int kept = Math.Min(_pattern.Length - 1, _filled);
        _window[(_filled - kept).._filled].CopyTo(_window);
        _position += _filled - kept;
        _filled = kept;
        return true;
    }
}
