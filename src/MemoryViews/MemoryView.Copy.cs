using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews;

// Copies, each of which names its direction. Writes are exact: source and destination may share memory in any way.
public sealed partial class MemoryView
{
    // The widest scalars take 16 bytes: a complex of two doubles, a long double.
    private const int MostScalar = 16;

    /// <summary>Copies all items into a view of the same format and shape; strides may be any, and the memory may be shared.</summary>
    /// <param name="destination">Where to.</param>
    /// <exception cref="ViewArgumentException">Format, item size or shape differ; nothing is written.</exception>
    /// <exception cref="ViewOperationException">The destination is read-only, or its items lie on top of each other.</exception>
    public void CopyTo(MemoryView destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        ThrowIfReleased();
        if (!destination._layout.Shape.SequenceEqual(_layout.Shape))
        {
            throw Error.StructureMismatch(_format.Text, _layout.Shape, destination._format.Text, destination._layout.Shape);
        }

        destination.Assign(this);
    }

    /// <summary>Copies the bytes of all items into a span. Python: <c>tobytes(order)</c> without the allocation.</summary>
    /// <param name="destination">Room for <see cref="ByteLength"/> bytes or more.</param>
    /// <param name="order">The order of the items in the span.</param>
    /// <exception cref="ViewArgumentException">The span is too short; nothing is written.</exception>
    /// <remarks>A span of bytes takes bytes, whatever the format: <c>CopyTo&lt;byte&gt;(span)</c> converts items to bytes by value.</remarks>
    // The priority is for spans of bytes: an optional parameter would make the generic overload the better one.
    [OverloadResolutionPriority(1)]
    public void CopyTo(Span<byte> destination, AxisOrder order = AxisOrder.C)
    {
        BufferExport loan = Loan;
        CheckRoom("The destination", destination.Length, _layout.ByteLength);
        bool isTurned = IsTurned(order);
        if ((isTurned && _layout.IsIndirect) || MayMeet(loan, destination))
        {
            CopyStaged(loan, destination, isTurned);
            return;
        }

        GatherBulk gather = new(ref MemoryMarshal.GetReference(destination));
        MemoryViewBulk.Run(loan, InOrder(order), ref gather);
    }

    /// <summary>Copies all items, in C order, into a span: as they are when <typeparamref name="T"/> is the format's kind, else by value.</summary>
    /// <param name="destination">Room for <see cref="ItemCount"/> items or more.</param>
    /// <exception cref="ViewArgumentException">The span is too short; nothing is written.</exception>
    /// <exception cref="ItemTypeException">No conversion leads from the format to <typeparamref name="T"/>.</exception>
    /// <exception cref="ItemRangeException">A value is outside the range of <typeparamref name="T"/>; nothing is written.</exception>
    public void CopyTo<T>(Span<T> destination)
        where T : unmanaged
    {
        BufferExport loan = Loan;
        CheckRoom("The destination", destination.Length, _layout.ItemCount);
        if (!TypedItem.IsStruct<T>(_format, _layout.ItemSize))
        {
            ConvertCheck check = new(ItemFormat.Of<T>(), Unsafe.SizeOf<T>(), _format);
            MemoryViewBulk.Run(loan, in _layout, ref check);
        }

        destination = destination[..(int)_layout.ItemCount];
        bool meets = MayMeet(loan, MemoryMarshal.AsBytes(destination));
        Span<T> items = meets ? new T[destination.Length] : destination;
        TypedGather<T> gather = new(_format, items);
        MemoryViewBulk.Run(loan, in _layout, ref gather);
        if (meets)
        {
            items.CopyTo(destination);
        }
    }

