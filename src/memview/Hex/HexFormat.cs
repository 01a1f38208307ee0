using System;
using System.Globalization;
using System.IO;

namespace MemoryViews.Command;

/// <summary>A way to print lines of bytes.</summary>
internal abstract class HexFormat(TextWriter writer, Palette palette)
{
    private const string Digits = "0123456789abcdef";

    protected TextWriter Writer => writer;

    protected Palette Palette => palette;

    public abstract void Line(ByteLines lines);

    /// <summary>What comes after the last line.</summary>
    public virtual void End(ByteLines lines)
    {
    }

    protected void WriteOffset(long offset, int digits, string after) =>
        palette.Write(writer, Palette.Dim, offset.ToString("x" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + after);

    protected void WriteHex(byte value)
    {
        palette.Begin(writer, ColourOf(value));
        writer.Write(Digits[value >> 4]);
        writer.Write(Digits[value & 15]);
        palette.End(writer);
    }

    protected void WriteText(byte value, char shown)
    {
        palette.Begin(writer, ColourOf(value));
        writer.Write(shown);
        palette.End(writer);
    }

    protected static char AsciiOrDot(byte value) => value is >= 0x20 and < 0x7F ? (char)value : '.';

    /// <summary>hexyl's classes: NUL, printable, white space, other ASCII, the rest.</summary>
    private static string ColourOf(byte value) => value switch
    {
        0 => Palette.Dim,
        0x20 or (>= 0x09 and <= 0x0D) => Palette.Green,
        > 0x20 and < 0x7F => Palette.Cyan,
        < 0x80 => Palette.Magenta,
        _ => Palette.Yellow,
    };
}

/// <summary>What xxd prints, byte for byte.</summary>
internal sealed class XxdFormat(TextWriter writer, Palette palette) : HexFormat(writer, palette)
{
    public override void Line(ByteLines lines)
    {
        WriteOffset(lines.Offset, 8, ": ");
        for (int i = 0; i < ByteLines.Width; i++)
        {
            if (i < lines.Count)
            {
                WriteHex(lines.Bytes[i]);
            }
            else
            {
                Writer.Write("  ");
            }

            Writer.Write(i % 2 == 1 ? " " : "");
        }

        Writer.Write(' ');
        foreach (byte value in lines.Bytes)
        {
            WriteText(value, AsciiOrDot(value));
        }

        Writer.WriteLine();
    }
}

/// <summary>Leaves out full lines that are the same as the line before and follow it in the file; one "*" stands for all of them.</summary>
internal sealed class Squeezer(TextWriter writer)
{
    private readonly byte[] _last = new byte[ByteLines.Width];
    private bool _hasLast;
    private bool _isStarred;

    public bool Swallows(ByteLines lines)
    {
        if (_hasLast && lines.Continues && lines.Bytes.SequenceEqual(_last))
        {
            if (!_isStarred)
            {
                writer.WriteLine("*");
                _isStarred = true;
            }

            return true;
        }

        _isStarred = false;
        _hasLast = lines.Count == ByteLines.Width;
        lines.Bytes.CopyTo(_last);
        return false;
    }
}

/// <summary>What <c>hexdump -C</c> prints, byte for byte.</summary>
internal sealed class CanonicalFormat(TextWriter writer, Palette palette) : HexFormat(writer, palette)
{
    private readonly Squeezer _squeezer = new(writer);

    public override void Line(ByteLines lines)
    {
        if (_squeezer.Swallows(lines))
        {
            return;
        }

        WriteOffset(lines.Offset, 8, "  ");
        for (int i = 0; i < ByteLines.Width; i++)
        {
            Writer.Write(i == ByteLines.Width / 2 ? " " : "");
            if (i < lines.Count)
            {
                WriteHex(lines.Bytes[i]);
                Writer.Write(' ');
            }
            else
            {
                Writer.Write("   ");
            }
        }

        Writer.Write(" |");
        foreach (byte value in lines.Bytes)
        {
            WriteText(value, AsciiOrDot(value));
        }

        Writer.WriteLine('|');
    }

    public override void End(ByteLines lines)
    {
        if (lines.EndOffset > 0)
        {
            WriteOffset(lines.EndOffset, 8, "");
            Writer.WriteLine();
        }
    }
}

/// <summary>
/// The command's own: offsets as wide as the file needs, a panel of text in hexyl's signs, and a bar before each item where items are more
/// than single bytes in a row.
/// <code>
/// 00000000 │|48 65 6c 6c|6f 00 0a ff┊                        │ Hello⋄_×
/// </code>
/// </summary>
internal sealed class PlainFormat : HexFormat
{
    private const int LeastDigits = 8;

    private readonly Squeezer _squeezer;
    private readonly bool _marksItems;
    private readonly int _digits;

    public PlainFormat(TextWriter writer, Palette palette, ChosenView chosen)
        : base(writer, palette)
    {
        MemoryView view = chosen.View;
        _squeezer = new Squeezer(writer);
        _marksItems = view.ItemSize > 1 || !view.IsCContiguous;
        long end = chosen.FileStart + view.Layout.Bounds.High;
        _digits = Math.Max(LeastDigits, end.ToString("x", CultureInfo.InvariantCulture).Length);
    }

    public override void Line(ByteLines lines)
    {
        if (_squeezer.Swallows(lines))
        {
            return;
        }

        WriteOffset(lines.Offset, _digits, " │");
        for (int i = 0; i < ByteLines.Width; i++)
        {
            Writer.Write(i == ByteLines.Width / 2 ? "┊" : "");
            if (i < lines.Count)
            {
                Writer.Write(_marksItems && lines.IsItemStart(i) ? '|' : ' ');
                WriteHex(lines.Bytes[i]);
            }
            else
            {
                Writer.Write("   ");
            }
        }

        Palette.Write(Writer, Palette.Dim, " │ ");
        foreach (byte value in lines.Bytes)
        {
            WriteText(value, Sign(value));
        }

        Writer.WriteLine();
    }

    private static char Sign(byte value) => value switch
    {
        0 => '⋄',
        (byte)' ' => ' ',
        >= 0x09 and <= 0x0D => '_',
        > 0x20 and < 0x7F => (char)value,
        < 0x80 => '•',
        _ => '×',
    };
}
