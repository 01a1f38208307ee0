using System;
using System.Linq;
using Xunit;

namespace MemoryViews.Tests;

/// <summary>Views of every kind of memory and stride, each with the bytes its items have in C order: what bulk operations are held against.</summary>
internal static class Shapes
{
    /// <summary>Names of the ways a grid is looked at.</summary>
    public static readonly string[] Names = ["whole", "every second column", "rows back", "all back", "one row", "one column", "middle", "turned", "empty"];

    /// <summary>Every backing, looked at in every way it can be.</summary>
    public static TheoryData<Backing, string> All
    {
        get
        {
            TheoryData<Backing, string> all = [];
            foreach (Backing backing in Enum.GetValues<Backing>())
            {
                foreach (string name in Names.Where(name => backing != Backing.Indirect || name != "turned"))
                {
                    all.Add(backing, name);
                }
            }

            return all;
        }
    }

    /// <summary>A grid of 5 rows of 7 ints, 0 to 34 times 1000, looked at in one way.</summary>
    public static Lent Of(Backing backing, string name)
        => Lent.Grid(backing, 5, 7, [.. Enumerable.Range(0, 35).Select(i => i * 1000)]).Seen(view => Look(view, name));

    /// <summary>The same items picked by hand, in C order.</summary>
    public static int[] Items(string name)
    {
        int[,] grid = new int[5, 7];
        Buffer.BlockCopy(Enumerable.Range(0, 35).Select(i => i * 1000).ToArray(), 0, grid, 0, 140);
        int[] rows = [0, 1, 2, 3, 4], columns = [0, 1, 2, 3, 4, 5, 6];
        (rows, columns) = name switch
        {
            "every second column" => (rows, [0, 2, 4, 6]),
            "rows back" => ([4, 3, 2, 1, 0], columns),
            "all back" => ([4, 3, 2, 1, 0], [6, 5, 4, 3, 2, 1, 0]),
            "one row" => ([2], columns),
            "one column" => (rows, [3]),
            "middle" => ([1, 2, 3], [2, 3, 4]),
            "empty" => (rows, []),
            _ => (rows, columns),
        };
        return name == "turned"
            ? [.. columns.SelectMany(column => rows.Select(row => grid[row, column]))]
            : [.. rows.SelectMany(row => columns.Select(column => grid[row, column]))];
    }

    /// <summary>The same bytes.</summary>
    public static byte[] Bytes(string name) => [.. Items(name).SelectMany(BitConverter.GetBytes)];

    private static MemoryView Look(MemoryView view, string name) => name switch
    {
        "every second column" => view[.., (..).By(2)],
        "rows back" => view.Flip(),
        "all back" => view.Flip().Flip(1),
        "one row" => view[2, ..],
        "one column" => view[.., 3..4],
        "middle" => view[1..4, 2..5],
        "turned" => view.Transpose(),
        "empty" => view[.., 7..],
        _ => view[..],
    };
}
