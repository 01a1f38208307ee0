using System.Text.Json;

namespace MemoryViews.Conformance;

/// <summary>The same bytes under another format.</summary>
internal sealed class CastFamily : Family
{
    public override Answer Ask(VectorCase vector, bool strict)
    {
        using Source source = Source.Of(vector["src"]);
        PythonView view = new(source.View, strict);
        object? format = vector["format"].ValueKind == JsonValueKind.String ? vector.Text("format") : vector.Value("format");
        Answer answer = [];
        answer.Try(() =>
        {
            PythonView cast = vector.Has("shape") ? view.Cast(format, vector.Value("shape")) : view.Cast(format);
            Attributes.Put(answer, cast);
            answer["tolist"] = Answer.ValueOf(cast.ToList);
            answer["tobytes"] = Attributes.Hex(cast.ToBytes());
        });
        return answer;
    }
}
