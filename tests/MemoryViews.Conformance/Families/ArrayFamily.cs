namespace MemoryViews.Conformance;

/// <summary>array.array: attributes, one value, bytes in, bytes swapped.</summary>
internal sealed class ArrayFamily : Family
{
    public override Answer Ask(VectorCase vector, bool strict)
    {
        string typecode = vector.Text("typecode");
        Answer answer = [];
        switch (vector.Text("op"))
        {
            case "attrs":
                answer.Try(() => PutAttributes(answer, typecode));
                break;
            case "construct":
                answer.Try(() => answer["data"] = Attributes.Hex(PythonArray.Create(typecode, [vector.Value("value")]).ToBytes()));
                break;
            case "frombytes":
                answer.Try(() => answer["values"] = TypedArray.OfBytes(typecode, vector.Hex("data")).ToList());
                break;
            case "byteswap":
                answer.Try(() =>
                {
                    TypedArray array = TypedArray.OfBytes(typecode, vector.Hex("data"));
                    array.ByteSwap();
                    answer["data"] = Attributes.Hex(array.ToBytes());
                });
                break;
            case string op:
                throw new VectorException($"op \"{op}\" is not known");
        }

        return answer;
    }

    // The arrays asked about have two items.
    private static void PutAttributes(Answer answer, string typecode)
    {
        object item = typecode is "u" or "w" ? "a" : 1;
        using PythonView view = PythonView.Of(PythonArray.Create(typecode, [item, item]));
        Attributes.Put(answer, view);
    }
}
