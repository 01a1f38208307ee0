namespace MemoryViews.Conformance;

/// <summary>One item read.</summary>
internal sealed class ItemGetFamily : Family
{
    public override Answer Ask(VectorCase vector, bool strict)
    {
        using Source source = Source.Of(vector.Input);
        PythonView view = new(source.View, strict);
        Answer answer = [];
        answer.Try(() => answer["value"] = view.GetItem(vector.Value("index")));
        return answer;
    }
}
