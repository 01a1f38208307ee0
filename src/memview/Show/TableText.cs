using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace MemoryViews.Command;

/// <summary>
/// Records as a table: an index, the offset in the file, a column a field, all right-aligned.
/// <code>
/// #  offset    id    len
/// 0     0xc  fmt      16
/// </code>
/// It looks at the first rows for the widths, then writes, and keeps none of them: output begins at once, however much is asked for.
/// </summary>
internal sealed class TableText
{
    private const string Gap = "  ";

    // Rows seen before the first is written. A wider cell later on takes the room it needs.
    private const int MostObserved = 10_000;

    private readonly TextWriter _writer;
    private readonly Palette _palette;
    private readonly RecordRows _rows;
    private readonly IReadOnlyList<TableColumn> _columns;
    private readonly Excerpt _excerpt;
    private readonly string[] _cells;
    private readonly int[] _widths;

    private TableText(TextWriter writer, Palette palette, ChosenView chosen, ShowOptions options)
    {
        _writer = writer;
        _palette = palette;
        _rows = new RecordRows(chosen);
        _columns = TableColumn.Of(chosen.View.Format, chosen.Columns);
        _excerpt = options.Rows(_rows.Count, _columns.Count);
        _cells = new string[_columns.Count + 2];
        _widths = new int[_columns.Count + 2];
    }

    public static void Write(TextWriter writer, Palette palette, ChosenView chosen, ShowOptions options)
    {
        TableText table = new(writer, palette, chosen, options);
        table.FillHeader();
        table.Widen();
        for (nint place = 0; place < Math.Min(table._excerpt.Shown, MostObserved); place++)
        {
            table.FillRow(table._excerpt.IndexAt(place));
            table.Widen();
        }

        // The last row has the widest index and, as files go, the widest offset.
        if (table._excerpt.Shown > MostObserved)
        {
            table.FillRow(table._excerpt.IndexAt(table._excerpt.Shown - 1));
            table.Widen();
        }

        table.WriteAll();
    }

    private void WriteAll()
    {
        FillHeader();
        WriteCells(isHeader: true);
        for (nint place = 0; place < _excerpt.Shown; place++)
        {
            if (_excerpt.IsMarked && place == _excerpt.Head)
            {
                _writer.WriteLine("…".PadLeft(_widths[0]) + Gap + string.Create(CultureInfo.InvariantCulture, $"{_excerpt.Hidden:N0} more"));
            }

            FillRow(_excerpt.IndexAt(place));
            WriteCells(isHeader: false);
        }
    }

    private void FillHeader()
    {
        _cells[0] = _rows.IsOne ? "" : "#";
        _cells[1] = "offset";
        for (int i = 0; i < _columns.Count; i++)
        {
            _cells[i + 2] = Error.Plain(_columns[i].Name);
        }
    }

    private void FillRow(nint row)
    {
        ReadOnlySpan<byte> item = _rows.Read(row, out string index, out long offset);
        _cells[0] = index;
        _cells[1] = string.Create(CultureInfo.InvariantCulture, $"0x{offset:x}");
        for (int i = 0; i < _columns.Count; i++)
        {
            _cells[i + 2] = _columns[i].Text(item);
        }
    }

    private void Widen()
    {
        for (int i = 0; i < _cells.Length; i++)
        {
            _widths[i] = Math.Max(_widths[i], _cells[i].Length);
        }
    }

    private void WriteCells(bool isHeader)
    {
        int last = _cells.Length - 1;
        for (int i = _rows.IsOne ? 1 : 0; i <= last; i++)
        {
            string cell = _cells[i].PadLeft(_widths[i]);
            string text = i == last ? cell.TrimEnd(' ') : cell + Gap;
            if (isHeader || i < 2)
            {
                _palette.Write(_writer, isHeader ? Palette.Bold : Palette.Dim, text);
            }
            else
            {
                _writer.Write(text);
            }
        }

        _writer.WriteLine();
    }
}
