using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace MemoryViews;

/// <summary>How values are shown in messages and by records: short whatever they hold.</summary>
internal static class ValueText
{
    private const int MostItems = 16;
    private const int MostCharacters = 400;

    /// <summary>"3000000000 (Int64)": the value and its type, for messages.</summary>
    public static string Of(object? value)
    {
        StringBuilder text = new();
        Append(text, value);
        return value is null ? "nothing (null)" : $"{text} ({value.GetType().Name})";
    }

    /// <summary>Appends a value; sequences are cut after some items, and everything after some characters.</summary>
    public static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case string or char:
                text.Append(Describe.Quote(value.ToString()));
                break;
            case byte[] bytes:
                AppendBytes(text, bytes);
                break;
            case BigInteger big when big.GetBitLength() > 128:
                text.Append(CultureInfo.InvariantCulture, $"a number of {big.GetBitLength()} bits");
                break;
            case IConvertible or IFormattable:
                text.Append(CultureInfo.InvariantCulture, $"{value}");
                break;
            case Record record:
                AppendSequence(text, record, '(', ')', record);
                break;
            case Array or IReadOnlyList<object?>:
                AppendSequence(text, (IEnumerable)value, '[', ']', null);
                break;
            default:
                text.Append("an object");
                break;
        }
    }

    private static void AppendBytes(StringBuilder text, byte[] bytes)
    {
        text.Append("0x").Append(Convert.ToHexStringLower(bytes, 0, Math.Min(bytes.Length, MostItems)));
        text.Append(bytes.Length > MostItems ? "..." : "");
    }

    private static void AppendSequence(StringBuilder text, IEnumerable items, char open, char close, Record? names)
    {
        text.Append(open);
        int index = 0;
        foreach (object? item in items)
        {
            text.Append(index == 0 ? "" : ", ");
            if (index == MostItems || text.Length > MostCharacters)
            {
                text.Append("...");
                break;
            }

            text.Append(names?.NameOf(index) is { } name ? name + ": " : "");
            Append(text, item);
            index++;
        }

        text.Append(close);
    }
}
