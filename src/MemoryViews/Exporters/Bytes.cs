using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>
/// Bytes that never change: a value, compared and hashed by its content, that lends itself read-only with format "B". Python: <c>bytes</c>.
/// </summary>
/// <remarks>Indices below 0 count from the end; slices are clamped, as Python's. Safe to use from any thread.</remarks>
/// <example>
/// <code>
/// Bytes magic = Bytes.FromHex("89 50 4e 47");
/// using MemoryView view = new(magic);
/// bool isPng = view.ContentHashCode() == magic.GetHashCode();   // true: one hash for one content
/// </code>
/// </example>
public sealed class Bytes : IBufferExporter, IEquatable<Bytes>
{
    private const int NotHashed = 0;

    private readonly byte[] _bytes; // may be longer than what counts
    private readonly int _length;
    private MemoryBlock? _block;
    private int _hash = NotHashed;

    /// <summary>A copy of some bytes; of an array, too.</summary>
    /// <param name="bytes">The bytes.</param>
    public Bytes(ReadOnlySpan<byte> bytes)
        : this(bytes.ToArray(), bytes.Length)
    {
    }

    /// <summary>A copy of the bytes of all items of an exporter, in C order whatever its strides. Python: <c>bytes(view)</c>.</summary>
    /// <param name="source">The exporter.</param>
    /// <exception cref="BufferException">It does not lend its memory.</exception>
    /// <exception cref="ViewOperationException">It has more bytes than an array holds.</exception>
    public Bytes(IBufferExporter source)
    {
        using MemoryView view = new(source);
        _bytes = view.ToBytes();
        _length = _bytes.Length;
    }

    /// <summary>Takes an array that nobody else will write to.</summary>
    internal Bytes(byte[] bytes, int length)
    {
        _bytes = bytes;
        _length = length;
    }

    /// <summary>No bytes.</summary>
    public static Bytes Empty { get; } = new([], 0);

    /// <summary>How many bytes there are. Python: <c>len</c>.</summary>
    public nint Length => _length;

    /// <summary>One byte.</summary>
    /// <param name="index">The index; negative ones count from the end.</param>
    /// <exception cref="AxisIndexException">The index lies outside the bytes.</exception>
    public byte this[nint index] => _bytes[((AxisIndex)index).Resolve(0, _length)];

    /// <summary>A copy of a part, clamped as Python's slices are. To look without a copy, slice a view.</summary>
    /// <param name="range">The part.</param>
    public Bytes this[Range range] => Slice(AxisRange.From(range));

    /// <summary>Reads hexadecimal text: two digits a byte, ASCII white space allowed between bytes. Python: <c>bytes.fromhex</c>.</summary>
    /// <param name="text">The text, such as "2E f0".</param>
    /// <exception cref="ViewSyntaxException">A character that is no digit, or a byte of one digit; its position says where.</exception>
    public static Bytes FromHex(ReadOnlySpan<char> text)
    {
        byte[] bytes = HexReader.Read(text);
        return new(bytes, bytes.Length);
    }

    /// <summary>Whether both hold the same bytes.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Bytes? left, Bytes? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they hold different bytes.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Bytes? left, Bytes? right) => !(left == right);

    /// <summary>The bytes themselves. They never change and never move away, so the span needs no lease.</summary>
    public ReadOnlySpan<byte> AsSpan() => _bytes.AsSpan(0, _length);

    /// <summary>A copy in a new array.</summary>
    public byte[] ToArray() => AsSpan().ToArray();

    /// <summary>A copy of a part, with any step, clamped. Python: <c>data[a:b:c]</c>.</summary>
    /// <param name="slice">The part.</param>
    /// <exception cref="ViewArgumentException">The step is 0.</exception>
    public Bytes Slice(Slice slice) => Slice(AxisRange.From(slice));

    /// <summary>Lends the bytes, read-only, format "B".</summary>
    /// <param name="request">What the consumer can cope with.</param>
    /// <exception cref="BufferException">A writable buffer was asked for, or a format without a shape.</exception>
    public BufferExport GetBuffer(BufferRequest request)
        => new BufferExport(this, _block ??= MemoryBlock.OfArray(_bytes), Layout.Contiguous(1, [_length]), ItemFormat.UInt8, isReadOnly: true).Narrow(request);

    /// <summary>The first place of a pattern. Python: <c>find</c>.</summary>
    /// <param name="pattern">The bytes looked for; an empty pattern is found at once.</param>
    /// <param name="start">The byte to start from; negative counts from the end.</param>
    /// <param name="stop">The byte to stop before, which the pattern must not reach beyond; null for the end.</param>
    /// <returns>The index, or -1.</returns>
    public nint IndexOf(ReadOnlySpan<byte> pattern, nint start = 0, nint? stop = null) => ByteSearch.IndexOf(AsSpan(), pattern, start, stop);

    /// <summary>The last place of a pattern. Python: <c>rfind</c>.</summary>
    /// <inheritdoc cref="IndexOf"/>
    public nint LastIndexOf(ReadOnlySpan<byte> pattern, nint start = 0, nint? stop = null) => ByteSearch.LastIndexOf(AsSpan(), pattern, start, stop);

    /// <summary>How often a pattern stands in the bytes, without overlap; an empty one stands <see cref="Length"/> + 1 times. Python: <c>count</c>.</summary>
    /// <inheritdoc cref="IndexOf"/>
    /// <returns>The number of places.</returns>
    public nint Count(ReadOnlySpan<byte> pattern, nint start = 0, nint? stop = null) => ByteSearch.Count(AsSpan(), pattern, start, stop);

    /// <summary>Whether a pattern stands in the bytes. Python: <c>in</c>.</summary>
    /// <param name="pattern">The bytes looked for.</param>
    public bool Contains(ReadOnlySpan<byte> pattern) => AsSpan().IndexOf(pattern) >= 0;

    /// <summary>Whether the bytes begin with these. Python: <c>startswith</c>.</summary>
    /// <param name="prefix">The bytes looked for.</param>
    public bool StartsWith(ReadOnlySpan<byte> prefix) => AsSpan().StartsWith(prefix);

    /// <summary>Whether the bytes end with these. Python: <c>endswith</c>.</summary>
    /// <param name="suffix">The bytes looked for.</param>
    public bool EndsWith(ReadOnlySpan<byte> suffix) => AsSpan().EndsWith(suffix);

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

    /// <summary>Whether both hold the same bytes.</summary>
    /// <param name="other">The other.</param>
    public bool Equals([NotNullWhen(true)] Bytes? other) => other is not null && AsSpan().SequenceEqual(other.AsSpan());

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as Bytes);

    /// <summary>A hash of the content: that of every read-only view of the same bytes. Counted once and kept.</summary>
    public override int GetHashCode()
    {
        // Threads that meet here count the same number; a content whose hash is 0 is counted each time.
        if (_hash == NotHashed)
        {
            Layout layout = Layout.Contiguous(1, [_length]);
            _hash = HashKernels.Run(new Operand(ref MemoryMarshal.GetArrayDataReference(_bytes), in layout));
        }

        return _hash;
    }

    /// <summary>The bytes as Python writes them, <c>b'GET\x00'</c>; cut after 64.</summary>
    public override string ToString() => ByteText.Literal(AsSpan());

    private Bytes Slice(AxisRange range)
    {
        nint count = range.Resolve(_length, out nint start);
        byte[] part = GC.AllocateUninitializedArray<byte>((int)count);
        StridedBytes.Copy(AsSpan(), start, range.Step, part);
        return new(part, part.Length);
    }
}
