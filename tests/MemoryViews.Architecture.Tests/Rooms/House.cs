using System;
using System.Collections.Generic;
using System.Linq;

namespace MemoryViews.Architecture.Tests.Rooms;

/// <summary>The rooms of the library and the arrows between them: who may know whom. All types share one namespace, rooms are folders.</summary>
internal static class House
{
    /// <summary>The room of the files that lie beside the folders: the view itself.</summary>
    public const string View = "View";

    private static readonly Dictionary<string, string[]> s_arrows = new(StringComparer.Ordinal)
    {
        ["Errors"] = [],
        ["Layouts"] = ["Errors"],
        ["Formats"] = ["Errors"],
        ["Memory"] = ["Errors"],
        ["Protocol"] = ["Errors", "Memory", "Layouts", "Formats"],
        ["Kernels"] = ["Errors", "Layouts", "Formats"],
        [View] = ["Errors", "Layouts", "Formats", "Memory", "Protocol", "Kernels", "Typed"],
        ["Typed"] = ["Errors", "Layouts", "Formats", "Memory", "Protocol", "Kernels", View],
        ["Exporters"] = ["Errors", "Layouts", "Formats", "Memory", "Protocol", "Kernels", View, "Typed"],
        ["Compat"] = ["Errors", "Layouts", "Formats", "Memory", "Protocol", "Kernels", View, "Typed", "Exporters"],
    };

    public static IEnumerable<string> Rooms => s_arrows.Keys;

    public static bool Allows(string from, string to) => from == to || s_arrows[from].Contains(to);

    public static string AllowedFrom(string room) =>
        s_arrows[room] is { Length: > 0 } allowed ? string.Join(", ", allowed) : "no other room";

    /// <summary>The room of a file, from its path below the library's folder: "Layouts/Slice.cs", "MemoryView.Cast.cs". Null when in none.</summary>
    public static string? RoomOf(string path)
    {
        string[] parts = path.Split('/');
        if (parts.Length == 1)
        {
            return path.StartsWith("MemoryView", StringComparison.Ordinal) ? View : null;
        }

        return parts[0] != View && s_arrows.ContainsKey(parts[0]) ? parts[0] : null;
    }
}
