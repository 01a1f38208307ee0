using System.IO;

namespace MemoryViews.Tests.Errors;

internal static partial class Catalogue
{
    private static Provocation[] ExportersSites =>
    [
        new("ArrayTooLong", () => new ByteArray("ab"u8).Repeat(nint.MaxValue / 4), "2147483591", "NativeBuffer"),
        new("HexDigit", () => MemoryViews.Bytes.FromHex("0g"), "position 1", "0-9"),
        new("HexEnd", () => MemoryViews.Bytes.FromHex("012"), "position 3", "two hexadecimal digits"),
        new("NegativeCount", () => new ByteArray().Resize(-2), "-2", "0 or more"),
        new("TakeBeyond", () => new ByteArray("abc"u8).TakeBytes(4), "4", "0 to 3"),
        new("ValueNotFound", () => new ByteArray("abc"u8).Remove(9), "9", "IndexOf"),
        new("SliceLength", () => new ByteArray("abcd"u8).ReplaceRange(Slice.Of(null, null, 2), "x"u8), "1 items", "2 places"),
        new("BadTypecode", () => _ = new TypedArray("z"), "'z'", "use one of b"),
        new("BytesRemainder", () => TypedArray.OfBytes("i", new byte[5]), "5 bytes", "items of 4", "1 left over"),
        new("ArrayRange", () => new TypedArray("B").Append(256), "'B'", "256", "0 to 255"),
        new("ArrayCharacter", () => new TypedArray("w").Append("ab"), "'w'", "single characters"),
        new("NotTextArray", () => new TypedArray("i").ToUnicode(), "'i'", "'u' and 'w'"),
        new("TextForNumbers", () => _ = new TypedArray("i", "text"), "'i'", "'u' or 'w'"),
        new("TypecodesDiffer", () => new TypedArray("i").Extend(new TypedArray("h")), "'i'", "'h'", "converts"),
        new("NoCharacter", () => TypedArray.OfBytes("w", [0, 0, 0x11, 0]).ToUnicode(), "0x110000", "0x10ffff"),
        new("TooFewItems", () => new TypedArray("i").FromStream(new MemoryStream(new byte[5]), 3), "3 items", "after 1"),
    ];
}
