using System;
using System.Collections.Generic;
using System.IO;

namespace MemoryViews.Command;

/// <summary>
/// A view's bytes in lines of up to 16. A line holds only bytes that are neighbours in the file, so its offset is true for each of them;
/// where the view jumps, a new line begins.
/// </summary>
internal sealed class ByteLines : IDisposable
{
    public const int Width = 16;
    private const int BlockSize = 1 << 16;

    private readonly IEnumerator<(long Offset, long Length)> _runs;
    private readonly Stream _stream;
    private readonly nint _itemSize;
    private readonly byte[] _block = new byte[BlockSize];
    private readonly byte[] _line = new byte[Width];
    private int _blockAt;
    private int _blockEnd;
    private long _runLeft;
    private long _runAt;
    private long _inRun;

    public ByteLines(ChosenView chosen)
    {
        _runs = ByteRuns.Of(chosen).GetEnumerator();
        _stream = chosen.View.AsStream();
        _itemSize = chosen.View.ItemSize;
    }

    /// <summary>The offset in the file of the line's first byte.</summary>
    public long Offset { get; private set; }

    public int Count { get; private set; }

    /// <summary>Whether the line goes on where the one before ended.</summary>
    public bool Continues { get; private set; }

    /// <summary>The offset behind the last byte of all lines so far.</summary>
    public long EndOffset { get; private set; }

    public ReadOnlySpan<byte> Bytes => _line.AsSpan(0, Count);

    private long LineInRun { get; set; }

    /// <summary>Whether an item begins at a byte of the line. Runs begin with items, and joined runs hold whole ones.</summary>
    public bool IsItemStart(int column) => (LineInRun + column) % _itemSize == 0;

    public bool Next()
    {
        if (_runLeft == 0)
        {
            if (!_runs.MoveNext())
            {
                return false;
            }

            (_runAt, _runLeft) = _runs.Current;
            _inRun = 0;
        }

        Count = (int)Math.Min(Width, _runLeft);
        Fill(_line.AsSpan(0, Count));
        Offset = _runAt;
        Continues = _inRun > 0;
        LineInRun = _inRun;
        _runAt += Count;
        _runLeft -= Count;
        _inRun += Count;
        EndOffset = _runAt;
        return true;
    }

    public void Dispose()
    {
        _runs.Dispose();
        _stream.Dispose();
    }

    private void Fill(Span<byte> line)
    {
        while (!line.IsEmpty)
        {
            if (_blockAt == _blockEnd)
            {
                _blockAt = 0;
                _blockEnd = _stream.Read(_block, 0, BlockSize);
                if (_blockEnd == 0)
                {
                    throw Error.EndedEarly(_runAt);
                }
            }

            int count = Math.Min(line.Length, _blockEnd - _blockAt);
            _block.AsSpan(_blockAt, count).CopyTo(line);
            line = line[count..];
            _blockAt += count;
        }
    }
}
