using System;
using System.Collections.Generic;

namespace MemoryViews.Interchange;

/// <summary>
/// The way from an array through its fixed-size lists to the data, checked at each step: items [First, First + Count) of Data.
/// <code>
///   level 0   offset o, length n, lists of a      needs child items [o*a, (o+n)*a)
///   level 1   offset p, lists of b                 they are its buffers' items p + o*a ..., and need child items [(p+o*a)*b, ...)
///   level 2   offset q, data                       First = q + (p+o*a)*b, Count = n*a*b, shape (n, a, b)
/// </code>
/// All numbers come from outside: the sums are 128 bits wide, and refused beyond 63.
/// </summary>
internal unsafe ref struct ArrowWalk
{
    private ArrowArray* _array;
    private ArrowSchema* _schema;

    /// <summary>The items' format; "?" for bits.</summary>
    public ItemFormat Format;

    /// <summary>Whether the data is bits.</summary>
    public bool IsBits;

    /// <summary>Items along each level.</summary>
    public nint[] Shape;

    /// <summary>The data buffer; may be null when there are no items.</summary>
    public void* Data;

    /// <summary>The first item in the data buffer.</summary>
    public long First;

    /// <summary>How many items, over all levels.</summary>
    public long Count;

    public static ArrowWalk Of(ArrowArray* array, ArrowSchema* schema)
    {
        ArrowWalk walk = default;
        walk._array = array;
        walk._schema = schema;
        walk.CheckNode();
        walk.First = array->Offset;
        walk.Count = array->Length;
        List<nint> shape = [Extent(array->Length)];
        string format = walk.ReadFormat();
        while (ArrowTypes.ListSize(format) is { } size)
        {
            if (shape.Count == Layout.MaxRank)
            {
                throw Error.TooManyAxes(Standard, shape.Count + 1L);
            }

            walk.CheckBuffers(1, 1);
            walk.IntoLists(size);
            shape.Add(size);
            format = walk.ReadFormat();
        }

        walk.Shape = [.. shape];
        walk.ReadLeaf(format);
        return walk;
    }

    private const string Standard = "Arrow array";

    private void ReadLeaf(string format)
    {
        Format = ArrowTypes.FormatOf(format) ?? throw Error.ArrowFormatNotAView(format);
        IsBits = format == ArrowTypes.Bits;
        CheckBuffers(2, 0);
        Data = _array->Buffers[1];
    }

    /// <summary>From lists of a size to what is in them.</summary>
    private void IntoLists(int size)
    {
        ArrowArray* child = _array->Children is null || _array->Children[0] is null ? throw Error.ArrowNoPointer("child") : _array->Children[0];
        _schema = _schema->ChildCount != 1 ? throw Error.ArrowBadCount("the schema's n_children", _schema->ChildCount, "lists have 1")
            : _schema->Children is null || _schema->Children[0] is null ? throw Error.ArrowNoPointer("schema of its child") : _schema->Children[0];
        _array = child;
        CheckNode();

        Int128 first = (Int128)First * size, count = (Int128)Count * size;
        if (first + count > child->Length)
        {
            throw Error.ArrowChildTooShort(first + count, child->Length);
        }

        Reach(first + child->Offset, count);
    }

    private void Reach(Int128 first, Int128 count)
    {
        if (first + count > long.MaxValue)
        {
            throw Error.ArrowTooLong(first + count);
        }

        First = (long)first;
        Count = (long)count;
    }

    private readonly string ReadFormat()
        => _schema->Format is null ? throw Error.ArrowNoFormat() : ArrowTypes.Read(_schema->Format);

    /// <summary>What holds for arrays of every type.</summary>
    private readonly void CheckNode()
    {
        if (_schema->Release is null)
        {
            throw Error.AlreadyReleased(nameof(ArrowSchema));
        }

        if (_array->Release is null)
        {
            throw Error.AlreadyReleased(nameof(ArrowArray));
        }

        if (_array->Dictionary is not null || _schema->Dictionary is not null)
        {
            throw Error.ArrowDictionary();
        }

        CheckRange("length", _array->Length, 0, long.MaxValue);
        CheckRange("offset", _array->Offset, 0, long.MaxValue - _array->Length);
        CheckRange("null_count", _array->NullCount, -1, _array->Length);
    }

    private static void CheckRange(string field, long value, long least, long most)
    {
        if (value < least || value > most)
        {
            throw Error.ArrowBadCount(field, value, $"it lies between {least} and {most} here");
        }
    }

    /// <summary>That the counts are those of the type, and no item is missing.</summary>
    private readonly void CheckBuffers(long buffers, long children)
    {
        CheckRange("n_buffers", _array->BufferCount, buffers, buffers);
        CheckRange("n_children", _array->ChildCount, children, children);
        if (_array->Buffers is null)
        {
            throw Error.ArrowNoPointer("list of buffers");
        }

        // Without a bitmap nothing is missing; with one, an unknown count is counted where it matters.
        byte* present = (byte*)_array->Buffers[0];
        long nulls = _array->NullCount < 0 ? present is null ? 0 : BitItems.CountZeros(present, First, Count) : _array->NullCount;
        if (nulls > 0)
        {
            throw Error.ArrowNulls(nulls);
        }
    }

    private static nint Extent(long length) => length <= nint.MaxValue ? (nint)length : throw Error.ArrowTooLong(length);
}
