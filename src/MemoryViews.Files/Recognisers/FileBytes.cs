using System;

namespace MemoryViews.Files;

/// <summary>
/// A file's bytes for a recogniser: numbers at offsets that come from the file and are therefore checked each time, and views laid over them. All
/// reading goes through the view, one item at a time, and allocates nothing.
/// </summary>
internal sealed class FileBytes
{
    public static readonly ItemFormat ByteFormat = ItemFormat.Of<byte>();

    private readonly MemoryView _bytes;
    private readonly string _kind;

    private FileBytes(MemoryView bytes, string kind, bool isBigEndian)
    {
        _bytes = bytes;
        _kind = kind;
        IsBigEndian = isBigEndian;
    }

    public nint Length => _bytes.Length;

    public bool IsBigEndian { get; }

    /// <summary>The order mark of formats: '&gt;' or '&lt;'.</summary>
    public char Order => IsBigEndian ? '>' : '<';

    public static FileBytes Of(MemoryView view) => !view.IsCContiguous ? throw Error.NotTogether()
        : new(view.Rank == 1 && view.Format.Equals(ByteFormat) ? view : view.Cast(ByteFormat), "file", false);

    /// <summary>The same bytes, with numbers in one order and messages that name the kind of file.</summary>
    public FileBytes As(string kind, bool isBigEndian) => new(_bytes, kind, isBigEndian);

    public bool StartsWith(ReadOnlySpan<byte> magic) => Has(0, magic);

    public bool Has(long at, ReadOnlySpan<byte> text)
    {
        if (at < 0 || at > Length - text.Length)
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            if (_bytes.Get<byte>((nint)at + i) != text[i])
            {
                return false;
            }
        }

        return true;
    }

    public byte U8(long at) => (byte)Unsigned(at, 1);

    public ushort U16(long at) => (ushort)Unsigned(at, 2);

    public uint U32(long at) => (uint)Unsigned(at, 4);

    public int I32(long at) => (int)Unsigned(at, 4);

    public float F32(long at) => BitConverter.UInt32BitsToSingle(U32(at));

    public double F64(long at) => BitConverter.UInt64BitsToDouble(Unsigned(at, 8));

    /// <summary>A number of 1 to 8 bytes.</summary>
    public ulong Unsigned(long at, int size)
    {
        Need(at, size);
        ulong value = 0;
        for (int i = 0; i < size; i++)
        {
            int place = IsBigEndian ? i : size - 1 - i;
            value = (value << 8) | _bytes.Get<byte>((nint)at + place);
        }

        return value;
    }

    /// <summary>A number of 8 bytes that counts or places something. What is beyond 2^63 is beyond every file: the largest number stands for it.</summary>
    public long Count64(long at) => long.CreateSaturating(Unsigned(at, 8));

    /// <summary>Letters up to the first NUL, without blanks at the end; what is no ASCII becomes '?'.</summary>
    public string Text(long at, int length)
    {
        Need(at, length);
        Span<char> text = length <= 256 ? stackalloc char[length] : new char[length];
        for (int i = 0; i < length; i++)
        {
            byte letter = _bytes.Get<byte>((nint)at + i);
            text[i] = letter is 0 ? '\0' : letter is >= 32 and < 127 ? (char)letter : '?';
        }

        int end = text.IndexOf('\0');
        return (end < 0 ? text : text[..end]).TrimEnd(' ').ToString();
    }

    public void Need(long at, long count)
    {
        if (at < 0 || count < 0 || at > Length || count > Length - at)
        {
            throw Error.HeaderCut(_kind, at, count, Length);
        }
    }

    /// <summary>Lays a view over the bytes.</summary>
    /// <exception cref="ArrayFileException">It would reach beyond the file.</exception>
    public MemoryView Place(string what, ItemFormat format, ReadOnlySpan<long> shape, ReadOnlySpan<long> strides, long offset) =>
        Outside(what, format, shape, strides, offset) is { } refusal ? throw refusal : View(format, shape, strides, offset);

    /// <summary>Why a view cannot be laid; null when it can.</summary>
    public ArrayFileException? Outside(string what, ItemFormat format, ReadOnlySpan<long> shape, ReadOnlySpan<long> strides, long offset)
    {
        if (shape.Length > Layout.MaxRank)
        {
            return Error.PartRank(what, shape.Length);
        }

        Extent extent = Extent.Of(format.Size, shape, strides, offset);
        return extent.Low < 0 || extent.High > Length ? Error.PartOutside(_kind, what, extent.Low, extent.High, Length) : null;
    }

    /// <summary>Lays a view that <see cref="Outside"/> has nothing against.</summary>
    public MemoryView View(ItemFormat format, ReadOnlySpan<long> shape, ReadOnlySpan<long> strides, long offset)
    {
        Span<nint> lengths = stackalloc nint[shape.Length], steps = stackalloc nint[shape.Length];
        for (int i = 0; i < shape.Length; i++)
        {
            // Within the file everything fits; only lengths beside a length of 0 may not.
            lengths[i] = nint.CreateSaturating(shape[i]);
            steps[i] = nint.CreateSaturating(strides[i]);
        }

        nint start = lengths.Contains(0) ? 0 : (nint)offset;
        return _bytes.WithLayout(format, Layout.Strided(format.Size, lengths, steps, _bytes.Layout.Offset + start));
    }
}
