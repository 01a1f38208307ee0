using System;
using System.IO;

namespace MemoryViews.Stress.Truncate;

/// <summary>
/// What a byte of the file may be. The pattern has a period, so that a copy within the file by a whole number of periods leaves it as it is:
/// <code>
///   1 to 250   the pattern, by the byte's place
///   255        written by this round; only where writes are allowed
///   0          behind a place where the file has ended: it was cut there and made longer again
///   254        of a file that took this one's name: must never be seen
/// </code>
/// </summary>
internal static class Content
{
    public const byte Written = 255;
    public const byte Foreign = 254;

    /// <summary>A prime, so that no page and no piece looks like another.</summary>
    public const int Period = 4093;

    /// <summary>Two pieces of a checked file and a half.</summary>
    public const int MostBytes = 5 << 19;

    private static readonly byte[] s_bytes = Make();

    /// <summary>The pattern from byte 0 on.</summary>
    public static ReadOnlySpan<byte> Bytes => s_bytes;

    public static MemoryView View { get; } = s_bytes.AsMemoryView();

    public static void WriteTo(string path, int length)
    {
        using FileStream stream = new(path, FileMode.Create, FileAccess.Write);
        stream.Write(s_bytes, 0, length);
    }

    public static void WriteForeignTo(string path, int length)
    {
        byte[] bytes = new byte[length];
        Array.Fill(bytes, Foreign);
        File.WriteAllBytes(path, bytes);
    }

    private static byte[] Make()
    {
        byte[] bytes = new byte[MostBytes];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(1 + (Fuzz.Chance.Mix((ulong)(i % Period), 1) % 250));
        }

        return bytes;
    }
}
