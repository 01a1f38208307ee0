namespace MemoryViews.Files;

/// <summary>
/// pcap: a header of 24 bytes, then packets, each a header of 16 bytes that tells its length. The magic number tells the byte order and whether fractions
/// of a second are microseconds or nanoseconds.
/// </summary>
internal static class PcapRecogniser
{
    private const uint Microseconds = 0xA1B2C3D4;
    private const uint Nanoseconds = 0xA1B23C4D;
    private const int HeaderSize = 24;

    public static RecognisedFile? Recognise(FileBytes raw)
    {
        if (raw.Length < 4)
        {
            return null;
        }

        FileBytes little = raw.As("pcap file", isBigEndian: false), big = raw.As("pcap file", isBigEndian: true);
        FileBytes? bytes = little.U32(0) is Microseconds or Nanoseconds ? little : big.U32(0) is Microseconds or Nanoseconds ? big : null;
        return bytes is null ? null : Read(bytes, bytes.U32(0) == Nanoseconds);
    }

    private static RecognisedFile Read(FileBytes bytes, bool isNano)
    {
        bytes.Need(0, HeaderSize);
        char order = bytes.Order;
        string fraction = isNano ? "nsec" : "usec";
        Findings findings = new(FileKind.Pcap, isNano ? "Captured packets, nanoseconds" : "Captured packets", bytes);
        findings.Field("version", $"{bytes.U16(4)}.{bytes.U16(6)}").Field("byte order", bytes.IsBigEndian ? "big-endian" : "little-endian");
        findings.Field("snaplen", (long)bytes.U32(16)).Field("link", (long)(bytes.U32(20) & 0xFFFF));
        findings.Part(
            "header", "the file's header", $"T{{{order}I:magic:H:major:H:minor:i:zone:I:sigfigs:I:snaplen:I:link:}}", [1], [HeaderSize], 0);
        findings.Records(new RecordWalk(bytes, "packets", HeaderSize, ItemFormat.Parse($"T{{{order}I:sec:I:{fraction}:I:incl:I:orig:}}"), "incl"));
        return findings.ToFile();
    }
}
