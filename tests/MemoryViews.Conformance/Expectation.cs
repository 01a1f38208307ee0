using System;
using System.Collections;
using System.Collections.Generic;
using System.Numerics;
using System.Text.Json;

namespace MemoryViews.Conformance;

/// <summary>Compares an answer with what CPython said: kinds as well as values, floats by their bits.</summary>
internal static class Expectation
{
    // Remarks about a case, not parts of its answer.
    private static readonly HashSet<string> s_remarks = ["note", "cpython_gap"];

    public static bool Matches(JsonElement expected, Answer actual) =>
        (expected.TryGetProperty("error", out _) || !actual.ContainsKey("error")) && MatchMembers(expected, actual);

    private static bool MatchMembers(JsonElement expected, Answer actual)
    {
        foreach (JsonProperty member in expected.EnumerateObject())
        {
            if (!s_remarks.Contains(member.Name) && !(actual.TryGetValue(member.Name, out object? value) && Matches(member.Value, value)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Matches(JsonElement expected, object? actual) => expected.ValueKind switch
    {
        JsonValueKind.Null => actual is null,
        JsonValueKind.True => actual is true,
        JsonValueKind.False => actual is false,
        JsonValueKind.String => actual is string text && text == expected.GetString(),
        JsonValueKind.Number => Integers.TryRead(actual, out BigInteger value) && value == Values.ReadInteger(expected),
        JsonValueKind.Array => MatchesItems(expected, actual),
        _ => actual is Answer answer ? Matches(expected, answer) : actual is not null && MatchesEncoded(expected, actual),
    };

    private static bool MatchesEncoded(JsonElement expected, object actual)
    {
        foreach (JsonProperty member in expected.EnumerateObject())
        {
            return member.Name switch
            {
                "i" => Integers.TryRead(actual, out BigInteger value) && value == Values.ReadInteger(member.Value),
                "f" => Doubles.TryRead(actual, out double real) && SameDouble(real, Values.ReadDouble(member.Value)),
                "c" => actual is Complex complex && SameDouble(complex.Real, Values.ReadDouble(member.Value[0])) && SameDouble(complex.Imaginary, Values.ReadDouble(member.Value[1])),
                "b" => actual is byte[] bytes && bytes.AsSpan().SequenceEqual(expected.NeedHex("b")),
                "bytearray" => actual is Memory<byte> memory && memory.Span.SequenceEqual(expected.NeedHex("bytearray")),
                "s" => (actual as string ?? (actual as char?)?.ToString()) == member.Value.GetString(),
                "tuple" or "list" => MatchesItems(member.Value, actual),
                _ => false,
            };
        }

        return false;
    }

    private static bool MatchesItems(JsonElement expected, object? actual)
    {
        if (actual is not IList list || actual is byte[] || list.Count != expected.GetArrayLength())
        {
            return false;
        }

        for (int i = 0; i < list.Count; i++)
        {
            if (!Matches(expected[i], list[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameDouble(double a, double b) => BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b) || (double.IsNaN(a) && double.IsNaN(b));
}
