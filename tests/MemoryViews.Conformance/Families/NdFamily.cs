namespace MemoryViews.Conformance;

/// <summary>Strided, Fortran and indirect arrays of any rank.</summary>
internal sealed class NdFamily : Family
{
    public override Answer Ask(VectorCase vector, bool strict)
    {
        using Source source = Source.Of(vector["src"]);
        PythonView view = new(source.View, strict);
        Answer answer = [];
        answer.Try(() =>
        {
            if (vector.Has("order"))
            {
                answer["tobytes"] = Attributes.Hex(view.ToBytes(ReadOrder(vector)));
                return;
            }

            Attributes.Put(answer, view);
            foreach (string order in (string[])["C", "F", "A"])
            {
                answer["tobytes_" + order] = Attributes.Hex(view.ToBytes(order));
            }

            answer["hex"] = view.Hex();
            answer["tolist"] = Answer.ValueOf(view.ToList);
        });
        return answer;
    }

    private static object? ReadOrder(VectorCase vector)
        => vector["order"].ValueKind == System.Text.Json.JsonValueKind.String ? vector.Text("order") : vector.Value("order");
}
