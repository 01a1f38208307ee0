namespace MemoryViews.Files;

/// <summary>
/// Netpbm: a header in letters ("P6 640 480 255" and one blank), then rows from the top without padding. Samples above 255 take two bytes, big-endian.
/// P4 packs eight pixels into a byte, P1 to P3 are letters: those are refused. P7 (PAM) names its header's words and has any number of samples a pixel.
/// </summary>
internal static class NetpbmRecogniser
{
    private const int MostSample = 65535;

    private static readonly string[] s_titles =
    [
        "", "Netpbm bitmap in letters", "Netpbm greymap in letters", "Netpbm pixmap in letters",
        "Netpbm bitmap", "Netpbm greymap", "Netpbm pixmap", "Netpbm arbitrary map",
    ];

    public static RecognisedFile? Recognise(FileBytes raw)
    {
        if (raw.Length < 3 || raw.U8(0) != 'P' || raw.U8(1) is < (byte)'1' or > (byte)'7' || !TextTokens.IsBlank(raw.U8(2)))
        {
            return null;
        }

        int number = raw.U8(1) - '0';
        FileBytes bytes = raw.As("Netpbm file", isBigEndian: true);
        TextTokens tokens = new(bytes, "Netpbm file", 2);
        if (number == 7 ? !raw.Has(2, "\n"u8) : !tokens.IsNumberNext())
        {
            return null;
        }

        Findings findings = new(FileKind.Netpbm, s_titles[number], bytes);
        if (number == 7)
        {
            ArbitraryMap(findings, tokens);
        }
        else
        {
            Map(findings, number, tokens);
        }

        return findings.ToFile();
    }

    private static void Map(Findings findings, int number, TextTokens tokens)
    {
        long width = tokens.Number("the width"), height = tokens.Number("the height");
        findings.Field("width", width).Field("height", height);
        if (number is 1 or 4)
        {
            Bits(findings, number, width, height, tokens);
            return;
        }

        long most = tokens.Number("the largest sample", MostSample);
        findings.Field("largest sample", most);
        if (number < 4)
        {
            findings.Refuse("pixels", Error.Packed("pixels", "numbers in letters", "write it in binary first, as ImageMagick does unless told -compress none"));
            return;
        }

        Samples(findings, tokens.EndHeader(), width, height, number == 6 ? 3 : 1, most);
    }

    private static void Bits(Findings findings, int number, long width, long height, TextTokens tokens)
    {
        if (number == 1)
        {
            findings.Refuse("pixels", Error.Packed("pixels", "bits in letters", "write it in binary first"));
            return;
        }

        long row = (width + 7) / 8;
        findings.Refuse("pixels", Error.Packed("pixels", "1 bit each", "take 'rows', whose bytes hold eight pixels from the highest bit on, 1 for black"));
        findings.Part("rows", "rows from the top, bytes of 8 pixels", FileBytes.ByteFormat, [height, row], [row, 1], tokens.EndHeader());
    }

    private static void ArbitraryMap(Findings findings, TextTokens tokens)
    {
        // Each word stands on a line of its own; one that nobody knows has one value behind it.
        const int MostWords = 64;
        long width = 0, height = 0, depth = 0, most = 0;
        string word = "";
        for (int i = 0; i < MostWords && word != "ENDHDR"; i++)
        {
            word = tokens.Word();
            switch (word)
            {
                case "WIDTH":
                    width = tokens.Number("WIDTH");
                    break;
                case "HEIGHT":
                    height = tokens.Number("HEIGHT");
                    break;
                case "DEPTH":
                    depth = tokens.Number("DEPTH", MostSample);
                    break;
                case "MAXVAL":
                    most = tokens.Number("MAXVAL", MostSample);
                    break;
                case "ENDHDR":
                    break;
                default:
                    findings.Field(word == "TUPLTYPE" ? "tuples" : word, tokens.Word());
                    break;
            }
        }

        if (width == 0 || height == 0 || depth == 0 || most == 0 || word != "ENDHDR")
        {
            throw Error.HeaderValue("Netpbm file", "its header", "too little", "a P7 header has WIDTH, HEIGHT, DEPTH, MAXVAL and ENDHDR");
        }

        findings.Field("width", width).Field("height", height).Field("depth", depth).Field("largest sample", most);
        Samples(findings, tokens.EndHeader(), width, height, depth, most);
    }

    // Width and height are below 2^31 and a pixel below 2^17 bytes, so a row is below 2^48.
    private static void Samples(Findings findings, long at, long width, long height, long depth, long most)
    {
        long size = most > 255 ? 2 : 1, pixel = depth * size, row = width * pixel;
        string format = size == 2 ? ">H" : "B";
        if (depth == 1)
        {
            findings.Part("pixels", "rows from the top, columns", format, [height, width], [row, size], at);
        }
        else
        {
            string axes = depth == 3 ? "rows from the top, columns, red green blue" : "rows from the top, columns, samples";
            findings.Part("pixels", axes, format, [height, width, depth], [row, pixel, size], at);
        }
    }
}
