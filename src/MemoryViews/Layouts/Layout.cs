using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>
/// Where the items of a view lie: offset, shape, strides (bytes), suboffsets and item size, in one value of 40 bytes. Every operation
/// gives another layout; none touches memory. Item (i, j, ...) starts <c>Offset + i * Strides[0] + j * Strides[1] + ...</c> bytes after the
/// start of its memory; where <see cref="Suboffsets"/> has an entry of 0 or more, a pointer is followed there (PEP 3118).
/// </summary>
/// <remarks>
/// <code>
///   rank 0, 1      | dims: null | offset | length | stride | item size | key | flags |
///   rank 2 and up  | dims: ───► [ shape ... | strides ... ]                (2 x rank)
///   indirect       | dims: ───► [ shape ... | strides ... | suboffsets ...] (3 x rank)
/// </code>
/// The value is immutable and safe to use from any thread.
/// </remarks>
[SuppressMessage("Naming", "CA1724", Justification = "The field's word for it.")]
public readonly partial struct Layout : IEquatable<Layout>
{
    /// <summary>The highest rank, as in CPython (<c>PyBUF_MAX_NDIM</c>).</summary>
    public const int MaxRank = 64;

    private readonly nint[]? _dims;
    private readonly nint _offset;
    private readonly nint _length;
    private readonly nint _stride;
    private readonly uint _itemSize;

    // The rank in the low byte, a tag of the holder's choice in the high one: a view keeps the kind of its items there, so that
    // "rank 1 and int" is one comparison. Tag and flags belong to the holder of the layout and are no part of its value.
    private readonly ushort _key;
    private readonly ushort _flags;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Layout(nint[]? dims, nint offset, nint length, nint stride, uint itemSize, ushort key, ushort flags)
    {
        _dims = dims;
        _offset = offset;
        _length = length;
        _stride = stride;
        _itemSize = itemSize;
        _key = key;
        _flags = flags;
    }

    /// <summary>Items in one run without gaps, in C or Fortran order, from offset 0.</summary>
    /// <param name="itemSize">Bytes an item takes.</param>
    /// <param name="shape">Items along each axis; empty for a single item.</param>
    /// <param name="order">The axis that varies fastest; <see cref="AxisOrder.Any"/> is C.</param>
    /// <exception cref="ViewArgumentException">A negative length, a rank above <see cref="MaxRank"/>, or more bytes than memory can hold.</exception>
    public static Layout Contiguous(nint itemSize, ReadOnlySpan<nint> shape, AxisOrder order = AxisOrder.C)
    {
        CheckShape(itemSize, shape);
        if (shape.Length < 2)
        {
            return OfRank1(itemSize, shape.Length == 0 ? 1 : shape[0], itemSize, 0, shape.Length);
        }

        nint[] dims = new nint[2 * shape.Length];
        shape.CopyTo(dims);
        FillContiguousStrides(itemSize, shape, dims.AsSpan(shape.Length), order);
        return new(dims, 0, 0, 0, (uint)itemSize, (ushort)shape.Length, 0);
    }

    /// <summary>Items at any distances: strides may be negative, 0 (broadcast) and overlapping.</summary>
    /// <param name="itemSize">Bytes an item takes.</param>
    /// <param name="shape">Items along each axis.</param>
    /// <param name="strides">Bytes from an item to the next along each axis.</param>
    /// <param name="offset">Bytes from the start of the memory to item (0, ..., 0).</param>
    /// <exception cref="ViewArgumentException">A negative length, too many axes or bytes, or another number of strides than axes.</exception>
    /// <remarks>Whether the layout stays inside its memory is checked when it is laid over some: <see cref="CheckFits(nint)"/>.</remarks>
    public static Layout Strided(nint itemSize, ReadOnlySpan<nint> shape, ReadOnlySpan<nint> strides, nint offset = 0)
    {
        CheckShape(itemSize, shape);
        CheckStrideCount(strides.Length, shape.Length);
        if (shape.Length < 2)
        {
            return shape.Length == 0 ? OfRank1(itemSize, 1, itemSize, offset, 0) : OfRank1(itemSize, shape[0], strides[0], offset, 1);
        }

        nint[] dims = new nint[2 * shape.Length];
        shape.CopyTo(dims);
        strides.CopyTo(dims.AsSpan(shape.Length));
        return new(dims, offset, 0, 0, (uint)itemSize, (ushort)shape.Length, 0);
    }

    /// <summary>Items behind pointers: where a suboffset is 0 or more, the place found so far holds a pointer, which is followed, and the suboffset added.</summary>
    /// <param name="itemSize">Bytes an item takes.</param>
    /// <param name="shape">Items along each axis.</param>
    /// <param name="strides">Bytes from an entry to the next along each axis.</param>
    /// <param name="suboffsets">Bytes added after the pointer of each axis is followed; negative where there is none.</param>
    /// <param name="offset">Bytes from the start of the memory to entry (0, ..., 0).</param>
    /// <exception cref="ViewArgumentException">A negative length, too many axes or bytes, or another number of strides or suboffsets than axes.</exception>
    public static Layout Indirect(nint itemSize, ReadOnlySpan<nint> shape, ReadOnlySpan<nint> strides, ReadOnlySpan<nint> suboffsets, nint offset = 0)
    {
        CheckShape(itemSize, shape);
        CheckStrideCount(strides.Length, shape.Length);
        CheckStrideCount(suboffsets.Length, shape.Length);
        return Create(itemSize, shape, strides, suboffsets, offset, 0, 0);
    }

    /// <summary>The number of axes. Python: <c>ndim</c>.</summary>
    public int Rank => (byte)_key;

    /// <summary>Bytes from the start of the memory to item (0, ..., 0).</summary>
    public nint Offset => _offset;

    /// <summary>Bytes an item takes. Python: <c>itemsize</c>.</summary>
    public nint ItemSize => (nint)_itemSize;

    /// <summary>The product of the shape; 1 for rank 0.</summary>
    public nint ItemCount
    {
        get
        {
            if (_dims is null)
            {
                return Rank == 0 ? 1 : _length;
            }

            nint count = 1;
            foreach (nint extent in Shape)
            {
                count *= extent; // cannot overflow: the shape passed CheckShape
            }

            return count;
        }
    }

    /// <summary>Bytes all items take together, whatever lies between them. Python: <c>nbytes</c>.</summary>
    public nint ByteLength => ItemCount * ItemSize;

    /// <summary>Items along each axis. Python: <c>shape</c>.</summary>
    [UnscopedRef]
    public ReadOnlySpan<nint> Shape => _dims is null ? MemoryMarshal.CreateReadOnlySpan(in _length, Rank) : _dims.AsSpan(0, Rank);

    /// <summary>Bytes from an item to the next along each axis. Python: <c>strides</c>.</summary>
    [UnscopedRef]
    public ReadOnlySpan<nint> Strides => _dims is null ? MemoryMarshal.CreateReadOnlySpan(in _stride, Rank) : _dims.AsSpan(Rank, Rank);

    /// <summary>Bytes added after the pointer of each axis is followed, negative for none; empty when no axis has one. Python: <c>suboffsets</c>.</summary>
    [UnscopedRef]
    public ReadOnlySpan<nint> Suboffsets => IsIndirect ? _dims.AsSpan(2 * Rank) : default;

    /// <summary>Whether any axis follows a pointer.</summary>
    public bool IsIndirect => _dims is not null && _dims.Length > 2 * Rank;

    /// <summary>Rank and tag in one number, for a holder's fast paths.</summary>
    internal ushort Key => _key;

    internal byte Tag => (byte)(_key >> 8);

    internal ushort Flags => _flags;

    /// <summary>This layout as one made from it: without the flags that belong to its holder alone.</summary>
    internal Layout Derived => new(_dims, _offset, _length, _stride, _itemSize, _key, InheritedFlags);

    // Layouts made from this one keep the low byte of the holder's flags and start with an empty high one.
    private ushort InheritedFlags => (byte)_flags;

    internal static ushort KeyOf(int rank, byte tag) => (ushort)(rank | tag << 8);

    internal Layout WithHolder(byte tag, ushort flags) => new(_dims, _offset, _length, _stride, _itemSize, KeyOf(Rank, tag), flags);

    /// <summary>
    /// Sets a holder's flag where the layout lies, without writing the rest: layouts held by others are read at any time, and a copy of 40 bytes
    /// could be seen half done. Flags are only ever set, so two threads that set different ones at once are the only ones to lose one.
    /// </summary>
    internal static void MarkFlag(ref readonly Layout layout, ushort flag) => Unsafe.AsRef(in layout._flags) |= flag;

    /// <summary>The same layout from another offset.</summary>
    internal Layout At(nint offset) => new(_dims, offset, _length, _stride, _itemSize, _key, _flags);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Layout OfRank1(nint itemSize, nint length, nint stride, nint offset, int rank = 1, byte tag = 0, ushort flags = 0)
        => new(null, offset, length, stride, (uint)itemSize, KeyOf(rank, tag), flags);

    /// <summary>Any rank from parts known to be sound; suboffsets may be empty, and are dropped when none is 0 or more.</summary>
    internal static Layout Create(nint itemSize, ReadOnlySpan<nint> shape, ReadOnlySpan<nint> strides, ReadOnlySpan<nint> suboffsets, nint offset, byte tag, ushort flags)
    {
        int rank = shape.Length;
        bool indirect = suboffsets.ContainsAnyInRange(0, nint.MaxValue);
        if (rank < 2 && !indirect)
        {
            return rank == 0 ? OfRank1(itemSize, 1, itemSize, offset, 0, tag, flags) : OfRank1(itemSize, shape[0], strides[0], offset, 1, tag, flags);
        }

        nint[] dims = new nint[indirect ? 3 * rank : 2 * rank];
        shape.CopyTo(dims);
        strides.CopyTo(dims.AsSpan(rank));
        if (indirect)
        {
            suboffsets.CopyTo(dims.AsSpan(2 * rank));
        }

        return new(dims, offset, 0, 0, (uint)itemSize, KeyOf(rank, tag), flags);
    }

    /// <summary>Same offset, shape, strides, suboffsets and item size.</summary>
    /// <param name="other">The layout to compare with.</param>
    public bool Equals(Layout other) => _itemSize == other._itemSize && _offset == other._offset
        && Shape.SequenceEqual(other.Shape) && Strides.SequenceEqual(other.Strides) && Suboffsets.SequenceEqual(other.Suboffsets);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Layout other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(_itemSize);
        hash.Add(_offset);
        hash.AddBytes(MemoryMarshal.AsBytes(Shape));
        hash.AddBytes(MemoryMarshal.AsBytes(Strides));
        return hash.ToHashCode();
    }

    /// <summary>Whether two layouts are the same value.</summary>
    /// <param name="a">One layout.</param>
    /// <param name="b">The other.</param>
    public static bool operator ==(Layout a, Layout b) => a.Equals(b);

    /// <summary>Whether two layouts differ.</summary>
    /// <param name="a">One layout.</param>
    /// <param name="b">The other.</param>
    public static bool operator !=(Layout a, Layout b) => !a.Equals(b);

    /// <summary>"(3, 4) strides (16, 4) offset 0 of 4 bytes".</summary>
    public override string ToString()
    {
        string suboffsets = IsIndirect ? $" suboffsets {Describe.Shape(Suboffsets)}" : "";
        return $"{Describe.Shape(Shape)} strides {Describe.Shape(Strides)}{suboffsets} offset {_offset} of {Describe.Bytes(ItemSize)}";
    }
}
