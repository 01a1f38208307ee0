namespace MemoryViews.Conformance;

/// <summary>The hash of a view: never a number, always that of its bytes.</summary>
internal sealed class HashFamily : Family
{
    public override Answer Ask(VectorCase vector, bool strict)
    {
        Answer answer = [];
        answer.Try(() =>
        {
            PythonView view = ViewOf(vector, strict);
            byte[] bytes = vector.Expected.TryGetProperty("equals_hash_of_bytes", out _) ? vector.Expected.NeedHex("equals_hash_of_bytes") : view.ToBytes();
            using PythonView other = PythonView.Of(new Bytes(bytes));
            answer["equals_hash_of_bytes"] = view.GetHash() == other.GetHash() && view.GetHash() == new Bytes(bytes).GetHashCode() ? Attributes.Hex(bytes) : "another";
        });
        return answer;
    }

    private static PythonView ViewOf(VectorCase vector, bool strict)
    {
        PythonView view = BaseOf(vector, strict);
        if (vector.Has("slice"))
        {
            view = (PythonView)view.GetItem(Values.ReadSlice(vector["slice"]))!;
        }

        return vector.Has("toreadonly") && vector.Value("toreadonly") is true ? view.ToReadOnly() : view;
    }

    private static PythonView BaseOf(VectorCase vector, bool strict)
    {
        string exporter = vector.Has("exporter") ? vector.Text("exporter") : "bytes";
        if (exporter == "nd")
        {
            return new PythonView(Source.Of(vector.Input).View, strict);
        }

        object owner = exporter switch
        {
            "bytes" => new Bytes(vector.Hex("data")),
            "bytearray" => new ByteArray(vector.Hex("data")),
            "array" => TypedArray.OfBytes(vector.Text("format"), vector.Hex("data")),
            _ => throw new VectorException($"exporter \"{exporter}\" is not known"),
        };
        PythonView view = PythonView.Of(owner, strict);
        string format = vector.Text("format");
        return vector.Has("shape") ? view.Cast(format, vector.Value("shape")) : view.Format == format ? view : view.Cast(format);
    }
}
