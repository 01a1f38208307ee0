using System;
using System.Collections.Generic;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace MemoryViews.Conformance;

/// <summary>
/// Encoded values to objects, as <see cref="PythonView"/> has them: <c>{"i":"5"}</c> is a BigInteger, <c>{"b":"ff"}</c> a byte[],
/// <c>{"bytearray":"ff"}</c> a Memory of bytes, a list a List, a tuple an array.
/// </summary>
internal static class Values
{
    // Python's float("nan") is positive; .NET's NaN is negative.
    private static readonly double s_pythonNaN = BitConverter.UInt64BitsToDouble(0x7FF8_0000_0000_0000);

    public static object? Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => element.TryGetInt64(out long value) ? value : throw new VectorException($"{element} is no integer: larger ones are written {{\"i\":\"...\"}}"),
        JsonValueKind.Array => ReadList(element),
        JsonValueKind.Object => ReadObject(element),
        _ => throw new VectorException($"{element} stands where an encoded value belongs: text is written {{\"s\":\"...\"}}"),
    };

    public static List<object?> ReadList(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            throw new VectorException($"{element} is no list");
        }

        List<object?> list = new(element.GetArrayLength());
        foreach (JsonElement item in element.EnumerateArray())
        {
            list.Add(Read(item));
        }

        return list;
    }

    /// <summary>[start, stop, step] as a slice.</summary>
    public static PythonSlice ReadSlice(JsonElement element) =>
        ReadList(element) is [var start, var stop, var step] ? new PythonSlice(start, stop, step) : throw new VectorException($"{element} is no [start, stop, step]");

    public static double ReadDouble(JsonElement bits) => bits.ValueKind != JsonValueKind.String ? throw new VectorException($"{bits} are no bits of a double")
        : bits.GetString() == "nan" ? s_pythonNaN
        : ulong.TryParse(bits.GetString(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong value) ? BitConverter.UInt64BitsToDouble(value)
        : throw new VectorException($"{bits} are no bits of a double");

    public static BigInteger ReadInteger(JsonElement digits) =>
        BigInteger.TryParse(digits.ValueKind == JsonValueKind.String ? digits.GetString() : digits.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger value)
            ? value
            : throw new VectorException($"{digits} is no decimal integer");

    private static object? ReadObject(JsonElement element)
    {
        JsonElement.ObjectEnumerator members = element.EnumerateObject();
        if (!members.MoveNext())
        {
            throw new VectorException("{} is no encoded value");
        }

        JsonElement value = members.Current.Value;
        string kind = members.Current.Name;
        return members.MoveNext() ? throw new VectorException($"{element} is no encoded value: it has several members") : kind switch
        {
            "i" => ReadInteger(value),
            "f" => ReadDouble(value),
            "b" => JsonReading.ToBytes(element.NeedText(kind)),
            "bytearray" => new Memory<byte>(JsonReading.ToBytes(element.NeedText(kind))),
            "s" => element.NeedText(kind),
            "c" => ReadComplex(value),
            "list" => ReadList(value),
            "tuple" => ReadList(value).ToArray(),
            "slice" => ReadSlice(value),
            "ellipsis" => PythonEllipsis.Value,
            _ => ReadUserObject(kind, value, element),
        };
    }

    private static PythonObject ReadUserObject(string kind, JsonElement value, JsonElement element) => kind switch
    {
        "index" => new PythonObject { Index = ReadIndex(value) },
        "int_only" => new PythonObject(),
        "float_only" => new PythonObject { Float = ReadFloatOnly(value) },
        "index_raises" => new PythonObject { IndexRaises = value.GetString() },
        "bool_raises" => new PythonObject { BoolRaises = value.GetString() },
        _ => throw new VectorException($"{element} is an encoded value of a kind that is not known"),
    };

    private static BigInteger ReadIndex(JsonElement value) => Read(value) switch
    {
        long small => small,
        BigInteger big => big,
        bool truth => truth ? 1 : 0,
        _ => throw new VectorException($"{value} is no integer"),
    };

    private static double ReadFloatOnly(JsonElement value) => value.ValueKind == JsonValueKind.Object ? ReadDouble(value.Need("f")) : ReadDouble(value);

    private static Complex ReadComplex(JsonElement parts) => parts.ValueKind == JsonValueKind.Array && parts.GetArrayLength() == 2
        ? new Complex(ReadDouble(parts[0]), ReadDouble(parts[1]))
        : throw new VectorException($"{parts} is no [real, imaginary]");
}
