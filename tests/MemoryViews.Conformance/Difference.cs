using System.Collections.Generic;
using System.Text.Json;

namespace MemoryViews.Conformance;

/// <summary>
/// Where a generous answer is not CPython's: what kind of difference it is. Every kind has a row in docs/differences.md; a difference of no
/// kind is a mistake of one of the two.
/// </summary>
internal static class Difference
{
    public const string AnyCast = "casts between any formats and ranks";
    public const string AnyFormat = "casts to any format";
    public const string SubView = "sub-views of any rank";
    public const string SubViewAssignment = "assignment to sub-views of any rank";
    public const string Broadcast = "broadcast in assignments";
    public const string Rows = "rows of views of higher rank";
    public const string Items = "items of any format";
    public const string Reason = "refused for another reason";

    public static IReadOnlyList<string> Kinds { get; } = [AnyCast, AnyFormat, SubView, SubViewAssignment, Broadcast, Rows, Items, Reason];

    /// <summary>The kind of a difference, null for one that is not known.</summary>
    public static string? KindOf(string family, VectorCase vector, Answer answer)
    {
        if (TextOf(vector.Expected, "error") is not { } refusal)
        {
            return family == "nd" && vector.Expected.TryGetProperty("tolist", out JsonElement list) && TextOf(list, "error") == "NotImplementedError" ? Items : null;
        }

        return answer.ContainsKey("error") ? Reason : family switch
        {
            "cast" => refusal == "TypeError" ? AnyCast : AnyFormat,
            "slice_assign" => refusal == "ValueError" ? Broadcast : SubViewAssignment,
            "index" => KindOfIndex(vector, answer, refusal),
            "item_get" when refusal == "NotImplementedError" => Items,
            _ => null,
        };
    }

    private static string? KindOfIndex(VectorCase vector, Answer answer, string refusal) => vector.Text("op") switch
    {
        "get" => answer.ContainsKey("view") ? SubView : refusal == "NotImplementedError" ? Items : null,
        "set" => SubViewAssignment,
        "iter" or "reversed" or "contains_2" => IsMatrix(vector) ? Rows : Items,
        "tolist" => Items,
        _ => null,
    };

    private static bool IsMatrix(VectorCase vector) => vector["src"].TryGetProperty("shape", out JsonElement shape) && shape.GetArrayLength() > 1;

    private static string? TextOf(JsonElement element, string key) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(key, out JsonElement value) ? value.GetString() : null;
}
