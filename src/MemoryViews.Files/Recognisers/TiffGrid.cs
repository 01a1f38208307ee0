using System;

namespace MemoryViews.Files;

/// <summary>Pieces in planes, down and across, in C order in the table of their places; after measuring, how far it is from one to the next.</summary>
internal readonly record struct TiffGrid(long Planes, long Down, long Across)
{
    public long Start { get; private init; }

    public long PlaneStep { get; private init; }

    public long DownStep { get; private init; }

    public long AcrossStep { get; private init; }

    /// <summary>Why no strides place all pieces; null when they do. Looks at each piece once, if there is patience left for so many.</summary>
    public ArrayFileException? Refusal(string name, FileBytes bytes, TiffTag table, ref long patience)
    {
        // Planes are below 2^16, the other two below 2^32 each.
        Int128 count = (Int128)Planes * Down * Across;
        if (count > table.Count)
        {
            return Error.Missing(name, long.CreateSaturating(count), table.Count);
        }

        if (count > patience)
        {
            return Error.SharedTables(name, (long)count, patience);
        }

        patience -= (long)count;
        return Measured(bytes, table).Compare(name, bytes, table, (long)count);
    }

    /// <summary>The same grid with the distances that its first pieces have; the table has a place for each.</summary>
    public TiffGrid Measured(FileBytes bytes, TiffTag table)
    {
        long start = table.Number(bytes);
        return this with
        {
            Start = start,
            PlaneStep = Planes > 1 ? table.Number(bytes, Down * Across) - start : 0,
            DownStep = Down > 1 ? table.Number(bytes, Across) - start : 0,
            AcrossStep = Across > 1 ? table.Number(bytes, 1) - start : 0,
        };
    }

    private ArrayFileException? Compare(string name, FileBytes bytes, TiffTag table, long count)
    {
        for (long i = 0; i < count; i++)
        {
            // Places are below 2^63 and there are fewer pieces than the file has bytes: 128 bits hold the products.
            Int128 expected = Start + (Int128)PlaneStep * (i / (Down * Across)) + (Int128)DownStep * (i / Across % Down) + (Int128)AcrossStep * (i % Across);
            long found = table.Number(bytes, i);
            if (found == 0 || Start == 0)
            {
                return Error.Absent(name, i);
            }

            if (found != expected)
            {
                return Error.Uneven(name, i, long.CreateSaturating(expected), found);
            }
        }

        return null;
    }
}
