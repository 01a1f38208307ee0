using System;
using System.Text.Json;

namespace MemoryViews.Conformance;

/// <summary>Members that have to be there, with a message that names the missing one.</summary>
internal static class JsonReading
{
    public static JsonElement Need(this JsonElement element, string key) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(key, out JsonElement value) ? value : throw new VectorException($"\"{key}\" is missing");

    public static string NeedText(this JsonElement element, string key) =>
        element.Need(key) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : throw new VectorException($"\"{key}\" is no string");

    public static byte[] NeedHex(this JsonElement element, string key) => ToBytes(element.NeedText(key));

    public static nint NeedInteger(this JsonElement element, string key) => ToInteger(element.Need(key), key);

    public static nint[] NeedIntegers(this JsonElement element, string key)
    {
        JsonElement list = element.Need(key);
        if (list.ValueKind != JsonValueKind.Array)
        {
            throw new VectorException($"\"{key}\" is no list");
        }

        nint[] integers = new nint[list.GetArrayLength()];
        for (int i = 0; i < integers.Length; i++)
        {
            integers[i] = ToInteger(list[i], key);
        }

        return integers;
    }

    public static byte[] ToBytes(string hex)
    {
        try
        {
            return Convert.FromHexString(hex);
        }
        catch (FormatException)
        {
            throw new VectorException($"\"{(hex.Length > 40 ? hex[..40] + "..." : hex)}\" is no hexadecimal text");
        }
    }

    private static nint ToInteger(JsonElement element, string key) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out long value) ? (nint)value : throw new VectorException($"\"{key}\" is no integer");
}
