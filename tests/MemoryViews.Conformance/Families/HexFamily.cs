using System.Collections.Generic;
using System.Text.Json;

namespace MemoryViews.Conformance;

/// <summary>Bytes as hexadecimal digits, with separators.</summary>
internal sealed class HexFamily : Family
{
    public override Answer Ask(VectorCase vector, bool strict)
    {
        using PythonView whole = PythonView.Of(vector.Hex("data"), strict);
        Answer answer = [];
        answer.Try(() =>
        {
            PythonView view = vector.Has("slice") ? (PythonView)whole.GetItem(Values.ReadSlice(vector["slice"]))! : whole;
            answer["value"] = view.Hex(Values.ReadList(vector["args"]), ReadNamed(vector));
        });
        return answer;
    }

    private static Dictionary<string, object?> ReadNamed(VectorCase vector)
    {
        Dictionary<string, object?> named = [];
        if (vector.Has("kwargs"))
        {
            foreach (JsonProperty argument in vector["kwargs"].EnumerateObject())
            {
                named[argument.Name] = Values.Read(argument.Value);
            }
        }

        return named;
    }
}
