using System.IO;

namespace MemoryViews.Command;

/// <summary>
/// An array as NumPy prints it: nested brackets, aligned columns, lines of at most 75 columns, "..." for what an excerpt leaves out.
/// It looks at the first items for the widths, then writes, and keeps none of them: output begins at once, however much is asked for.
/// </summary>
internal sealed class ArrayText
{
    private const int LineWidth = 75;

    // Items seen before the first is written. A wider one later on takes the room it needs.
    private const int MostObserved = 100_000;

    private readonly TextWriter _writer;
    private readonly Excerpt[] _axes;
    private readonly ElementStyle _style;
    private readonly RowReader _reader;
    private int _observed;
    private int _column;

    private ArrayText(TextWriter writer, MemoryView view, ShowOptions options)
    {
        _writer = writer;
        _axes = options.Axes(view.Shape);
        _style = ElementStyle.For(view.Format);
        _reader = new RowReader(view.ItemSize);
    }

    public static void Write(TextWriter writer, MemoryView view, ShowOptions options)
    {
        if (view.ItemCount == 0)
        {
            writer.WriteLine("[]");
            return;
        }

        ArrayText text = new(writer, view, options);
        text.Observe(view, 0);
        text.WriteAxis(view, 0);
        writer.WriteLine();
    }

    private void Observe(MemoryView view, int axis)
    {
        Excerpt excerpt = _axes[axis];
        bool isRow = axis == _axes.Length - 1;
        _reader.Start();
        for (nint place = 0; place < excerpt.Shown && _observed < MostObserved; place++)
        {
            nint index = excerpt.IndexAt(place);
            if (isRow)
            {
                _observed++;
                _style.Observe(_reader.Read(view, index, EndOf(excerpt, index)));
                continue;
            }

            using MemoryView part = view[[(Subscript)index]];
            Observe(part, axis + 1);
        }
    }

    private void WriteAxis(MemoryView view, int axis)
    {
        _writer.Write('[');
        if (axis == _axes.Length - 1)
        {
            WriteRow(view, axis);
        }
        else
        {
            WriteParts(view, axis);
        }

        _writer.Write(']');
    }

    private void WriteParts(MemoryView view, int axis)
    {
        Excerpt excerpt = _axes[axis];
        for (nint place = 0; place < excerpt.Shown; place++)
        {
            if (place > 0)
            {
                NextLine(axis, _axes.Length - 1 - axis);
            }

            if (excerpt.IsMarked && place == excerpt.Head)
            {
                _writer.Write("...");
                NextLine(axis, _axes.Length - 1 - axis);
            }

            using MemoryView part = view[[(Subscript)excerpt.IndexAt(place)]];
            WriteAxis(part, axis + 1);
        }
    }

    private void WriteRow(MemoryView row, int axis)
    {
        Excerpt excerpt = _axes[axis];
        _column = axis + 1;
        _reader.Start();
        for (nint place = 0; place < excerpt.Shown; place++)
        {
            if (excerpt.IsMarked && place == excerpt.Head)
            {
                WriteWord("...", axis);
            }

            nint index = excerpt.IndexAt(place);
            WriteWord(_style.Format(_reader.Read(row, index, EndOf(excerpt, index))), axis);
        }
    }

    /// <summary>Writes a word after a space, or at the start of a line when it would pass the width, where the closing bracket must fit, too.</summary>
    private void WriteWord(string word, int axis)
    {
        bool isFirst = _column == axis + 1;
        if (!isFirst && _column + 1 + word.Length > LineWidth - _axes.Length)
        {
            NextLine(axis, 1);
            _column = axis + 1;
            isFirst = true;
        }

        _writer.Write(isFirst ? "" : " ");
        _writer.Write(word);
        _column += word.Length + (isFirst ? 0 : 1);
    }

    private void NextLine(int axis, int lines)
    {
        for (int i = 0; i < lines; i++)
        {
            _writer.WriteLine();
        }

        _writer.Write(new string(' ', axis + 1));
    }

    private static nint EndOf(Excerpt excerpt, nint index) => excerpt.IsCut && index < excerpt.Head ? excerpt.Head : excerpt.Length;
}
