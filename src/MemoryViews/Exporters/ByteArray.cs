using System;
using System.Diagnostics.CodeAnalysis;

namespace MemoryViews;

/// <summary>
/// Bytes that change and grow, and that lend themselves writable with format "B". While a loan is out, whatever would change the size is
/// refused with a <see cref="BufferException"/> that names the holders, before anything has changed. Python: <c>bytearray</c>.
/// </summary>
/// <remarks>
/// Indices below 0 count from the end; slices are clamped, as Python's. Lending and looking are safe from any thread; threads that change the
/// bytes must agree among themselves, but can never reach freed memory.
/// </remarks>
/// <example>
/// <code>
/// ByteArray packet = new("head"u8);
/// using (MemoryView view = new(packet))
/// {
///     view[0] = (byte)'H';
///     packet.Append(0);       // BufferException: one holder is out
/// }
/// packet.Append(0);           // now it grows
/// </code>
/// </example>
public sealed partial class ByteArray : IBufferExporter
{
    private readonly ByteStore _store = new();

    /// <summary>No bytes yet.</summary>
    public ByteArray()
    {
    }

    /// <summary>That many zero bytes.</summary>
    /// <param name="length">How many.</param>
    /// <exception cref="ViewArgumentException">A negative length.</exception>
    /// <exception cref="InsufficientViewMemoryException">More than an array holds.</exception>
    public ByteArray(nint length) => Resize(length);

    /// <summary>A copy of some bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    public ByteArray(ReadOnlySpan<byte> bytes) => Extend(bytes);

    /// <summary>A copy of the bytes of all items of an exporter, in C order whatever its strides.</summary>
    /// <param name="source">The exporter.</param>
    /// <exception cref="BufferException">It does not lend its memory.</exception>
    public ByteArray(IBufferExporter source) => Extend(source);

    /// <summary>How many bytes there are. Python: <c>len</c>.</summary>
    public nint Length => _store.Length;

    /// <summary>How many bytes there can be before the next growth moves them.</summary>
    public nint Capacity => _store.Capacity;

    /// <summary>One byte. Setting is allowed while the bytes are lent.</summary>
    /// <param name="index">The index; negative ones count from the end.</param>
    /// <exception cref="AxisIndexException">The index lies outside the bytes.</exception>
    public byte this[nint index]
    {
        get => _store.Span[At(index)];
        set => _store.Span[At(index)] = value;
    }

    /// <summary>A copy of a part, clamped as Python's slices are. To look without a copy, slice a view. Python: <c>array[1:4]</c>.</summary>
    /// <param name="range">The part.</param>
    public ByteArray this[Range range] => Slice(AxisRange.From(range));

    /// <summary>Reads hexadecimal text: two digits a byte, ASCII white space allowed between bytes. Python: <c>bytearray.fromhex</c>.</summary>
    /// <param name="text">The text, such as "2E f0".</param>
    /// <exception cref="ViewSyntaxException">A character that is no digit, or a byte of one digit; its position says where.</exception>
    public static ByteArray FromHex(ReadOnlySpan<char> text) => new(HexReader.Read(text));

    /// <summary>Lends the bytes, writable, format "B"; their number cannot change until the loan is back.</summary>
    /// <param name="request">What the consumer can cope with.</param>
    /// <exception cref="BufferException">A format was asked for without a shape.</exception>
    public BufferExport GetBuffer(BufferRequest request) => _store.Lend(this, ItemFormat.UInt8, request);

    /// <summary>A copy of every step-th byte of a part, clamped as Python's slices are. Python: <c>array[8:0:-2]</c>.</summary>
    /// <param name="slice">The part.</param>
    /// <exception cref="ViewArgumentException">A step of 0.</exception>
    public ByteArray Slice(Slice slice) => Slice(AxisRange.From(slice));

    /// <summary>A copy in a new array.</summary>
    public byte[] ToArray() => _store.Span.ToArray();

