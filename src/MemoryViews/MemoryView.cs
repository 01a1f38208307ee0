using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>
/// A view of lent memory: a window that knows the format, shape and strides of its items, copies nothing when it is sliced, turned or
/// reinterpreted, and keeps the memory on loan for as long as it is used. Python: <c>memoryview</c>.
/// </summary>
/// <remarks>
/// <code>
///   view = loan + format + layout
///            │      │        └─ where the items lie: offset, shape, strides (bytes), suboffsets
///            │      └────────── what an item is: "i", "&lt;f", "T{&lt;I:sec:&lt;I:usec:}"
///            └───────────────── whose memory it is, shared by every view made from this one
/// </code>
/// Integers only in a subscript give an item, anything with a range gives a view. Indices below 0 count from the end, as <c>^1</c> does.
/// Views are immutable and may be used from any thread; items are plain memory, so threads that write what others read must agree among themselves.
/// </remarks>
/// <example>
/// <code>
/// int[] numbers = [1, 2, 3, 4, 5];
/// using MemoryView view = numbers.AsMemoryView();
/// view[1] = 42;                       // numbers[1] is 42
/// MemoryView odd = view[(..).By(2)];  // 1, 3, 5: no copy
/// </code>
/// </example>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class MemoryView : IBufferExporter, ISpanFormattable, IDisposable
{
    // Kept in the layout's holder flags: the low byte is inherited by views made from this one, the high byte is this view's own.
    private const ushort ReadOnlyFlag = 0x0001;
    private const ushort RootFlag = 0x0100;
    private const ushort ExportedFlag = 0x0200;
    private const ushort OwnFlags = 0xFF00;

    // 72 bytes with the object header: every field counts, a program may hold millions of slices.
    private readonly ItemFormat _format;
    private readonly Layout _layout;
    private BufferExport _loan; // BufferExport.None once released: never null, so an access has one check less

    /// <summary>A view of an exporter's memory. A view of a view shares its loan; <see cref="Exporter"/> is then the first exporter.</summary>
    /// <param name="exporter">The object that lends its memory.</param>
    /// <param name="request">What to ask of it; a view copes with everything, so the default asks for all there is.</param>
    /// <exception cref="BufferException">The exporter cannot meet the request.</exception>
    /// <exception cref="ViewReleasedException">The exporter is a view that has been released.</exception>
    /// <exception cref="ViewArgumentException">The exporter gives no loan (null).</exception>
    public MemoryView(IBufferExporter exporter, BufferRequest request = BufferRequest.FullReadOnly)
        : this(Ask(exporter, request))
    {
    }

    private MemoryView((BufferExport Loan, ItemFormat Format, Layout Layout) parts)
        : this(parts.Loan, parts.Format, in parts.Layout)
    {
    }

    /// <summary>A view made from another, or the first view of a loan, when the layout's flags say so. The loan must count it already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private MemoryView(BufferExport loan, ItemFormat format, in Layout layout)
    {
        _loan = loan;
        _format = format;
        _layout = layout;
    }

    // The layout of a rank-1 slice is derived here, in place: handing over a finished one would cost a copy of 40 bytes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private MemoryView(BufferExport loan, ItemFormat format, in Layout parent, nint shift, nint count)
    {
        _loan = loan;
        _format = format;
        _layout = parent.SliceInline(shift, count, (ushort)(parent.Flags & ReadOnlyFlag));
    }

    /// <summary>Whose memory it is; null when nobody said. Python: <c>obj</c>.</summary>
    public object? Exporter => Loan.Exporter;

    /// <summary>What an item is; its <see cref="ItemFormat.Text"/> is the string as it was written. Python: <c>format</c>.</summary>
    public ItemFormat Format
    {
        get
        {
            ThrowIfReleased();
            return _format;
        }
    }

    /// <summary>Where the items lie: shape, strides, suboffsets, item size and offset in one value.</summary>
    public Layout Layout
    {
        get
        {
            ThrowIfReleased();
            return _layout.WithHolder(0, 0);
        }
    }

    /// <summary>The number of axes. Python: <c>ndim</c>.</summary>
    public int Rank
    {
        get
        {
            ThrowIfReleased();
            return _layout.Rank;
        }
    }

    /// <summary>Items along the first axis. Python: <c>len(view)</c>.</summary>
    /// <exception cref="ViewOperationException">The rank is 0.</exception>
    public nint Length
    {
        get
        {
            ThrowIfReleased();
            return _layout.Rank > 0 ? _layout.Shape[0] : throw Error.ScalarLength();
        }
    }

    /// <summary>The product of the shape: how many items there are.</summary>
    public nint ItemCount
    {
        get
        {
            ThrowIfReleased();
            return _layout.ItemCount;
        }
    }

    /// <summary>Bytes an item takes. Python: <c>itemsize</c>.</summary>
    public nint ItemSize
    {
        get
        {
            ThrowIfReleased();
            return _layout.ItemSize;
        }
    }

    /// <summary>Bytes all items take together. Python: <c>nbytes</c>.</summary>
    public nint ByteLength
    {
        get
        {
            ThrowIfReleased();
            return _layout.ByteLength;
        }
    }

    /// <summary>Items along each axis. Python: <c>shape</c>.</summary>
    public ReadOnlySpan<nint> Shape
    {
        get
        {
            ThrowIfReleased();
            return _layout.Shape;
        }
    }

    /// <summary>Bytes from an item to the next along each axis. Python: <c>strides</c>.</summary>
    public ReadOnlySpan<nint> Strides
    {
        get
        {
            ThrowIfReleased();
            return _layout.Strides;
        }
    }

    /// <summary>Bytes added after the pointer of an axis is followed, negative for none; empty when no axis has one. Python: <c>suboffsets</c>.</summary>
    public ReadOnlySpan<nint> Suboffsets
    {
        get
        {
            ThrowIfReleased();
            return _layout.Suboffsets;
        }
    }

    /// <summary>Whether writes are refused. Python: <c>readonly</c>.</summary>
    public bool IsReadOnly
    {
        get
        {
            ThrowIfReleased();
            return (_layout.Flags & ReadOnlyFlag) != 0;
        }
    }

    /// <summary>Whether the items lie in one run, last axis fastest. Python: <c>c_contiguous</c>.</summary>
    public bool IsCContiguous
    {
        get
        {
            ThrowIfReleased();
            return _layout.IsCContiguous;
        }
    }

    /// <summary>Whether the items lie in one run, first axis fastest. Python: <c>f_contiguous</c>.</summary>
    public bool IsFContiguous
    {
        get
        {
            ThrowIfReleased();
            return _layout.IsFContiguous;
        }
    }

    /// <summary>C- or F-contiguous. Python: <c>contiguous</c>.</summary>
    public bool IsContiguous
    {
        get
        {
            ThrowIfReleased();
            return _layout.IsContiguous;
        }
    }

    /// <summary>Whether the view, or the loan behind it, has been given back. The only member, with <see cref="ToString()"/>, <see cref="Release"/>
    /// and <see cref="Dispose"/>, that a released view answers.</summary>
    public bool IsReleased => _loan.IsEnded;

    // A released view says so before anything else: what else is wrong with a call no longer matters.
    private ref readonly Layout Live
    {
        get
        {
            ThrowIfReleased();
            return ref _layout;
        }
    }

    private BufferExport Loan
    {
        get
        {
            BufferExport loan = _loan;
            return !loan.IsEnded ? loan : throw Error.Released();
        }
    }

    /// <summary>The first view of a whole managed array: nothing to ask, nothing to check.</summary>
    internal static MemoryView OfArray(Array array, nint start, ItemFormat format, in Layout layout, ushort flags = RootFlag)
        => new(new BufferExport(array, start), format, layout.WithHolder(TagOf(format, in layout), flags));

    /// <summary>A view of bytes of one's own as items of this view's format and shape, for work on a copy.</summary>
    private MemoryView OverBytes(byte[] bytes) => OfArray(bytes, ObjectBytes.StartOf(bytes), _format, Layout.Contiguous(_layout.ItemSize, _layout.Shape));

    /// <summary>As <see cref="OfArray"/> for one axis: the layout is made in place.</summary>
    internal static MemoryView OfVector(Array array, nint start, ItemFormat format, nint itemSize, nint length, byte tag)
        => new(new BufferExport(array, start), format, Layout.OfRank1(itemSize, length, itemSize, 0, 1, tag, RootFlag));

    /// <summary>
    /// The kind of items that can be read as they lie, or 0: foreign byte orders, records and sizes that do not match take the slow way. So do
    /// booleans, whose bytes may hold more than 0 and 1, and layouts that follow pointers.
    /// </summary>
    internal static byte TagOf(ItemFormat format, in Layout layout)
        => format.Scalar != ScalarKind.Boolean && !format.IsSwapped && format.Size == layout.ItemSize && !layout.IsIndirect ? (byte)format.Scalar : (byte)0;

    private static (BufferExport Loan, ItemFormat Format, Layout Layout) Ask(IBufferExporter exporter, BufferRequest request)
    {
        ArgumentNullException.ThrowIfNull(exporter);
        return exporter is MemoryView view
            ? (view.Hold(), view._format, view._layout.WithHolder(view._layout.Tag, (ushort)(view._layout.Flags & ReadOnlyFlag)))
            : TakeOver(exporter.GetBuffer(request) ?? throw Error.NoLoan(exporter.GetType().Name));
    }

    private static (BufferExport Loan, ItemFormat Format, Layout Layout) TakeOver(BufferExport loan)
    {
        loan.AddView();
        ItemFormat format = loan.Format ?? ItemFormat.UInt8;
        ushort flags = (ushort)(RootFlag | (loan.IsReadOnly ? ReadOnlyFlag : 0));
        return (loan, format, loan.Layout.WithHolder(TagOf(format, loan.Layout), flags));
    }

    /// <summary>The loan, holding one view more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private BufferExport Hold()
    {
        BufferExport loan = _loan;
        loan.AddView();
        return loan;
    }

    private MemoryView With(in Layout layout)
    {
        Debug.Assert((layout.Flags & OwnFlags) == 0, "What a view has of its own, the ownership of its loan above all, is inherited by nobody.");
        return new(Hold(), _format, in layout);
    }

    /// <summary>Another view of the same items.</summary>
    private MemoryView Twin() => With(_layout.WithHolder(_layout.Tag, (ushort)(_layout.Flags & ReadOnlyFlag)));

    private MemoryView With(ItemFormat format, in Layout layout)
        => new(Hold(), format, layout.WithHolder(TagOf(format, in layout), (ushort)(_layout.Flags & ReadOnlyFlag)));

    private void ThrowIfReleased()
    {
        if (IsReleased)
        {
            throw Error.Released();
        }
    }

    private BufferExport ForWriting()
    {
        BufferExport loan = Loan;
        return (_layout.Flags & ReadOnlyFlag) == 0 ? loan : throw Error.ReadOnly();
    }
}
