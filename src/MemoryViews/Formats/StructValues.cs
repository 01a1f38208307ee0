using System;

namespace MemoryViews;

/// <summary>The records of a span as their values, one after the other: what <c>foreach</c> walks. Lives no longer than the span.</summary>
public ref struct StructValues
{
    private readonly Struct _format;
    private readonly int _size;
    private ReadOnlySpan<byte> _rest;
    private ReadOnlySpan<byte> _record;

    internal StructValues(Struct format, ReadOnlySpan<byte> records)
    {
        _format = format;
        _size = (int)format.Size;
        _rest = records;
    }

    /// <summary>The values of the record reached, read anew at each call.</summary>
    /// <exception cref="ViewArgumentException">No record has been reached yet.</exception>
    public readonly object?[] Current => _format.Unpack(_record);

    /// <summary>The walk itself, for <c>foreach</c>.</summary>
    public readonly StructValues GetEnumerator() => this;

    /// <summary>Goes to the next record.</summary>
    /// <returns>False when there is none.</returns>
    public bool MoveNext()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        _record = _rest[.._size];
        _rest = _rest[_size..];
        return true;
    }
}
