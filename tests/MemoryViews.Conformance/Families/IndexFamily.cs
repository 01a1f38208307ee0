using System.Linq;

namespace MemoryViews.Conformance;

/// <summary>Subscripts of every kind, and what makes a view a sequence.</summary>
internal sealed class IndexFamily : Family
{
    public override Answer Ask(VectorCase vector, bool strict)
    {
        using Source source = Source.Of(vector["src"], readOnlyByDefault: false);
        PythonView view = new(source.View, strict);
        Answer answer = [];
        string op = vector.Text("op");
        if (op == "set")
        {
            answer.Try(() => view.SetItem(vector.Value("key"), vector.Value("value")));
            answer["data_after"] = Attributes.Hex(source.Data);
            return answer;
        }

        answer.Try(() => Put(answer, view, op == "get" ? view.GetItem(vector.Value("key")) : Do(op, view)));
        return answer;
    }

    private static object? Do(string op, PythonView view)
    {
        switch (op)
        {
            case "len":
                return view.Len();
            case "iter":
                return view.Iterate().ToList();
            case "reversed":
                return view.Reversed().ToList();
            case "tolist":
                return view.ToList();
            case "bool":
                return view.Bool();
            case "contains_2":
                return view.Contains(2);
            case "del_0":
                view.DelItem(0);
                return null;
            case "tobytes":
                return view.ToBytes();
            case "hex":
                return view.Hex();
            default:
                throw new VectorException($"op \"{op}\" is not known");
        }
    }

    private static void Put(Answer answer, PythonView view, object? result)
    {
        if (result is not PythonView part)
        {
            answer["value"] = result;
            return;
        }

        answer["view"] = new Answer
        {
            ["shape"] = part.Shape.ToArray(),
            ["tobytes"] = Attributes.Hex(part.ToBytes()),
            ["same_object"] = ReferenceEquals(part, view),
        };
    }
}
