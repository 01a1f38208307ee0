using System;
using System.Collections.Generic;
using System.Globalization;

namespace MemoryViews.Command;

/// <summary>The records of a view of any rank as rows, in C order, each with its index and its place in the file.</summary>
internal sealed class RecordRows(ChosenView chosen)
{
    private readonly MemoryView _view = chosen.View;
    private readonly byte[] _item = new byte[chosen.View.ItemSize];

    public nint Count => _view.ItemCount;

    /// <summary>A view of rank 0 is one record and has no index.</summary>
    public bool IsOne => _view.Rank == 0;

    /// <summary>The bytes of a row, "3" or "1,2", and the offset of its first byte.</summary>
    public ReadOnlySpan<byte> Read(nint row, out string index, out long offset)
    {
        Subscript[] subscripts = new Subscript[_view.Rank];
        List<string> names = [];
        ReadOnlySpan<nint> shape = _view.Shape;
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            (row, nint at) = Math.DivRem(row, shape[axis]);
            subscripts[axis] = at;
            names.Insert(0, at.ToString(CultureInfo.InvariantCulture));
        }

        using MemoryView item = _view[subscripts];
        item.CopyTo(_item.AsSpan(), AxisOrder.C);
        index = string.Join(',', names);
        offset = chosen.FileStart + item.Layout.Offset;
        return _item;
    }
}
