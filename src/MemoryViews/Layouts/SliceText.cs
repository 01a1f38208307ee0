using System;
using System.Globalization;

namespace MemoryViews;

/// <summary>Reads "start:stop:step"; says what is wrong and where, for a message with a caret.</summary>
internal static class SliceText
{
    /// <summary>Null when the text is a slice, otherwise the reason; <paramref name="position"/> is then the character.</summary>
    public static string? TryRead(ReadOnlySpan<char> text, out Slice slice, out int position)
    {
        slice = default;
        Span<nint?> parts = [null, null, null];
        int part = 0, start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] != ':')
            {
                continue;
            }

            position = start;
            if (part == parts.Length)
            {
                return "A slice has three parts at most: start:stop:step.";
            }

            if (!TryPart(text[start..i], out parts[part++]))
            {
                return "A part of a slice is an integer or nothing.";
            }

            start = i + 1;
        }

        position = text.Length;
        if (part < 2)
        {
            return "A slice needs a colon: start:stop.";
        }

        slice = new Slice(parts[0], parts[1], parts[2]);
        return null;
    }

    private static bool TryPart(ReadOnlySpan<char> text, out nint? value)
    {
        value = null;
        text = text.Trim();
        if (text.IsEmpty)
        {
            return true;
        }

        // .NET passes over NULs behind a number, which are no digits here.
        bool read = nint.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out nint number) && !text.EndsWith('\0');
        value = read ? number : IsInteger(text) ? Beyond(text[0]) : null;
        return value is not null;
    }

    private static bool IsInteger(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> digits = text[0] is '+' or '-' ? text[1..] : text;
        return !digits.IsEmpty && !digits.ContainsAnyExceptInRange('0', '9');
    }

    // Bounds clamp in any case, so an integer too large for the machine means the same as the largest one, as in Python.
    private static nint Beyond(char sign) => sign == '-' ? nint.MinValue : nint.MaxValue;
}
