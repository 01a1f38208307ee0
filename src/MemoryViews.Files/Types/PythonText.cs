using System;
using System.Globalization;
using System.Text;

namespace MemoryViews.Files;

/// <summary>Python's <c>repr</c> of strings and tuples of integers.</summary>
internal static class PythonText
{
    /// <summary>"(2, 3)", "(2,)", "()".</summary>
    public static string Tuple(ReadOnlySpan<nint> shape)
    {
        StringBuilder text = new("(");
        for (int i = 0; i < shape.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ", ")}{shape[i]}");
        }

        return text.Append(shape.Length == 1 ? ",)" : ")").ToString();
    }

    /// <summary>A string in single quotes, or in double ones when it holds single ones only; what does not print is escaped.</summary>
    public static string Quote(string value)
    {
        char quote = value.Contains('\'', StringComparison.Ordinal) && !value.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        StringBuilder text = new StringBuilder(value.Length + 2).Append(quote);
        for (int i = 0; i < value.Length; i++)
        {
            bool isPair = char.IsSurrogatePair(value, i);
            int code = isPair ? char.ConvertToUtf32(value, i) : value[i];
            Append(text, code, quote);
            i += isPair ? 1 : 0;
        }

        return text.Append(quote).ToString();
    }

    private static void Append(StringBuilder text, int code, char quote)
    {
        _ = code switch
        {
            '\n' => text.Append("\\n"),
            '\r' => text.Append("\\r"),
            '\t' => text.Append("\\t"),
            '\\' => text.Append("\\\\"),
            _ when code == quote => text.Append('\\').Append(quote),
            _ when IsPrinted(code) => text.Append(code > 0xffff ? char.ConvertFromUtf32(code) : ((char)code).ToString()),
            <= 0xff => text.Append(CultureInfo.InvariantCulture, $"\\x{code:x2}"),
            <= 0xffff => text.Append(CultureInfo.InvariantCulture, $"\\u{code:x4}"),
            _ => text.Append(CultureInfo.InvariantCulture, $"\\U{code:x8}"),
        };
    }

    // str.isprintable: everything but "other" and "separator", of which the plain space prints.
    private static bool IsPrinted(int code) => code == ' ' || CharUnicodeInfo.GetUnicodeCategory(code) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);
}
