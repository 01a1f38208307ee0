using System;
using System.Text.Json;

namespace MemoryViews.Conformance;

/// <summary>Copies into slices: from the same buffer, from another, and the odd cases.</summary>
internal sealed class SliceAssignFamily : Family
{
    public override Answer Ask(VectorCase vector, bool strict) => vector.Text("kind") switch
    {
        "self" => AskSelf(vector, strict),
        "other" => AskOther(vector, strict),
        "odd" => AskOdd(vector, strict),
        string kind => throw new VectorException($"kind \"{kind}\" is not known"),
    };

    private static Answer AskSelf(VectorCase vector, bool strict)
    {
        using Source target = Source.Of(vector.Input, readOnlyByDefault: false);
        PythonView view = new(target.View, strict);
        return Assign(vector, view, target.Data, () => view.GetItem(Values.ReadSlice(vector["src"])));
    }

    private static Answer AskOther(VectorCase vector, bool strict)
    {
        using Source target = Source.Of(vector.Input, readOnlyByDefault: false);
        using Source other = Source.Over(vector.Hex("src_data"), vector.Text("src_format"), isReadOnly: true);
        return Assign(vector, new PythonView(target.View, strict), target.Data, () => other.View);
    }

    // The label says what the six bytes are when they are not 00 to 05 in a row; what it says of the right side stands in the right side, too.
    private static Answer AskOdd(VectorCase vector, bool strict)
    {
        string label = vector.Has("label") ? vector.Text("label") : "";
        bool ofBase = !label.StartsWith("rhs", StringComparison.Ordinal);
        bool isReadOnly = ofBase && label.Contains("read-only", StringComparison.Ordinal);
        bool isMatrix = ofBase && label.Contains("2-D", StringComparison.Ordinal);
        byte[] data = isReadOnly ? new byte[6] : [0, 1, 2, 3, 4, 5];
        using Source target = Source.Over(data, ItemFormat.Parse("B"), Layout.Contiguous(1, isMatrix ? [2, 3] : [6]), isReadOnly);
        PythonView view = new(target.View, strict);
        if (vector.Has("rhs"))
        {
            return Assign(vector, view, data, () => ReadRight(vector["rhs"]));
        }

        Answer answer = [];
        answer.Try(() => view.DelItem(ReadKey(vector["dest"])));
        answer["data_after"] = Attributes.Hex(data);
        return answer;
    }

    private static Answer Assign(VectorCase vector, PythonView view, byte[] data, Func<object?> right)
    {
        Answer answer = [];
        answer.Try(() => view.SetItem(ReadKey(vector["dest"]), right()));
        answer["data_after"] = Attributes.Hex(data);
        return answer;
    }

    // A slice is written [start, stop, step]; any other key as an encoded value.
    private static object? ReadKey(JsonElement key) => key.ValueKind == JsonValueKind.Array ? Values.ReadSlice(key) : Values.Read(key);

    private static object? ReadRight(JsonElement right)
    {
        if (right.ValueKind != JsonValueKind.Object)
        {
            return Values.Read(right);
        }

        if (right.TryGetProperty("array", out JsonElement array))
        {
            return array.ValueKind == JsonValueKind.Array && array.GetArrayLength() == 2
                ? TypedArray.OfBytes(array[0].GetString()!, JsonReading.ToBytes(array[1].GetString()!))
                : throw new VectorException($"{array} is no [typecode, bytes]");
        }

        bool shaped = right.TryGetProperty("shape", out _) || right.TryGetProperty("format", out _);
        return shaped ? ReadShaped(right) : Values.Read(right);
    }

    private static PythonView ReadShaped(JsonElement right)
    {
        byte[] data = right.NeedHex(right.TryGetProperty("bytearray", out _) ? "bytearray" : "b");
        string format = right.TryGetProperty("format", out _) ? right.NeedText("format") : "B";
        PythonView bytes = PythonView.Of(data);
        return right.TryGetProperty("shape", out JsonElement shape) ? bytes.Cast(format, Values.Read(shape)) : bytes.Cast(format);
    }
}
