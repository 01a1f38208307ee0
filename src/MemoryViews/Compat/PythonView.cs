using System;
using System.Diagnostics.CodeAnalysis;

namespace MemoryViews;

/// <summary>
/// CPython's memoryview over a <see cref="MemoryView"/>: subscripts and values as objects, its order of checks, and its refusals when strict.
/// <see cref="MemoryView"/> is what .NET programs use; this class is for those who must answer as Python 3.13 does.
/// </summary>
/// <remarks>
/// Python's objects are written in .NET as follows.
/// <code>
///   int            any .NET integer, BigInteger       None       null
///   float          double, float, Half                bool       bool
///   bytes          byte[]                             str        string
///   bytearray      Memory&lt;byte&gt;, ByteArray             tuple      object?[]
///   slice          PythonSlice, Slice                 ...        PythonEllipsis.Value
///   an object with __index__, __float__, __bool__     IPythonNumber
/// </code>
/// Not strict, the order of checks stays, and what CPython does not implement or refuses without need works: sub-views of any rank, items of
/// any format that can be laid out, casts between any formats. User code that is called in the middle of an operation may release the view; the
/// operation then fails and leaves memory alone. Threads: as <see cref="MemoryView"/>.
/// </remarks>
/// <example><code>
/// using PythonView view = PythonView.Of("abc"u8.ToArray());
/// object? item = view.GetItem(-1);                     // 99
/// object? part = view.GetItem(new PythonSlice(1, null)); // a PythonView of b"bc"
/// </code></example>
public sealed partial class PythonView : IBufferExporter, IDisposable
{
    /// <summary>Puts Python's rules over a view. The view is used, not copied: releasing one releases the other.</summary>
    /// <param name="view">The view.</param>
    /// <param name="strict">Whether what CPython 3.13 refuses is refused, too.</param>
    public PythonView(MemoryView view, bool strict = true)
    {
        ArgumentNullException.ThrowIfNull(view);
        View = view;
        IsStrict = strict;
    }

    /// <summary>The view underneath.</summary>
    public MemoryView View { get; }

    /// <summary>Whether what CPython 3.13 refuses is refused, too.</summary>
    public bool IsStrict { get; }

    /// <summary>The object that lends the memory. Python: <c>obj</c>.</summary>
    /// <exception cref="ViewReleasedException">The view has been released. So for all attributes.</exception>
    public object? Exporter => View.Exporter;

    /// <summary>The format as it was written. Python: <c>format</c>.</summary>
    public string Format => View.Format.Text;

    /// <summary>Bytes of an item. Python: <c>itemsize</c>.</summary>
    public nint ItemSize => View.ItemSize;

    /// <summary>The number of axes. Python: <c>ndim</c>.</summary>
    public int Rank => View.Rank;

    /// <summary>Bytes of all items. Python: <c>nbytes</c>.</summary>
    public nint ByteLength => View.ByteLength;

    /// <summary>Items along each axis. Python: <c>shape</c>.</summary>
    public ReadOnlySpan<nint> Shape => View.Shape;

    /// <summary>Bytes from an item to the next along each axis. Python: <c>strides</c>.</summary>
    public ReadOnlySpan<nint> Strides => View.Strides;

    /// <summary>Empty when no axis follows pointers. Python: <c>suboffsets</c>.</summary>
    public ReadOnlySpan<nint> Suboffsets => View.Suboffsets;

    /// <summary>Whether writes are refused. Python: <c>readonly</c>.</summary>
    public bool IsReadOnly => View.IsReadOnly;

    /// <summary>Python: <c>c_contiguous</c>.</summary>
    public bool IsCContiguous => View.IsCContiguous;

    /// <summary>Python: <c>f_contiguous</c>.</summary>
    public bool IsFContiguous => View.IsFContiguous;

    /// <summary>Python: <c>contiguous</c>.</summary>
    public bool IsContiguous => View.IsContiguous;

    /// <summary>A view of an object's memory. Python: <c>memoryview(object)</c>.</summary>
    /// <param name="exporter">An exporter, a view (which shares its loan), <c>byte[]</c> for bytes or <c>Memory&lt;byte&gt;</c> for a bytearray.</param>
    /// <param name="strict">Whether what CPython 3.13 refuses is refused, too.</param>
    /// <exception cref="ViewArgumentException">The object does not lend its memory. Python: TypeError.</exception>
    /// <exception cref="ViewReleasedException">A released view.</exception>
    /// <exception cref="BufferException">The exporter refuses.</exception>
    public static PythonView Of(object? exporter, bool strict = true) => new(Borrow(exporter), strict);

    /// <summary>The name of the exception class that Python would raise: "TypeError", "struct.error".</summary>
    /// <param name="error">An exception of this library, of the user's code, or of .NET.</param>
    public static string PythonClassOf(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return PythonErrors.ClassOf(error);
    }

    /// <summary>The same memory, read-only: always a new view. Python: <c>toreadonly()</c>.</summary>
    /// <exception cref="ViewReleasedException">The view has been released.</exception>
    public PythonView ToReadOnly()
    {
        CheckReleased();
        return With(View.AsReadOnly());
    }

    /// <summary>Lends the view on; it cannot be released meanwhile. Python: <c>PyObject_GetBuffer</c>.</summary>
    /// <param name="request">What the consumer can cope with.</param>
    /// <exception cref="BufferException">The request cannot be met.</exception>
    /// <exception cref="ViewReleasedException">The view has been released.</exception>
    public BufferExport GetBuffer(BufferRequest request) => View.GetBuffer(request);

    /// <summary>Gives the view back; twice is harmless. Python: <c>release()</c>.</summary>
    /// <exception cref="BufferException">Buffers taken from this view are out.</exception>
    public void Release() => View.Release();

    /// <summary>
    /// What Python does when the last reference goes: views made from this one go on, and where a buffer is out, the view lives until that is
    /// given back. Never throws.
    /// </summary>
    public void Dispose()
    {
        try
        {
            View.Release();
        }
        catch (BufferException)
        {
            // Whoever took the buffer keeps the memory on loan; nothing is lost by not releasing.
        }
    }

    /// <summary>Python's <c>repr</c>, which a released view has, too.</summary>
    public override string ToString() => View.IsReleased ? "<released memory>" : $"<memory {View}>";

    // A view of its own for one operation: what releases this one in the meantime leaves that one alone.
    private static MemoryView Borrow(object? value) => TryExporter(value, out IBufferExporter? exporter) ? new(exporter) : throw Error.NotAnExporter(value);

    private static bool TryExporter(object? value, [NotNullWhen(true)] out IBufferExporter? exporter)
    {
        exporter = value switch
        {
            PythonView python => python.View,
            IBufferExporter other => other,
            byte[] bytes => new ReadOnlyMemory<byte>(bytes).AsMemoryView(),
            Memory<byte> memory => memory.AsMemoryView(),
            ReadOnlyMemory<byte> memory => memory.AsMemoryView(),
            _ => null,
        };
        return exporter is not null;
    }

    private PythonView With(MemoryView view) => new(view, IsStrict);

    private void CheckReleased()
    {
        if (View.IsReleased)
        {
            throw Error.Released();
        }
    }
}
