using System;

namespace MemoryViews;

/// <summary>Hexadecimal text as bytes, by the rules of Python's <c>bytes.fromhex</c>: two digits a byte, ASCII white space between bytes.</summary>
internal static class HexReader
{
    /// <exception cref="ViewSyntaxException">Something that is no digit, or a byte of one digit.</exception>
    public static byte[] Read(ReadOnlySpan<char> text)
    {
        // Two characters a byte at least, so the text's own length bounds what is taken.
        byte[] bytes = new byte[text.Length / 2];
        int count = 0;
        for (int at = SkipSpace(text, 0); at < text.Length; at = SkipSpace(text, at + 2))
        {
            bytes[count++] = (byte)((Digit(text, at) << 4) | Digit(text, at + 1));
        }

        return count == bytes.Length ? bytes : bytes[..count];
    }

    private static int SkipSpace(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or (>= '\t' and <= '\r'))
        {
            at++;
        }

        return at;
    }

    private static int Digit(ReadOnlySpan<char> text, int at) => at >= text.Length
        ? throw Error.HexEnd(text.ToString())
        : char.IsAsciiHexDigit(text[at]) ? Value(text[at]) : throw Error.HexDigit(text.ToString(), at);

    // The low four bits of '0' to '9' are the value; 'A' and 'a' end in 1 and stand for 10.
    private static int Value(char digit) => digit <= '9' ? digit & 15 : (digit & 15) + 9;
}
