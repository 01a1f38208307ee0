using System.Globalization;

namespace MemoryViews.Files;

/// <summary>A directory of tags: one image of a TIFF file. Tags are looked up where they lie.</summary>
internal readonly struct TiffDirectory
{
    private const int MostEntries = 65535;

    private readonly FileBytes _bytes;
    private readonly bool _isBig;
    private readonly long _first;
    private readonly long _entries;

    public TiffDirectory(FileBytes bytes, bool isBig, long at)
    {
        _bytes = bytes;
        _isBig = isBig;
        _entries = isBig ? bytes.Count64(at) : bytes.U16(at);
        if (_entries is 0 or > MostEntries)
        {
            throw Error.HeaderValue("TIFF file", "the entries of a directory", _entries, $"there are 1 to {MostEntries}");
        }

        _first = at + (isBig ? 8 : 2);
        bytes.Need(_first, _entries * EntrySize + OffsetSize);
    }

    /// <summary>Where the next directory is; 0 when there is none.</summary>
    public long Next => Offset(_first + _entries * EntrySize);

    private int EntrySize => _isBig ? 20 : 12;

    private int OffsetSize => _isBig ? 8 : 4;

    /// <summary>A tag, or null when there is none.</summary>
    public TiffTag? Find(int id)
    {
        for (long i = 0; i < _entries; i++)
        {
            long at = _first + i * EntrySize;
            if (_bytes.U16(at) == id)
            {
                return Read(at);
            }
        }

        return null;
    }

    /// <summary>A tag's first value, or what stands for a tag that is not there.</summary>
    public long Number(int id, long otherwise) => Find(id)?.Number(_bytes) ?? otherwise;

    /// <summary>A tag's value that has to be there.</summary>
    public long Number(int id, string name) =>
        Find(id)?.Number(_bytes) ?? throw Error.HeaderValue("TIFF file", name, "nothing", $"a directory has tag {id}");

    /// <summary>Letters or floating-point numbers of a tag, as a text; null when there are none.</summary>
    public string? Text(int id)
    {
        const int MostLetters = 256, MostNumbers = 6;
        if (Find(id) is not { Type: 2 or 12 } tag)
        {
            return null;
        }

        if (tag.Type == 2)
        {
            return _bytes.Text(tag.At, (int)long.Min(tag.Count, MostLetters));
        }

        string[] numbers = new string[(int)long.Min(tag.Count, MostNumbers)];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = _bytes.F64(tag.At + 8 * i).ToString(CultureInfo.InvariantCulture);
        }

        return string.Join(' ', numbers) + (tag.Count > MostNumbers ? " ..." : "");
    }

    private TiffTag Read(long at)
    {
        int type = _bytes.U16(at + 2);
        long count = Offset(at + 4), size = Extent.Times(count, TiffTag.SizeOf(type)), place = at + 4 + OffsetSize;
        long values = size <= OffsetSize ? place : Offset(place);
        _bytes.Need(values, size);
        return new TiffTag(type, count, values);
    }

    private long Offset(long at) => _isBig ? _bytes.Count64(at) : _bytes.U32(at);
}