    /// <summary>Overwrites all items with bytes as they are. Python: <c>PyBuffer_FromContiguous</c>.</summary>
    /// <param name="source">Exactly <see cref="ByteLength"/> bytes.</param>
    /// <param name="order">The order of the items in the span.</param>
    /// <exception cref="ViewArgumentException">Another number of bytes; nothing is written.</exception>
    /// <exception cref="ViewOperationException">The view is read-only, or its items lie on top of each other.</exception>
    public void CopyFromBytes(ReadOnlySpan<byte> source, AxisOrder order = AxisOrder.C)
    {
        BufferExport loan = ForWritingAll();
        if (source.Length != _layout.ByteLength)
        {
            throw Error.SpanLength("The source", source.Length, _layout.ByteLength);
        }

        if (MayMeet(loan, source) || (_layout.IsIndirect && order == AxisOrder.F))
        {
            using MemoryView copy = OverBytes(new byte[source.Length]);
            copy.CopyFromBytes(source, order);
            Assign(copy);
            return;
        }

        ScatterBulk scatter = new(ref MemoryMarshal.GetReference(source));
        MemoryViewBulk.Run(loan, InOrder(order), ref scatter);
    }

    /// <summary>Copies an exporter's items into this view: same format; the shape is equal or broadcasts.</summary>
    /// <param name="source">Any exporter, a view among them.</param>
    /// <exception cref="ViewArgumentException">The formats differ or the shapes do not broadcast; nothing is written.</exception>
    /// <exception cref="ViewOperationException">The view is read-only, or its items lie on top of each other.</exception>
    /// <exception cref="BufferException">The exporter does not lend its memory.</exception>
    public void CopyFrom(IBufferExporter source)
    {
        ArgumentNullException.ThrowIfNull(source);
        ForWriting();
        if (source is MemoryView view)
        {
            Assign(view);
            return;
        }

        using MemoryView borrowed = new(source);
        Assign(borrowed);
    }

    /// <summary>Copies a span of items into this view, in C order: as they are when <typeparamref name="T"/> is the format's kind, else by value.</summary>
    /// <param name="source">Exactly <see cref="ItemCount"/> items.</param>
    /// <exception cref="ViewArgumentException">Another number of items; nothing is written.</exception>
    /// <exception cref="ItemTypeException">No conversion leads from <typeparamref name="T"/> to the format.</exception>
    /// <exception cref="ItemRangeException">A value is outside the format's range; nothing is written.</exception>
    /// <exception cref="ViewOperationException">The view is read-only, or its items lie on top of each other.</exception>
    public void CopyFrom<T>(ReadOnlySpan<T> source)
        where T : unmanaged
    {
        BufferExport loan = ForWritingAll();
        TypedItem.IsStruct<T>(_format, _layout.ItemSize);
        if (source.Length != _layout.ItemCount)
        {
            throw Error.SpanLength("The source", source.Length, _layout.ItemCount);
        }

        if (NeedsPieces(loan))
        {
            using MemoryView items = OverBytes(new byte[_layout.ByteLength]);
            items.CopyFrom(source);
            Assign(items);
            return;
        }

        TypedScatter<T> scatter = new(_format, MayMeet(loan, MemoryMarshal.AsBytes(source)) ? source.ToArray() : source);
        MemoryViewBulk.Run(loan, in _layout, ref scatter);
    }

    /// <summary>
    /// Copies all items by value into a view of another number format: byte order, width, integer to floating point and back. Integers are
    /// range-checked; floating-point values are cut towards zero for integers.
    /// </summary>
    /// <param name="destination">A view of the same shape.</param>
    /// <exception cref="ItemTypeException">One of the formats is no number format.</exception>
    /// <exception cref="ItemRangeException">A value is outside the destination's range; nothing is written.</exception>
    /// <exception cref="ViewArgumentException">The shapes differ; nothing is written.</exception>
    /// <exception cref="ViewOperationException">The destination is read-only, or its items lie on top of each other.</exception>
    public void ConvertTo(MemoryView destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        BufferExport to = destination.ForWritingAll(), from = Loan;
        if (!destination._layout.Shape.SequenceEqual(_layout.Shape))
        {
            throw Error.StructureMismatch(_format.Text, _layout.Shape, destination._format.Text, destination._layout.Shape);
        }

        if (_layout.ItemCount > 0 && MemoryViewBulk.Meet(to, in destination._layout, from, in _layout))
        {
            using MemoryView copy = OverBytes(ToBytes());
            copy.ConvertApart(copy.Loan, destination, to);
            return;
        }

        ConvertApart(from, destination, to);
    }

