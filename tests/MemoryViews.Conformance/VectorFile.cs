using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;

namespace MemoryViews.Conformance;

/// <summary>One vector file: a family and its cases.</summary>
internal sealed class VectorFile
{
    // A list of 64 axes stands in a case of a list of an object.
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 128 };

    private VectorFile(string path, string family, IReadOnlyList<VectorCase> cases)
    {
        Path = path;
        Family = family;
        Cases = cases;
    }

    public string Path { get; }

    public string Family { get; }

    public IReadOnlyList<VectorCase> Cases { get; }

    public static VectorFile Read(string path)
    {
        JsonElement root = Parse(path);
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("family", out JsonElement family) || family.ValueKind != JsonValueKind.String
            || !root.TryGetProperty("cases", out JsonElement listed) || listed.ValueKind != JsonValueKind.Array)
        {
            throw new VectorException($"{path}: an object with \"family\" (a string) and \"cases\" (a list) is expected.");
        }

        List<VectorCase> cases = [];
        foreach (JsonElement item in listed.EnumerateArray())
        {
            cases.Add(VectorCase.Read(item) ?? throw new VectorException(
                $"{path}: case {cases.Count} is not an object with \"id\" (a string), \"in\" and \"expect\" (objects)."));
        }

        return !root.TryGetProperty("count", out JsonElement count) || (count.TryGetInt32(out int told) && told == cases.Count)
            ? new(path, family.GetString()!, cases)
            : throw new VectorException($"{path}: {cases.Count} cases, but \"count\" says {count}: the file is cut off, or was edited.");
    }

    private static JsonElement Parse(string path)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(path), s_options).RootElement;
        }
        catch (JsonException error)
        {
            throw new VectorException($"{path}: not JSON: {error.Message}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new VectorException($"{path}: cannot be read: {error.Message}");
        }
    }
}
