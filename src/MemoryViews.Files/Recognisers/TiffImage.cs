namespace MemoryViews.Files;

/// <summary>One image of a TIFF file: its tags as fields, its strips or tiles as a view where strides can tell where they lie.</summary>
internal readonly struct TiffImage(Findings findings, FileBytes bytes, TiffDirectory directory, int number)
{
    private const int MostSamples = 65535;

    public void Describe(ref long patience)
    {
        long width = directory.Number(256, "the width"), height = directory.Number(257, "the height");
        long samples = directory.Number(277, 1), bits = directory.Number(258, 1), compression = directory.Number(259, 1);
        Field("width", width).Field(Name("height"), height).Field(Name("samples"), samples).Field(Name("bits"), bits);
        Field("compression", CompressionName(compression));
        AddText("description", 270);
        AddText("software", 305);
        AddText("pixel scale", 33550);
        AddText("tie points", 33922);
        AddText("no data", 42113);
        if (Refusal(width, height, samples, bits, compression) is { } refusal)
        {
            findings.Refuse(Name(directory.Find(322) is null ? "pixels" : "tiles"), refusal);
            return;
        }

        TiffPieces pieces = new(bytes, directory, width, height, samples, FormatOf(bits, directory.Number(339, 1))!);
        pieces.Add(findings, Name(pieces.IsTiled ? "tiles" : "pixels"), ref patience);
    }

    // The first image has plain names; those of the others tell which they are.
    private string Name(string name) => number == 1 ? name : $"{name} {number}";

    private Findings Field(string name, object value) => findings.Field(Name(name), value);

    private void AddText(string name, int tag)
    {
        if (directory.Text(tag) is { } text)
        {
            Field(name, text);
        }
    }

    private ArrayFileException? Refusal(long width, long height, long samples, long bits, long compression)
    {
        string name = Name("pixels");
        if (compression != 1)
        {
            string how = $"compressed ({CompressionName(compression)})";
            return Error.Packed(name, how, "rewrite the file uncompressed, as with gdal_translate -co COMPRESS=NONE or tiffcp -c none");
        }

        if (width <= 0 || height <= 0 || width > int.MaxValue || height > int.MaxValue || samples is <= 0 or > MostSamples)
        {
            return Error.Packed(name, $"{width} by {height} pixels of {samples} samples", $"lengths are 1 to {int.MaxValue}, samples 1 to {MostSamples}");
        }

        long kind = directory.Number(339, 1);
        if (FormatOf(bits, kind) is null || !IsSame(258, samples, bits) || !IsSame(339, samples, kind))
        {
            string how = $"{bits} bits of sample format {kind}, or samples that differ";
            return Error.Packed(name, how, "samples of 8, 16, 32 or 64 bits, all alike, can be viewed");
        }

        return null;
    }

    private bool IsSame(int tag, long samples, long value)
    {
        if (directory.Find(tag) is { } found)
        {
            for (long i = 1; i < long.Min(samples, found.Count); i++)
            {
                if (found.Number(bytes, i) != value)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private ItemFormat? FormatOf(long bits, long kind)
    {
        string? code = (kind, bits) switch
        {
            (1 or 4, 8) => "B",
            (1 or 4, 16) => "H",
            (1 or 4, 32) => "I",
            (1 or 4, 64) => "Q",
            (2, 8) => "b",
            (2, 16) => "h",
            (2, 32) => "i",
            (2, 64) => "q",
            (3, 16) => "e",
            (3, 32) => "f",
            (3, 64) => "d",
            (6, 64) => "Zf",
            (6, 128) => "Zd",
            _ => null,
        };
        return code is null ? null : ItemFormat.Parse(bits == 8 ? code : bytes.Order + code);
    }

    private static string CompressionName(long compression) => compression switch
    {
        1 => "none",
        2 or 3 or 4 => "fax",
        5 => "LZW",
        6 or 7 => "JPEG",
        8 or 32946 => "deflate",
        32773 => "PackBits",
        34887 => "LERC",
        34925 => "LZMA",
        50000 => "ZSTD",
        50001 => "WebP",
        _ => $"kind {compression}",
    };
}
