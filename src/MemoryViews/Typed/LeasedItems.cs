using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>What both kinds of lease hold: the right to touch, where the items lie and what they are.</summary>
internal readonly unsafe ref struct LeasedItems
{
    private readonly ref byte _origin; // byte 0 of the memory
    private readonly Layout _layout;
    private readonly ItemFormat _format;
    private readonly LeaseTicket? _ticket;
    private readonly int _version;

    public LeasedItems(BufferExport loan, ItemFormat format, in Layout layout)
    {
        _ticket = loan.Lease("lease", out object? managed);
        _version = _ticket?.Version ?? 0;

        // Native memory stays at its address as long as the ticket is out; a managed object is followed wherever it moves.
        _origin = ref managed is null ? ref Unsafe.AsRef<byte>((void*)loan.Start) : ref ObjectBytes.At(managed, loan.Start);
        _format = format;
        _layout = layout;
    }

    public void Dispose() => _ticket?.Return(_version);

    public Span<byte> Bytes()
    {
        CheckRun();
        return MemoryMarshal.CreateSpan(ref First(), CheckLength(_layout.ByteLength));
    }

    public Span<T> Span<T>()
        where T : unmanaged
    {
        CheckType<T>();
        CheckRun();
        return MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref First()), CheckLength(_layout.ItemCount));
    }

    public View1D<T> View1D<T>()
        where T : unmanaged
    {
        CheckDirect<T>("View1D", 1);
        return new(ref Unsafe.As<byte, T>(ref First()), _layout.Shape[0], _layout.Strides[0]);
    }

    public View2D<T> View2D<T>()
        where T : unmanaged
    {
        CheckDirect<T>("View2D", 2);
        return new(ref Unsafe.As<byte, T>(ref First()), _layout.Shape[0], _layout.Shape[1], _layout.Strides[0], _layout.Strides[1]);
    }

    public View3D<T> View3D<T>()
        where T : unmanaged
    {
        CheckDirect<T>("View3D", 3);
        return new(ref Unsafe.As<byte, T>(ref First()), in _layout);
    }

    public RowEnumerator<T> Rows<T>()
        where T : unmanaged
    {
        CheckType<T>();
        if (_layout.Rank == 0)
        {
            throw Error.RankMismatch("A walk over rows", 1, 0);
        }

        // Steps along such an axis lead from pointer to pointer, not from item to item.
        if (_layout.IsIndirect && _layout.Suboffsets[^1] >= 0)
        {
            throw Error.NotOneRun(_layout.ToString());
        }

        return new(new Operand(ref _origin, in _layout));
    }

    // Where there is no item, no reference to one is formed: the offset of an empty view may lie behind its memory.
    private ref byte First() => ref _layout.ItemCount == 0 ? ref Unsafe.NullRef<byte>() : ref Unsafe.AddByteOffset(ref _origin, _layout.Offset);

    // A lease that nobody took, default, has nothing to hand out either.
    private void CheckOpen()
    {
        if (_format is null || (_ticket is not null && _ticket.Version != _version))
        {
            throw Error.LeaseReturned();
        }
    }

    private void CheckType<T>()
        where T : unmanaged
    {
        CheckOpen();
        bool isBoolean = typeof(T) == typeof(bool) && _format.Scalar == ScalarKind.Boolean && _layout.ItemSize == 1;
        if (!isBoolean && !TypedKernels.IsExact<T>(_format, _layout.ItemSize))
        {
            throw Error.SpanType(_format.Text, _format.IsSwapped, typeof(T));
        }
    }

    private void CheckDirect<T>(string what, int rank)
        where T : unmanaged
    {
        CheckType<T>();
        if (_layout.Rank != rank)
        {
            throw Error.RankMismatch(what, rank, _layout.Rank);
        }

        if (_layout.IsIndirect)
        {
            throw Error.NotOneRun(_layout.ToString());
        }
    }

    private void CheckRun()
    {
        CheckOpen();
        if (!_layout.IsContiguous && _layout.ItemCount > 0)
        {
            throw Error.NotOneRun(_layout.ToString());
        }
    }

    private static int CheckLength(nint length) => length <= int.MaxValue ? (int)length : throw Error.SpanTooLong(length);
}
