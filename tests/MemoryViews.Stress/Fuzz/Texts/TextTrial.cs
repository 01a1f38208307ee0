using System;
using System.Linq;

namespace MemoryViews.Stress.Fuzz;

/// <summary>
/// One text given to one parser: it must be taken or refused as a view exception, for memory in proportion to its length, and what is taken must
/// print back and parse again to the same. Memory stands for work: what loops without end here also builds something.
/// </summary>
internal sealed class TextTrial(Chance chance)
{
    // Parsing makes objects of some 200 bytes a character at most, and a refusal an exception with a message and a stack trace; now and then the
    // table of known formats grows.
    private const long BytesOnce = 256 * 1024;
    private const long BytesACharacter = 1024;

    private static readonly string[] s_families = ["format texts", "struct texts", "slice texts", "typestr texts", "hex texts"];

    private string _text = "";

    /// <summary>The names under which trials are counted.</summary>
    public static ReadOnlySpan<string> Families => s_families;

    /// <summary>What was tried.</summary>
    public string Note { get; private set; } = "";

    public int Run()
    {
        switch (chance.Below(10))
        {
            case < 5:
                Format();
                return 0;
            case 5:
                StructFormat();
                return 1;
            case 6 or 7:
                SliceText();
                return 2;
            case 8:
                Typestr();
                return 3;
            default:
                Hex();
                return 4;
        }
    }

    private void Format()
    {
        FormatDialect dialect = chance.Of<FormatDialect>([FormatDialect.Pep3118, FormatDialect.Pep3118, FormatDialect.NumPy, FormatDialect.Struct]);
        if (Take(TextCorpus.Formats, text => ItemFormat.Parse(text, dialect), $"ItemFormat.Parse, {dialect}") is not { } format)
        {
            World.Check(dialect != FormatDialect.Pep3118 || !ItemFormat.TryParse(_text, null, out _), () => "Parse refuses what TryParse takes");
            return;
        }

        World.Check(format.Text == _text && format.ToString() == _text, () => $"prints as '{format}'");
        ItemFormat again = ItemFormat.Parse(format.Text, dialect);
        World.Check(again.Equals(format) && again.GetHashCode() == format.GetHashCode() && again.Size == format.Size && again.Alignment == format.Alignment, () => $"parses again as '{again}' of {again.Size} bytes");
        World.Check(format.Size >= 0 && format.Alignment >= 1, () => $"has {format.Size} bytes, alignment {format.Alignment}");
        Fields(format);
        Item(format);
        TypestrOf(format);
    }

    private void Fields(ItemFormat format)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (ItemField field in format.Fields)
        {
            nint units = 1;
            foreach (nint extent in field.SubShape.Span)
            {
                units *= extent;
            }

            nint end = field.Offset + (field.Format.Size * units);
            World.Check(field.Offset >= 0 && end >= field.Offset && end <= format.Size, () => $"field '{field.Name}' lies at [{field.Offset}, {end}) of {format.Size} bytes");
        }

