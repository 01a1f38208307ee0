using System;
using System.Globalization;
using System.Text;

namespace MemoryViews;

/// <summary>How shapes and bytes are written in messages: the way NumPy prints them.</summary>
internal static class Describe
{
    /// <summary>"(3, 4)", "(5,)", "()"; long shapes are cut, a message never grows with its input.</summary>
    public static string Shape(ReadOnlySpan<nint> shape)
    {
        const int Most = 16;
        StringBuilder text = new("(");
        for (int i = 0; i < Math.Min(shape.Length, Most); i++)
        {
            text.Append(i == 0 ? "" : ", ").Append(shape[i].ToString(CultureInfo.InvariantCulture));
        }

        string end = shape.Length > Most ? ", ...)" : shape.Length == 1 ? ",)" : ")";
        return text.Append(end).ToString();
    }

    /// <summary>"1 byte", "20 bytes".</summary>
    public static string Bytes(nint count) => Count(count, "byte");

    /// <summary>"1 item", "3 items".</summary>
    public static string Count(nint count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>A text in quotes, cut to a length that fits a message.</summary>
    public static string Quote(string? text) => text switch
    {
        null => "nothing",
        { Length: > 60 } => $"'{text[..57]}...'",
        _ => $"'{text}'",
    };
}