    /// <summary>Writes one value to every item.</summary>
    /// <param name="value">The value; other numbers than the format's own are converted by value.</param>
    /// <exception cref="ItemTypeException">No conversion leads from <typeparamref name="T"/> to the format.</exception>
    /// <exception cref="ItemRangeException">The value is outside the format's range; nothing is written.</exception>
    /// <exception cref="ViewOperationException">The view is read-only, or its items lie on top of each other.</exception>
    public void Fill<T>(T value)
        where T : unmanaged
    {
        BufferExport loan = ForWritingAll();
        bool isStruct = TypedItem.IsStruct<T>(_format, _layout.ItemSize);
        scoped Span<byte> item = isStruct ? MemoryMarshal.AsBytes(new Span<T>(ref value)) : stackalloc byte[MostScalar];
        item = item[..(int)_layout.ItemSize];
        if (!isStruct)
        {
            TypedItem.Store(_format, _layout.ItemSize, ref item[0], value);
        }

        FillBulk fill = new(item);
        MemoryViewBulk.Run(loan, in _layout, ref fill);
    }

    /// <summary>Copies a view into this one: same format, equal or broadcast shape.</summary>
    internal void Assign(MemoryView source)
    {
        ArgumentNullException.ThrowIfNull(source);
        BufferExport from = source.Loan, to = ForWriting();
        if (!_format.Equals(source._format) || _layout.ItemSize != source._layout.ItemSize)
        {
            throw Error.StructureMismatch(source._format.Text, source._layout.Shape, _format.Text, _layout.Shape);
        }

        if (_layout.Shape.SequenceEqual(source._layout.Shape))
        {
            MemoryViewBulk.Copy(to, in _layout, from, in source._layout);
        }
        else
        {
            MemoryViewBulk.Copy(to, in _layout, from, source._layout.BroadcastTo(_layout.Shape));
        }
    }

    private void ConvertApart(BufferExport from, MemoryView destination, BufferExport to)
    {
        ConvertCheck check = new(destination._format, destination._layout.ItemSize, _format);
        MemoryViewBulk.Run(from, in _layout, ref check);
        ConvertBulk convert = new(destination._format, _format);
        MemoryViewBulk.Run(to, in destination._layout, from, in _layout, ref convert);
    }

    private static void CheckRoom(string what, nint given, nint needed)
    {
        if (given < needed)
        {
            throw Error.SpanLength(what, given, needed);
        }
    }

    private BufferExport ForWritingAll()
    {
        BufferExport loan = ForWriting();
        return _layout.IsContiguous || !_layout.IsSelfOverlapping ? loan : throw Error.SelfOverlapping();
    }

    // In Fortran order the first axis is the fastest, so the items come as those of the transposed view do in C order.
    private bool IsTurned(AxisOrder order) => order == AxisOrder.F || (order == AxisOrder.Any && _layout.IsFContiguous && !_layout.IsCContiguous);

    private Layout InOrder(AxisOrder order) => IsTurned(order) ? _layout.Permute() : _layout;

    // By way of a copy in C order, which has no pointers that axes could not be moved across, and which shares no memory with the span.
    private void CopyStaged(BufferExport loan, Span<byte> destination, bool isTurned)
    {
        using Scratch scratch = new(_layout.ByteLength);
        GatherBulk first = new(ref scratch.Origin);
        MemoryViewBulk.Run(loan, in _layout, ref first);
        Layout copy = Layout.Contiguous(_layout.ItemSize, _layout.Shape);
        GatherBulk second = new(ref MemoryMarshal.GetReference(destination));
        second.Run(new Operand(ref scratch.Origin, isTurned ? copy.Permute() : copy));
    }

    // A checked file is never touched where it lies, so no span can be over it; nor can one be over memory too long to be opened at once.
    private bool MayMeet(BufferExport loan, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || _layout.ItemCount == 0 || NeedsPieces(loan) || loan.IsChecked)
        {
            return false;
        }

        (nint low, nint high) = _layout.Bounds;
        using MemoryScope scope = loan.Enter(low, high);
        ref byte first = ref scope.At(low);
        nint distance = Unsafe.ByteOffset(ref first, ref MemoryMarshal.GetReference(bytes));
        return _layout.IsIndirect || (distance < high - low && distance > -bytes.Length);
    }
}
