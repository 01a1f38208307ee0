using System;

namespace MemoryViews.Command;

/// <summary>
/// Integers of 3 bytes (24-bit sound, packed offsets), for which PEP 3118 has no code. The command writes them as a record whose only
/// field is three bytes of padding named after the codec, so that the format says by itself how to read the item, wherever the view goes:
/// <code>
///   u3le   T{3x:u3le:}      i3be   T{3x:i3be:}
/// </code>
/// </summary>
internal static class PackedIntegers
{
    public const int Size = 3;

    /// <summary>The format of a 3-byte type; null when the name is none.</summary>
    public static string? FormatOf(ReadOnlySpan<char> name, char order) => name is "u3" or "i3"
        ? $"T{{3x:{name}{(IsBig(order) ? "be" : "le")}:}}"
        : null;

    /// <summary>The codec a format names; null when it is no 3-byte integer.</summary>
    public static string? CodecOf(ItemFormat format) =>
        format.Size == Size && format.Fields is [{ Name: "u3le" or "u3be" or "i3le" or "i3be" } field] ? field.Name : null;

    public static int Read(string codec, ReadOnlySpan<byte> item)
    {
        (byte low, byte high) = codec.EndsWith("be", StringComparison.Ordinal) ? (item[2], item[0]) : (item[0], item[2]);

        // The sign sits in bit 23: put at the top of 32 bits first, an arithmetic shift brings it down again.
        int value = high << 24 | item[1] << 16 | low << 8;
        return codec[0] == 'i' ? value >> 8 : (int)((uint)value >> 8);
    }

    private static bool IsBig(char order) => order is '>' or '!' || (order is '\0' or '=' && !BitConverter.IsLittleEndian);
}
