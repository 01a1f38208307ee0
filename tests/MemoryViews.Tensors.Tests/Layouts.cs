using System.Linq;
using Xunit;

namespace MemoryViews.Tensors.Tests;

/// <summary>Views of 0, 1, 2 ... in many layouts that tensors have, each with its items in C order by hand.</summary>
internal static class Layouts
{
    public static readonly TheoryData<string> Tensors =
    [
        "whole", "rows with a gap", "every second column", "turned", "one row", "one column", "length one", "row repeated", "item repeated", "three axes", "three axes turned",
        "empty", "empty column",
    ];

    public static readonly TheoryData<string> All = [.. Tensors.Select(row => row.Data), "rows back", "all back", "windows"];

    public static MemoryView Of(string name) => Look(Enumerable.Range(0, 24).ToArray().AsMemoryView(), name);

    public static MemoryView Look(MemoryView items, string name) => name switch
    {
        "rows with a gap" => Grid(items)[.., 1..5],
        "every second column" => Grid(items)[.., (..).By(2)],
        "turned" => Grid(items).Transpose(),
        "one row" => Grid(items)[2, ..],
        "one column" => Grid(items)[.., 3],
        "length one" => Grid(items)[1..2, .., Subscript.NewAxis],
        "row repeated" => Grid(items)[1, ..].BroadcastTo(3, 6),
        "item repeated" => Grid(items)[.., 2..3].BroadcastTo(4, 5),
        "three axes" => items.Reshape(2, 3, 4),
        "three axes turned" => items.Reshape(2, 3, 4).Permute(1, 2, 0),
        "empty" => Grid(items)[4.., ..],
        "empty column" => Grid(items)[.., 6..],
        "rows back" => Grid(items).Flip(),
        "all back" => Grid(items).Flip().Flip(1),
        "windows" => items.Windows(5),
        _ => Grid(items),
    };

    private static MemoryView Grid(MemoryView items) => items.Reshape(4, 6);
}
