using System;

namespace MemoryViews.Command;

/// <summary>Reads the items of one row piece by piece: only what will be shown, in blocks, so that rows of any length fit.</summary>
internal sealed class RowReader
{
    private const int BlockSize = 1 << 15;

    private readonly int _itemSize;
    private readonly int _itemsPerBlock;
    private byte[] _block = [];
    private nint _first;
    private nint _count;

    public RowReader(nint itemSize)
    {
        _itemSize = (int)itemSize;
        _itemsPerBlock = Math.Max(1, BlockSize / Math.Max(_itemSize, 1));
    }

    /// <summary>Forgets what it holds: the next item is of another row.</summary>
    public void Start() => _count = 0;

    /// <summary>One item of a row.</summary>
    /// <param name="row">A view of rank 1.</param>
    /// <param name="index">The item.</param>
    /// <param name="end">Items from here on will not be asked for soon, so they are not read.</param>
    public ReadOnlySpan<byte> Read(MemoryView row, nint index, nint end)
    {
        if (index < _first || index >= _first + _count)
        {
            Fill(row, index, Math.Min(_itemsPerBlock, end - index));
        }

        return _block.AsSpan((int)(index - _first) * _itemSize, _itemSize);
    }

    private void Fill(MemoryView row, nint first, nint count)
    {
        int bytes = (int)count * _itemSize;
        if (_block.Length < bytes)
        {
            _block = new byte[bytes];
        }

        using MemoryView piece = row.Slice(first, count);
        piece.CopyTo(_block.AsSpan(0, bytes), AxisOrder.C);
        _first = first;
        _count = count;
    }
}
