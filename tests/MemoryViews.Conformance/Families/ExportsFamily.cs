using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace MemoryViews.Conformance;

/// <summary>Steps that lend an exporter's memory and try to change the exporter meanwhile.</summary>
internal sealed class ExportsFamily : Family
{
    public override Answer Ask(VectorCase vector, bool strict)
    {
        ExportsRun run = new(Mutable.Of(vector.Text("exporter")), strict);
        List<object?> results = [];
        foreach (JsonElement step in vector["steps"].EnumerateArray())
        {
            object?[] words = [.. step.EnumerateArray().Select(word => word.ValueKind == JsonValueKind.String ? word.GetString() : Values.Read(word))];
            Answer result = [];
            result.Try(() => run.Do(words, result));
            results.Add(result);
        }

        return new Answer { ["results"] = results };
    }
}

/// <summary>The exporter and the views that have names.</summary>
internal sealed class ExportsRun(Mutable exporter, bool strict)
{
    private readonly Dictionary<string, PythonView> _views = [];
    private readonly List<BufferExport> _consumers = [];

    public void Do(object?[] words, Answer result)
    {
        string op = Word(words, 0);
        if (op is "mut" or "content")
        {
            DoExporter(op, words, result);
        }
        else if (words.Length > 1 && op is "view" or "view_of" or "slice" or "cast" or "toreadonly" or "reexport")
        {
            Make(op, words);
        }
        else
        {
            Use(op, words, result);
        }
    }

    private void DoExporter(string op, object?[] words, Answer result)
    {
        if (op == "mut")
        {
            exporter.Mutate(Word(words, 1));
        }
        else
        {
            result["value"] = Attributes.Hex(exporter.Content);
        }
    }

    private void Make(string op, object?[] words)
    {
        if (op == "reexport")
        {
            // The consumer holds the buffer to the end and has no name.
            _consumers.Add(Named(words, 2).GetBuffer(BufferRequest.FullReadOnly));
            return;
        }

        _views[Word(words, 1)] = op switch
        {
            "view" => PythonView.Of(exporter.Exporter, strict),
            "view_of" => PythonView.Of(Named(words, 2), strict),
            "slice" => (PythonView)Named(words, 2).GetItem(new PythonSlice(1, null))!,
            "cast" => Named(words, 2).Cast("B"),
            _ => Named(words, 2).ToReadOnly(),
        };
    }

    private void Use(string op, object?[] words, Answer result)
    {
        PythonView view = Named(words, 1);
        switch (op)
        {
            case "release":
                view.Release();
                break;
            case "drop":
                _views.Remove(Word(words, 1));
                view.Dispose();
                break;
            case "read":
                result["value"] = Attributes.Hex(view.ToBytes());
                break;
            case "write":
                view.SetItem(0, words[2]);
                break;
            case "len":
                result["value"] = view.Len();
                break;
            case "obj_is_exporter":
                result["value"] = ReferenceEquals(view.Exporter, exporter.Exporter);
                break;
            default:
                throw new VectorException($"op \"{op}\" is not known");
        }
    }

    private PythonView Named(object?[] words, int position)
        => _views.TryGetValue(Word(words, position), out PythonView? view) ? view : throw new KeyNotFoundException(Word(words, position));

    private static string Word(object?[] words, int position)
        => position < words.Length && words[position] is string word ? word : throw new VectorException($"a step has no word {position}");
}
