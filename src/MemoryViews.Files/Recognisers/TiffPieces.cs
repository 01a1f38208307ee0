using System.Collections.Generic;
using System.Linq;

namespace MemoryViews.Files;

/// <summary>
/// The strips or tiles of an image. Their places come from a table; where the table is a plain one, with the same distance from each piece to the next, strides
/// say the same:
/// <code>
///   strips   one behind the other: (h, w, samples)            apart: (strips, rows, w, samples)
///   tiles    (tiles down, rows, tiles across, columns, samples); pixels beyond the right and lower edge are the tiles' own padding
/// </code>
/// Planes, where each sample has its own pieces, are one axis more in front.
/// </summary>
internal readonly struct TiffPieces
{
    private readonly FileBytes _bytes;
    private readonly TiffDirectory _directory;
    private readonly ItemFormat _format;
    private readonly long _width;
    private readonly long _height;
    private readonly long _samples;
    private readonly long _planes;
    private readonly long _rows;
    private readonly long _columns;

    public TiffPieces(FileBytes bytes, TiffDirectory directory, long width, long height, long samples, ItemFormat format)
    {
        _bytes = bytes;
        _directory = directory;
        _format = format;
        _width = width;
        _height = height;
        IsTiled = directory.Find(322) is not null;
        bool isPlanar = directory.Number(284, 1) == 2 && samples > 1;
        _planes = isPlanar ? samples : 1;
        _samples = isPlanar ? 1 : samples;
        _columns = IsTiled ? Length(322, "the width of tiles", int.MaxValue) : width;
        _rows = IsTiled ? Length(323, "the height of tiles", int.MaxValue) : long.Min(Length(278, "the rows of a strip", uint.MaxValue), height);
    }

    public bool IsTiled { get; }

    // Below 2^31 columns of 2^16 samples of 16 bytes: below 2^51.
    private long RowSize => _columns * _samples * _format.Size;

    private long PieceSize => Extent.Times(RowSize, _rows);

    public void Add(Findings findings, string name, ref long patience)
    {
        long down = (_height + _rows - 1) / _rows, across = IsTiled ? (_width + _columns - 1) / _columns : 1;
        if (_directory.Find(IsTiled ? 324 : 273) is not { } table)
        {
            findings.Refuse(name, Error.Missing(name, Extent.Times(down, across), 0));
            return;
        }

        TiffGrid grid = new(_planes, down, across);
        if (grid.Refusal(name, _bytes, table, ref patience) is { } refusal)
        {
            findings.Refuse(name, refusal);
            return;
        }

        grid = grid.Measured(_bytes, table);
        if (IsTiled)
        {
            AddTiles(findings, name, grid);
        }
        else if (down == 1 || grid.DownStep == PieceSize)
        {
            AddRows(findings, name, grid);
        }
        else if (_height % _rows == 0)
        {
            Add(findings, name, "strips, rows in a strip, columns", grid, [down, _rows, _width], [grid.DownStep, RowSize, PixelSize]);
        }
        else
        {
            findings.Refuse(name, Error.Uneven(name, 1, grid.Start + PieceSize, grid.Start + grid.DownStep));
        }
    }

    private long PixelSize => _samples * _format.Size;

    private void AddRows(Findings findings, string name, in TiffGrid grid) =>
        Add(findings, name, "rows from the top, columns", grid, [_height, _width], [RowSize, PixelSize]);

    private void AddTiles(Findings findings, string name, in TiffGrid grid)
    {
        Add(
            findings, name, "tiles down, rows in a tile, tiles across, columns in a tile", grid,
            [grid.Down, _rows, grid.Across, _columns], [grid.DownStep, RowSize, grid.AcrossStep, PixelSize]);
    }

    private void Add(Findings findings, string name, string axes, in TiffGrid grid, IEnumerable<long> shape, IEnumerable<long> strides)
    {
        if (_planes > 1)
        {
            (axes, shape, strides) = ("planes, " + axes, shape.Prepend(_planes), strides.Prepend(grid.PlaneStep));
        }

        if (_samples > 1)
        {
            (axes, shape, strides) = (axes + ", samples", shape.Append(_samples), strides.Append(_format.Size));
        }

        findings.Part(name, axes, _format, [.. shape], [.. strides], grid.Start);
    }

    private long Length(int tag, string what, long otherwise)
    {
        long length = _directory.Number(tag, otherwise);
        return length is > 0 and <= uint.MaxValue ? length : throw Error.HeaderValue("TIFF file", what, length, $"it is 1 to {uint.MaxValue}");
    }
}