    /// <summary>The first place of a pattern. Python: <c>find</c>.</summary>
    /// <param name="pattern">The bytes looked for; an empty pattern is found at once.</param>
    /// <param name="start">The byte to start from; negative counts from the end.</param>
    /// <param name="stop">The byte to stop before, which the pattern must not reach beyond; null for the end.</param>
    /// <returns>The index, or -1.</returns>
    public nint IndexOf(ReadOnlySpan<byte> pattern, nint start = 0, nint? stop = null) => ByteSearch.IndexOf(_store.Span, pattern, start, stop);

    /// <summary>The last place of a pattern. Python: <c>rfind</c>.</summary>
    /// <inheritdoc cref="IndexOf"/>
    public nint LastIndexOf(ReadOnlySpan<byte> pattern, nint start = 0, nint? stop = null) => ByteSearch.LastIndexOf(_store.Span, pattern, start, stop);

    /// <summary>How often a pattern stands in the bytes, without overlap; an empty one stands <see cref="Length"/> + 1 times. Python: <c>count</c>.</summary>
    /// <inheritdoc cref="IndexOf"/>
    /// <returns>The number of places.</returns>
    public nint Count(ReadOnlySpan<byte> pattern, nint start = 0, nint? stop = null) => ByteSearch.Count(_store.Span, pattern, start, stop);

    /// <summary>Whether a pattern stands in the bytes. Python: <c>in</c>.</summary>
    /// <param name="pattern">The bytes looked for.</param>
    public bool Contains(ReadOnlySpan<byte> pattern) => _store.Span.IndexOf(pattern) >= 0;

    /// <summary>Whether the bytes begin with these. Python: <c>startswith</c>.</summary>
    /// <param name="prefix">The bytes looked for.</param>
    public bool StartsWith(ReadOnlySpan<byte> prefix) => _store.Span.StartsWith(prefix);

    /// <summary>Whether the bytes end with these. Python: <c>endswith</c>.</summary>
    /// <param name="suffix">The bytes looked for.</param>
    public bool EndsWith(ReadOnlySpan<byte> suffix) => _store.Span.EndsWith(suffix);

    /// <summary>The bytes as hexadecimal digits. Python: <c>hex(sep, bytes_per_sep)</c>.</summary>
    /// <param name="separator">Put between groups; null for none.</param>
    /// <param name="group">Bytes in a group, counted from the right; negative counts from the left, 0 makes no groups.</param>
    /// <param name="upper">Digits above 9 in capitals.</param>
    /// <exception cref="ViewOperationException">The text would be longer than a string can be.</exception>
    public string ToHexString(char? separator = null, int group = 1, bool upper = false)
    {
        using MemoryView view = new(this);
        return view.ToHexString(separator, group, upper);
    }

    /// <summary>
    /// Whether an exporter holds the same bytes, whatever its format and shape. Python: <c>==</c>. One that does not lend its memory in one run
    /// is asked the other way round if it is a view, and otherwise not equal.
    /// </summary>
    /// <param name="other">Any exporter.</param>
    [SuppressMessage("Design", "CA1031", Justification = "An exporter may refuse in any way it likes, and is then not equal, as in Python.")]
    public bool ContentEquals(IBufferExporter? other)
    {
        try
        {
            using MemoryView? view = other is null ? null : new(other);
            return view is not null && (view.IsCContiguous ? HasBytes(view) : other is MemoryView && view.ContentEquals(this));
        }
        catch (Exception)
        {
            return false;
        }
    }

    /// <summary>The bytes as Python writes them, <c>bytearray(b'GET\x00')</c>; cut after 64.</summary>
    public override string ToString() => $"bytearray({ByteText.Literal(_store.Span)})";

    private ByteArray Slice(AxisRange range)
    {
        nint count = range.Resolve(_store.Length, out nint start);
        ByteArray part = new(count);
        StridedBytes.Copy(_store.Span, start, range.Step, part._store.Span);
        return part;
    }

    private int At(nint index) => (int)((AxisIndex)index).Resolve(0, _store.Length);

    private bool HasBytes(MemoryView other)
    {
        if (other.ByteLength != _store.Length)
        {
            return false;
        }

        using MemoryView own = new(this);
        using MemoryView bytes = other.Cast("B");
        return own.ContentEquals(bytes);
    }
}
