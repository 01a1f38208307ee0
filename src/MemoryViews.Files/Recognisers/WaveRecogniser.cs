namespace MemoryViews.Files;

/// <summary>
/// WAVE: chunks of an id, a length and that many bytes, padded to an even number. "fmt " says what a sample is, "data" holds the frames:
/// <code>
///   RIFF len WAVE | fmt  16 ... | LIST ... | data len  | L0 R0 | L1 R1 | ...      a frame is one sample of each channel
/// </code>
/// </summary>
internal static class WaveRecogniser
{
    // Writers put a handful of chunks in front of the data; a file of nothing but headers of chunks must not be walked to its end.
    private const int MostChunks = 4096;

    // What stands for the length when a writer could not go back to fill it in, as in a pipe: SoX and FFmpeg write lengths near these.
    private const uint EndlessSox = 0x7FFF0000;

    public static RecognisedFile? Recognise(FileBytes raw)
    {
        bool isWide = raw.StartsWith("RF64"u8) || raw.StartsWith("BW64"u8), isBig = raw.StartsWith("RIFX"u8);
        if (!(isWide || isBig || raw.StartsWith("RIFF"u8)) || !raw.Has(8, "WAVE"u8))
        {
            return null;
        }

        FileBytes bytes = raw.As("WAVE file", isBig);
        WaveChunks chunks = Walk(bytes, isWide);
        Findings findings = new(FileKind.Wave, isBig ? "WAVE sound, big-endian" : isWide ? "WAVE sound, 64-bit lengths" : "WAVE sound", bytes);
        WaveFormat format = WaveFormat.Read(bytes, chunks.FormatAt, chunks.FormatLength);
        format.Describe(findings, chunks.DataLength);
        format.AddSamples(findings, bytes.Order, chunks.DataAt, chunks.DataLength);
        return findings.ToFile();
    }

    private static WaveChunks Walk(FileBytes bytes, bool isWide)
    {
        long at = 12, formatAt = -1, formatLength = 0, wideData = -1;
        for (int i = 0; i < MostChunks; i++)
        {
            long length = bytes.U32(at + 4);
            if (bytes.Has(at, "data"u8))
            {
                return formatAt >= 0
                    ? new WaveChunks(formatAt, formatLength, at + 8, Data(bytes, at + 8, length, wideData))
                    : throw Error.HeaderValue("WAVE file", "the first chunks", "no 'fmt '", "it has to stand in front of 'data'");
            }

            if (bytes.Has(at, "fmt "u8))
            {
                (formatAt, formatLength) = (at + 8, length);
            }
            else if (isWide && bytes.Has(at, "ds64"u8))
            {
                wideData = bytes.Count64(at + 16);
            }

            at += 8 + length + (length & 1);
        }

        throw Error.HeaderValue("WAVE file", "the number of chunks", $"more than {MostChunks}", "'data' has to be among them");
    }

    private static long Data(FileBytes bytes, long at, long length, long wide)
    {
        if (length == uint.MaxValue && wide >= 0)
        {
            return wide;
        }

        return length >= EndlessSox && length > bytes.Length - at ? bytes.Length - at : length;
    }

    private readonly record struct WaveChunks(long FormatAt, long FormatLength, long DataAt, long DataLength);
}
