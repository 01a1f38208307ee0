using System.Text.Json;

namespace MemoryViews.Conformance;

/// <summary>One case: what goes in, and what CPython answered.</summary>
internal sealed class VectorCase(string id, JsonElement input, JsonElement expected)
{
    public string Id { get; } = id;

    public JsonElement Input { get; } = input;

    public JsonElement Expected { get; } = expected;

    public static VectorCase? Read(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object
        && item.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.String
        && item.TryGetProperty("in", out JsonElement input) && input.ValueKind == JsonValueKind.Object
        && item.TryGetProperty("expect", out JsonElement expected) && expected.ValueKind == JsonValueKind.Object
            ? new VectorCase(id.GetString()!, input, expected)
            : null;

    public bool Has(string key) => Input.TryGetProperty(key, out _);

    public JsonElement this[string key] => Input.Need(key);

    public string Text(string key) => Input.NeedText(key);

    public byte[] Hex(string key) => Input.NeedHex(key);

    public object? Value(string key) => Values.Read(this[key]);
}
