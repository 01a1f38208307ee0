using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace MemoryViews.Conformance;

/// <summary>An answer in the spelling of the vectors, for those who look into a failure.</summary>
internal static class AnswerText
{
    public static string Of(object? value)
    {
        StringBuilder text = new();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value)
    {
        if (Integers.TryRead(value, out BigInteger integer))
        {
            text.Append(integer);
            return;
        }

        if (Doubles.TryRead(value, out double real))
        {
            text.Append(CultureInfo.InvariantCulture, $"{{\"f\":\"{BitConverter.DoubleToUInt64Bits(real):x16}\"}}");
            return;
        }

        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case bool truth:
                text.Append(truth ? "true" : "false");
                break;
            case string or char:
                text.Append('"').Append(value).Append('"');
                break;
            case byte[] bytes:
                text.Append(CultureInfo.InvariantCulture, $"{{\"b\":\"{Convert.ToHexStringLower(bytes)}\"}}");
                break;
            case IReadOnlyDictionary<string, object?> members:
                AppendMembers(text, members);
                break;
            case IEnumerable items:
                AppendItems(text, items);
                break;
            default:
                text.Append(value);
                break;
        }
    }

    private static void AppendMembers(StringBuilder text, IReadOnlyDictionary<string, object?> members)
    {
        string before = "{";
        foreach ((string name, object? member) in members)
        {
            text.Append(before).Append('"').Append(name).Append("\":");
            Append(text, member);
            before = ",";
        }

        text.Append(before == "{" ? "{}" : "}");
    }

    private static void AppendItems(StringBuilder text, IEnumerable items)
    {
        string before = "[";
        foreach (object? item in items)
        {
            text.Append(before);
            Append(text, item);
            before = ",";
        }

        text.Append(before == "[" ? "[]" : "]");
    }
}
