using System;
using System.Collections.Generic;
using System.Linq;

namespace MemoryViews.Files;

/// <summary>
/// netCDF's classic formats: a header of dimensions, attributes and variables, then the variables whose size is fixed, then records, in which one row of
/// every growing variable stands:
/// <code>
///   header | fixed a | fixed b | t0 p0 | t1 p1 | t2 p2 |      t is (3, ...) with strides (|t0 p0|, ...)
/// </code>
/// </summary>
internal static class NetCdfRecogniser
{
    public static RecognisedFile? Recognise(FileBytes raw)
    {
        if (!raw.StartsWith("CDF"u8) || raw.Length < 4 || raw.U8(3) is not (1 or 2 or 5))
        {
            return null;
        }

        FileBytes bytes = raw.As("netCDF file", isBigEndian: true);
        int version = bytes.U8(3);
        Findings findings = new(FileKind.NetCdf, version switch { 1 => "netCDF, classic", 2 => "netCDF, 64-bit offset", _ => "netCDF, 64-bit data" }, bytes);
        NetCdfHeader header = NetCdfHeader.Read(bytes, version, findings);
        Place(header, bytes, findings);
        return findings.ToFile();
    }

    private static void Place(NetCdfHeader header, FileBytes bytes, Findings findings)
    {
        long record = RecordSize(header.Variables);
        long records = header.Records ?? CountRecords(header.Variables, record, bytes.Length);
        findings.Field("records", records);
        foreach (NetCdfVariable variable in header.Variables)
        {
            Place(variable, records, record, findings);
        }
    }

    private static void Place(NetCdfVariable variable, long records, long record, Findings findings)
    {
        if (variable.Rank > Layout.MaxRank)
        {
            findings.Refuse(variable.Name, Error.PartRank(variable.Name, variable.Rank));
            return;
        }

        Span<long> shape = stackalloc long[variable.Shape.Length], strides = stackalloc long[variable.Shape.Length];
        variable.Shape.CopyTo(shape);
        long size = variable.Format.Size;
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            strides[axis] = size;
            size = Extent.Times(size, shape[axis]);
        }

        if (variable.IsGrowing)
        {
            (shape[0], strides[0]) = (records, record);
        }

        findings.Part(variable.Name, variable.Axes, variable.Format, shape, strides, variable.Begin);
    }

    // Rows are padded to four bytes, but not when one variable is the only growing one.
    private static long RecordSize(IReadOnlyList<NetCdfVariable> variables)
    {
        List<NetCdfVariable> growing = [.. variables.Where(variable => variable.IsGrowing)];
        return growing.Count == 1 ? growing[0].RowSize : growing.Aggregate(0L, (sum, variable) => Extent.Plus(sum, NetCdfCursor.Padded(variable.RowSize)));
    }

    // While a file is written as a stream, nobody has counted: as many as there is room for.
    private static long CountRecords(IReadOnlyList<NetCdfVariable> variables, long record, long length)
    {
        long first = variables.Where(variable => variable.IsGrowing).Select(variable => variable.Begin).DefaultIfEmpty(length).Min();
        return record > 0 && first < length ? (length - first) / record : 0;
    }
}