        CheckAllocated(before, "its fields");
    }

    // An item of zeros is read and written back: the same zeros, and no more memory than the item has values.
    private void Item(ItemFormat format)
    {
        if (!format.CanReadItems || format.Size > 4096)
        {
            return;
        }

        byte[] item = chance.Bytes((int)format.Size), copy = [.. item];
        object? value = format.Read(item);
        World.Check(item.AsSpan().SequenceEqual(copy), () => "reading an item changes it");
        try
        {
            format.Write(item, value);
        }
        catch (Exception exception) when (exception is IViewException)
        {
            // A text with characters that are none, a number that a list does not take back.
            return;
        }
    }

    private static void TypestrOf(ItemFormat format)
    {
        if (format.ToTypestr() is { } typestr)
        {
            ItemFormat named = ItemFormat.FromTypestr(typestr);
            World.Check(named.Size == format.Size, () => $"its typestr {typestr} is '{named}' of {named.Size} bytes, it has {format.Size}");
            World.Check(named.ToTypestr() == typestr, () => $"its typestr {typestr} is '{named}', whose typestr is {named.ToTypestr()}");
        }
    }

    private void StructFormat()
    {
        if (Take(TextCorpus.Formats, text => Struct.Parse(text), "Struct.Parse") is { } parsed)
        {
            World.Check(parsed.Size == parsed.Format.Size && parsed.ValueCount >= 0, () => $"has {parsed.Size} bytes, {parsed.ValueCount} values");
            if (parsed.Size <= 4096 && parsed.ValueCount <= 4096)
            {
                byte[] bytes = new byte[parsed.Size];
                object?[] values = parsed.Unpack(bytes);
                World.Check(values.Length == parsed.ValueCount, () => $"unpacks {values.Length} of {parsed.ValueCount} values");
                World.Check(parsed.Pack(values).AsSpan().SequenceEqual(bytes), () => "packs zeros as something else");
            }
        }
    }

    private void SliceText()
    {
        Slice? slice = TakeValue(TextCorpus.Slices, text => Slice.Parse(text), "Slice.Parse");
        World.Check(Slice.TryParse(_text, null, out Slice tried) == slice is not null, () => "TryParse says otherwise");
        if (slice is { } known)
        {
            World.Check(tried == known && Slice.Parse(known.ToString()) == known, () => $"prints as {known}, which is not the same");
            if (known.Step != 0)
            {
                Resolve(known, chance.Below(12));
            }
        }
    }

    // By counting, where the numbers are small enough to count.
    private static void Resolve(Slice slice, int length)
    {
        (nint start, nint step, nint count) = slice.Resolve(length);
        int[] expected = Shapes.Take(length, slice.Start, slice.Stop, Math.Clamp((long)(slice.Step ?? 1), -1_000_000, 1_000_000));
        World.Check(count == expected.Length && expected.Select((index, i) => index == start + (i * step)).All(same => same), () => $"takes {count} of {length} from {start}, should take {Shapes.Show(expected)}");
    }

    private void Typestr()
    {
        if (Take(TextCorpus.Typestrs, ItemFormat.FromTypestr, "ItemFormat.FromTypestr") is { } format)
        {
            TypestrOf(format);
            World.Check(ItemFormat.Parse(format.Text).Equals(format), () => $"is '{format}', which parses to something else");
        }
    }

    private void Hex()
    {
        if (Take(TextCorpus.HexTexts, text => Bytes.FromHex(text), "Bytes.FromHex") is { } bytes)
        {
            World.Check(Bytes.FromHex(bytes.ToHexString()) == bytes, () => $"prints as {bytes.ToHexString()}");
        }
    }

    private T? Take<T>(string[] corpus, Func<string, T> parse, string what)
        where T : class
    {
        T? result = null;
        Try(corpus, text => result = parse(text), what);
        return result;
    }

    private T? TakeValue<T>(string[] corpus, Func<string, T> parse, string what)
        where T : struct
    {
        T? result = null;
        Try(corpus, text => result = parse(text), what);
        return result;
    }

    private void Try(string[] corpus, Action<string> parse, string what)
    {
        _text = Mutator.Make(chance, corpus);
        Note = $"{what} of {_text.Length} characters: \"{Readable(_text)}\"";
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            parse(_text);
        }
        catch (Exception exception) when (exception is IViewException)
        {
            World.Check(exception is not ViewSyntaxException syntax || (syntax.Position >= 0 && syntax.Position <= _text.Length), () => "the position lies outside the text");
        }

        CheckAllocated(before, "parsing it");
    }

    private void CheckAllocated(long before, string what)
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        World.Check(allocated <= BytesOnce + (BytesACharacter * _text.Length), () => $"{what} takes {allocated} bytes of memory");
    }

    private static string Readable(string text)
        => string.Concat((text.Length > 300 ? text[..300] + "..." : text).Select(c => c is >= ' ' and <= '~' ? c.ToString() : $"\\u{(int)c:x4}"));
}
