using System;

namespace MemoryViews.Files;

/// <summary>
/// NTv2: records of 16 bytes, first 11 about the file, then for every sub-grid 11 about it and one a node. Nodes run from south to north and from east to
/// west; negative strides turn both round, so that views have north at the top and west on the left:
/// <code>
///   node     ... | lat lon lat lon | lat lon lat lon |      shifts and their accuracies, four floats
///                      next west ->                        view (rows, columns), strides (-16 * columns, -16)
/// </code>
/// </summary>
internal static class Ntv2Recogniser
{
    private const int RecordSize = 16;
    private const int HeaderRecords = 11;
    private const int HeaderSize = HeaderRecords * RecordSize;

    public static RecognisedFile? Recognise(FileBytes raw)
    {
        if (!raw.StartsWith("NUM_OREC"u8) || raw.Length < RecordSize)
        {
            return null;
        }

        // The first number is 11 in one byte order only.
        FileBytes bytes = raw.As("NTv2 file", raw.As("", isBigEndian: true).U32(8) == HeaderRecords);
        if (bytes.U32(8) != HeaderRecords)
        {
            throw Error.HeaderValue("NTv2 file", "NUM_OREC", bytes.U32(8), $"it is {HeaderRecords}");
        }

        bytes.Need(0, HeaderSize);
        Findings findings = new(FileKind.Ntv2, "NTv2 grids of datum shifts", bytes);
        long grids = bytes.U32(40);
        findings.Field("sub-grids", grids).Field("unit", Name(bytes, 56)).Field("version", Name(bytes, 72));
        findings.Field("from", Name(bytes, 88)).Field("to", Name(bytes, 104));
        ReadGrids(findings, bytes, grids);
        return findings.ToFile();
    }

    // Every sub-grid goes forward by its header at least, and the findings take only so many.
    private static void ReadGrids(Findings findings, FileBytes bytes, long grids)
    {
        long at = HeaderSize;
        ItemFormat node = ItemFormat.Parse(
            $"T{{{bytes.Order}f:latitude_shift:f:longitude_shift:f:latitude_accuracy:f:longitude_accuracy:}}");
        for (long i = 0; i < grids && !findings.IsFull; i++)
        {
            if (!bytes.Has(at, "SUB_NAME"u8))
            {
                throw Error.HeaderValue("NTv2 file", $"sub-grid {i}", "no SUB_NAME", $"{grids} sub-grids were announced: the file is damaged or was cut short");
            }

            at += HeaderSize + ReadGrid(findings, bytes, at, node) * RecordSize;
        }
    }

    private static long ReadGrid(Findings findings, FileBytes bytes, long at, ItemFormat node)
    {
        bytes.Need(at, HeaderSize);
        string name = Name(bytes, at + 8);
        double south = bytes.F64(at + 72), north = bytes.F64(at + 88), east = bytes.F64(at + 104), west = bytes.F64(at + 120);
        long nodes = bytes.U32(at + 168), rows = Steps(south, north, bytes.F64(at + 136)), columns = Steps(east, west, bytes.F64(at + 152));
        findings.Field($"{name} parent", Name(bytes, at + 24)).Field($"{name} south", south).Field($"{name} north", north);

        // Longitudes count to the west in these files: the larger one is the western edge.
        findings.Field($"{name} east", east).Field($"{name} west", west);
        if (Extent.Times(rows, columns) != nodes || nodes == 0)
        {
            findings.Refuse(name, Error.GridCount(name, rows, columns, nodes));
            return nodes;
        }

        findings.Part(
            name, "rows from the north, columns from the west; seconds of arc, longitudes positive to the west", node,
            [rows, columns], [-RecordSize * columns, -RecordSize], at + HeaderSize + (nodes - 1) * RecordSize);
        return nodes;
    }

    private static string Name(FileBytes bytes, long at) => bytes.Text(at, 8);

    // How many nodes stand between two edges; 0 for numbers that make no sense. Edges are multiples of the step up to rounding.
    private static long Steps(double low, double high, double step)
    {
        double steps = (high - low) / step;
        return steps is >= 0 and < uint.MaxValue ? (long)Math.Round(steps) + 1 : 0;
    }
}
