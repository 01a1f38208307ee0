using System.Globalization;

namespace MemoryViews.Files;

/// <summary>Every exception of this package is made here, one method a throw site; what was asked, the limit, what would have worked.</summary>
internal static partial class Error
{
    /// <summary>"1 byte", "20 bytes".</summary>
    private static string Bytes(long count) => string.Create(CultureInfo.InvariantCulture, $"{count} byte{(count == 1 ? "" : "s")}");

    /// <summary>A text in quotes, without control characters and cut to a length that fits a message: names come from files.</summary>
    private static string Quote(string text)
    {
        const int Most = 60;
        string cut = text.Length > Most ? text[..(Most - 3)] + "..." : text;
        return $"'{string.Create(cut.Length, cut, static (span, source) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(source[i]) ? '?' : source[i];
            }
        })}'";
    }
}
