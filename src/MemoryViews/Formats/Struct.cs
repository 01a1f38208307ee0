using System;
using System.Diagnostics.CodeAnalysis;

namespace MemoryViews;

/// <summary>
/// A format to pack and unpack records by: values to bytes and back, in spans, views, streams and rows of buffers. Any format of PEP 3118
/// will do, read by the rules of Python's struct module unless said otherwise. Python: <c>struct.Struct</c>.
/// </summary>
/// <remarks>
/// <para>
/// Immutable; all members can be used from several threads at once. Formats are parsed once and kept. The values are those of
/// <see cref="ItemFormat.Read"/> and <see cref="ItemFormat.Write"/>; a format that is one record <c>T{...}</c> stands for the values in it.
/// </para>
/// <para>
/// For records in great number, <see cref="Bind{T}"/> makes a reader and writer of a struct of your own, which neither boxes nor allocates, and
/// <see cref="Field{T}(int)"/> one of a single field. <see cref="PythonStruct"/> has CPython's own order of checks and error codes.
/// </para>
/// </remarks>
/// <example><code>
/// Struct header = Struct.Parse("&gt;4sHI");
/// byte[] bytes = header.Pack("PNG "u8.ToArray(), 1, 4096);   // 10 bytes
/// object?[] values = header.Unpack(bytes);
/// foreach (object?[] record in Struct.Parse("&lt;hd").Iterate(stream)) { ... }
/// </code></example>
public sealed partial class Struct
{
    private readonly FormatPlan? _plan;

    private Struct(ItemFormat format)
    {
        Format = format;

        // A bare T{...} has one value, the record; as a struct it is what the record holds.
        _plan = format.Plan is { Slots: [{ Record: { } record, Shape: null, Name: null, Repeat: 1 }] } ? record : format.Plan;
    }

    /// <summary>The format. Python: <c>Struct.format</c>.</summary>
    public ItemFormat Format { get; }

    /// <summary>Bytes of one record. Python: <c>Struct.size</c>, <c>struct.calcsize</c>.</summary>
    public nint Size => Format.Size;

    /// <summary>How many values a record has: what <see cref="Pack"/> takes and <see cref="Unpack"/> gives. Padding has none.</summary>
    public int ValueCount => _plan?.ValueCount ?? 0;

    internal string Text => Format.Text;

    /// <summary>Reads a format. Python: <c>struct.Struct(format)</c>.</summary>
    /// <param name="format">The format: <c>"&lt;IhHdf"</c>.</param>
    /// <param name="dialect">
    /// Whose rules: those of Python's struct module, which knows one order mark in front and no records, or the whole of PEP 3118.
    /// </param>
    /// <exception cref="ArgumentNullException">The format is null.</exception>
    /// <exception cref="ViewSyntaxException">The text is no format of the dialect; the message points at the character.</exception>
    /// <exception cref="ViewArgumentException">There is no such dialect.</exception>
    public static Struct Parse(string format, FormatDialect dialect = FormatDialect.Struct) => new(ItemFormat.Parse(format, dialect));

    /// <summary>Reads a format, without an exception when it is none.</summary>
    /// <param name="format">The format, or null.</param>
    /// <param name="result">The struct, when the text is a format.</param>
    /// <param name="dialect">Whose rules.</param>
    public static bool TryParse([NotNullWhen(true)] string? format, [NotNullWhen(true)] out Struct? result, FormatDialect dialect = FormatDialect.Struct)
    {
        result = format is not null && ItemFormat.TryParse(format, dialect, out _) is { } parsed ? new(parsed) : null;
        return result is not null;
    }

    /// <summary>A format that is parsed already, of any dialect.</summary>
    /// <param name="format">The format.</param>
    /// <exception cref="ArgumentNullException">The format is null.</exception>
    public static Struct Of(ItemFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        return new(format);
    }

    /// <summary>
    /// The format bound to a struct of your own, whose numbers are those of the format in order: records are then read and written as
    /// <typeparamref name="T"/>, without boxing, whatever their byte order and padding. Bind once, and keep the binding.
    /// </summary>
    /// <typeparam name="T">A struct of numbers, bools, chars, enumerations and structs of those, a tuple of them, or one number.</typeparam>
    /// <remarks>
    /// Fields are matched by order, names do not count. Kinds must be the same: int for <c>i</c>, short for <c>h</c>. <c>4s</c> is four bytes, as an
    /// inline array or single fields; <c>c</c> a byte, <c>w</c> a uint, <c>Zf</c> two floats, <c>P</c> an nint or nuint.
    /// </remarks>
    /// <exception cref="ItemTypeException">A field is of another kind than the format's value, or there are more or fewer of them; the message names the field.</exception>
    /// <exception cref="ViewNotSupportedException">Items of the format cannot be read.</exception>
    /// <example><code>
    /// struct Tick { public uint Id; public short X; public ushort Y; public double Price; public float Size; }
    ///
    /// StructBinding&lt;Tick&gt; ticks = Struct.Parse("&gt;IhHdf").Bind&lt;Tick&gt;();
    /// foreach (Tick tick in ticks.Iterate(bytes)) { total += tick.Price; }
    /// </code></example>
    public StructBinding<T> Bind<T>()
        where T : unmanaged => new(this, new StructBinder(this, typeof(T), StructNumbers.Of<T>()).Bind(Readable()));

    /// <summary>The format, as it was written.</summary>
    public override string ToString() => Text;

    /// <summary>The layout of the values; refused for formats without a codec.</summary>
    internal FormatPlan Readable() => _plan is not null && Format.CanReadItems ? _plan : throw Error.NotReadable(Text);
}
