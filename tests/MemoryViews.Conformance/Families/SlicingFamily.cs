using System.Text.Json;

namespace MemoryViews.Conformance;

/// <summary>Slices of the first axis, one after the other.</summary>
internal sealed class SlicingFamily : Family
{
    public override Answer Ask(VectorCase vector, bool strict)
    {
        using Source source = Source.Of(vector.Input);
        PythonView view = new(source.View, strict);
        Answer answer = [];
        answer.Try(() =>
        {
            foreach (JsonElement slice in vector["slices"].EnumerateArray())
            {
                view = (PythonView)view.GetItem(Values.ReadSlice(slice))!;
            }

            Attributes.PutShape(answer, view);
            answer["tobytes"] = Attributes.Hex(view.ToBytes());
        });
        return answer;
    }
}
