namespace MemoryViews.Files;

/// <summary>Walks over a netCDF header. Counts are four bytes, eight in the 64-bit data format; names and values end at a multiple of four.</summary>
internal sealed class NetCdfCursor(FileBytes bytes, int version)
{
    // What the format's library allows; a header beyond it would only keep us busy.
    private const int MostInList = 8192;
    private const int MostEntries = 1 << 18;
    private const int MostName = 256;

    private readonly int _countSize = version == 5 ? 8 : 4;
    private int _entries;

    public long At { get; private set; } = 4;

    public static long Padded(long size) => size > long.MaxValue - 3 ? size : (size + 3) & ~3L;

    public long Count() => Number(_countSize);

    public long Begin() => Number(version == 1 ? 4 : 8);

    public long Word() => Number(4);

    /// <summary>The number of entries of a list that has a tag, or is absent.</summary>
    public long List(long tag, string what)
    {
        long found = Word(), count = Count();
        if (count == 0)
        {
            return 0;
        }

        return found != tag ? throw Error.HeaderValue("netCDF file", what, $"tag {found}", $"a list of them has tag {tag}")
            : count > MostInList ? throw Error.HeaderValue("netCDF file", what, count, $"{MostInList} is the limit")
            : count;
    }

    /// <summary>The name that every entry of a list begins with.</summary>
    public string Name()
    {
        if (++_entries > MostEntries)
        {
            throw Error.HeaderValue("netCDF file", "its header", $"more than {MostEntries} entries", "headers are smaller");
        }

        long length = Count();
        string name = Text(length);
        Skip(Padded(length));
        return name;
    }

    /// <summary>The first letters of a text that begins here.</summary>
    public string Text(long length)
    {
        bytes.Need(At, length);
        return bytes.Text(At, (int)long.Min(length, MostName));
    }

    public void Skip(long count)
    {
        bytes.Need(At, count);
        At += count;
    }

    public long Number(int size)
    {
        long number = size == 8 ? bytes.Count64(At) : bytes.U32(At);
        At += size;
        return number;
    }
}
