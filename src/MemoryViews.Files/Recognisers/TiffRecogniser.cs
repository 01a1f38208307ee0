using System.Collections.Generic;

namespace MemoryViews.Files;

/// <summary>TIFF: a byte order, then a chain of directories, each an image. BigTIFF is the same with wider numbers.</summary>
internal static class TiffRecogniser
{
    private const int MostImages = 64;

    public static RecognisedFile? Recognise(FileBytes raw)
    {
        bool isLittle = raw.StartsWith("II"u8);
        if (!(isLittle || raw.StartsWith("MM"u8)) || raw.Length < 8)
        {
            return null;
        }

        FileBytes bytes = raw.As("TIFF file", !isLittle);
        int version = bytes.U16(2);
        if (version is not (42 or 43) || (version == 43 && (bytes.Length < 16 || bytes.U16(4) != 8 || bytes.U16(6) != 0)))
        {
            return null;
        }

        Findings findings = new(FileKind.Tiff, version == 42 ? "TIFF image" : "BigTIFF image", bytes);
        findings.Field("byte order", bytes.IsBigEndian ? "big-endian" : "little-endian");
        ReadImages(findings, bytes, version == 43);
        return findings.ToFile();
    }

    private static void ReadImages(Findings findings, FileBytes bytes, bool isBig)
    {
        // Directories may be chained to a ring. Places of strips and tiles take two bytes of an honest file each, so all images together have fewer
        // than it has bytes; directories that share one long table are looked at no longer than that.
        HashSet<long> seen = [];
        long patience = bytes.Length;
        long at = isBig ? bytes.Count64(8) : bytes.U32(4);
        while (at != 0 && seen.Count < MostImages && seen.Add(at))
        {
            TiffDirectory directory = new(bytes, isBig, at);
            new TiffImage(findings, bytes, directory, seen.Count).Describe(ref patience);
            at = directory.Next;
        }

        findings.Field("images", at == 0 ? (long)seen.Count : $"{seen.Count} and more");
    }
}
