using System;
using System.Collections.Generic;

namespace MemoryViews.Files;

/// <summary>A netCDF header: the grammar of the classic format, read once from front to back.</summary>
internal sealed class NetCdfHeader
{
    private const int DimensionTag = 10;
    private const int VariableTag = 11;
    private const int AttributeTag = 12;
    private const int MostAxes = 1024;
    private const int MostNames = 100;
    private const string Cut = "...";

    private readonly FileBytes _bytes;
    private readonly NetCdfCursor _cursor;
    private readonly Findings _findings;
    private readonly List<(string Name, long Length)> _dimensions = [];
    private readonly List<NetCdfVariable> _variables = [];

    private NetCdfHeader(FileBytes bytes, int version, Findings findings)
    {
        _bytes = bytes;
        _findings = findings;
        _cursor = new NetCdfCursor(bytes, version);
        long records = _cursor.Count();

        // All bits set: the file was written as a stream, and the number of records was never filled in.
        Records = records == (version == 5 ? long.MaxValue : uint.MaxValue) ? null : records;
    }

    /// <summary>How many records there are; null when the header does not tell.</summary>
    public long? Records { get; }

    public IReadOnlyList<NetCdfVariable> Variables => _variables;

    public static NetCdfHeader Read(FileBytes bytes, int version, Findings findings)
    {
        NetCdfHeader header = new(bytes, version, findings);
        header.ReadDimensions();
        header.ReadAttributes("");
        for (long left = header._cursor.List(VariableTag, "variables"); left > 0; left--)
        {
            header.ReadVariable();
        }

        return header;
    }

    private void ReadDimensions()
    {
        for (long left = _cursor.List(DimensionTag, "dimensions"); left > 0; left--)
        {
            string name = _cursor.Name();
            long length = _cursor.Count();
            _dimensions.Add((name, length));
            _findings.Field($"dimension {name}", length == 0 ? "records" : length);
        }
    }

    private void ReadAttributes(string owner)
    {
        for (long left = _cursor.List(AttributeTag, "attributes"); left > 0; left--)
        {
            string name = $"{owner}:{_cursor.Name()}";
            long type = _cursor.Word(), count = _cursor.Count();
            ItemFormat format = FormatOf(type);
            _findings.Field(name, Value(type, format, count));
            _cursor.Skip(NetCdfCursor.Padded(Extent.Times(count, format.Size)));
        }
    }

    private object Value(long type, ItemFormat format, long count)
    {
        if (type == 2)
        {
            return _cursor.Text(count);
        }

        return count != 1 ? $"{count} numbers"
            : type is 5 ? (double)_bytes.F32(_cursor.At)
            : type is 6 ? _bytes.F64(_cursor.At)
            : (object)SignExtend(_bytes.Unsigned(_cursor.At, (int)format.Size), format);
    }

    private static long SignExtend(ulong value, ItemFormat format)
    {
        int unused = 64 - 8 * (int)format.Size;
        return format.Kind == ItemKind.SignedInteger ? (long)(value << unused) >> unused : long.CreateSaturating(value);
    }

    private void ReadVariable()
    {
        string name = _cursor.Name();
        long rank = _cursor.Count();
        if (rank > MostAxes)
        {
            throw Error.HeaderValue("netCDF file", $"the axes of '{name}'", rank, $"{MostAxes} is the limit");
        }

        long[] shape = new long[rank <= Layout.MaxRank ? rank : 0];
        bool isGrowing = false;
        string names = "";
        for (int i = 0; i < rank; i++)
        {
            (string dimension, long length) = Dimension(name);
            isGrowing |= i == 0 && length == 0;
            names = Append(names, dimension);
            if (i < shape.Length)
            {
                shape[i] = length;
            }
        }

        ReadAttributes(name);
        ItemFormat format = FormatOf(_cursor.Word());

        // The size that is written here may be wrong for large variables, by the format's own words: lengths and type tell it.
        _cursor.Count();
        _variables.Add(new NetCdfVariable(name, format, rank, shape, $"({names})", isGrowing, _cursor.Begin()));
    }

    private (string Name, long Length) Dimension(string variable)
    {
        long number = _cursor.Count();
        return number < _dimensions.Count
            ? _dimensions[(int)number]
            : throw Error.HeaderValue("netCDF file", $"an axis of '{variable}'", number, $"there are {_dimensions.Count} dimensions");
    }

    // A name may be long and stand for many axes of many variables: the list of names is cut, so that a small file makes no large text.
    private static string Append(string names, string name) =>
        names.EndsWith(Cut, StringComparison.Ordinal) ? names
            : names.Length + name.Length > MostNames ? names + (names.Length == 0 ? name[..MostNames] : ", ") + Cut
            : names.Length == 0 ? name : $"{names}, {name}";

    private static ItemFormat FormatOf(long type) => ItemFormat.Parse(type switch
    {
        1 => "b",
        2 => "c",
        3 => ">h",
        4 => ">i",
        5 => ">f",
        6 => ">d",
        7 => "B",
        8 => ">H",
        9 => ">I",
        10 => ">q",
        11 => ">Q",
        _ => throw Error.HeaderValue("netCDF file", "a type", type, "types are 1 to 11"),
    });
}
