using System;
using System.Linq;

namespace MemoryViews.Stress.Fuzz;

/// <summary>Every operation, with the family it is counted under and how often it is chosen.</summary>
internal static class AllOperations
{
    private static readonly (string Family, int Weight, Action<World> Run)[] s_operations =
    [
        ("slices", 8, Slicing.Subscript), ("slices", 2, Slicing.Range), ("slices", 1, Slicing.Strict), ("slices", 1, Slicing.Along),
        ("axes", 2, Turning.Permute), ("axes", 2, Turning.Flip), ("axes", 3, Turning.Reshape), ("axes", 2, Turning.Broadcast), ("axes", 1, Turning.Windows),
        ("casts", 4, Casting.Cast), ("casts", 3, Casting.CastShape), ("casts", 2, Casting.Field), ("casts", 4, Casting.WithLayout),
        ("items", 3, Items.Get), ("items", 3, Items.Set), ("items", 2, Items.SetNumber), ("items", 4, Items.GetTyped), ("items", 4, Items.SetTyped),
        ("copies", 6, Copying.Assign), ("copies", 6, Copying.AssignPart), ("copies", 3, Copying.Convert), ("copies", 2, Copying.Fill), ("copies", 3, Copying.FromBytes),
        ("copies", 2, Copying.FromSpan),
        ("comparisons", 3, Comparing.ContentEquals), ("comparisons", 2, Comparing.Mismatch), ("comparisons", 2, Comparing.Overlaps), ("comparisons", 1, Comparing.Hash),
        ("searches", 4, Comparing.Search), ("searches", 2, Comparing.Pattern),
        ("reads", 3, Reading.ToBytes), ("reads", 2, Reading.ToList), ("reads", 2, Reading.ToArray), ("reads", 2, Reading.ToTypedArray), ("reads", 1, Reading.Hex),
        ("reads", 1, Reading.Iterate), ("reads", 1, Reading.Text),
        ("streams", 3, Streaming.Stream), ("streams", 2, Streaming.Transfer), ("streams", 1, Streaming.Runs),
        ("leases", 2, Leasing.Bytes), ("leases", 2, Leasing.Items), ("leases", 1, Leasing.Borrow), ("items", 3, StructItems.Use), ("lifetimes", 1, Lending.Collect),
        ("lifetimes", 1, Lending.AsReadOnly), ("lifetimes", 1, Lending.Share), ("lifetimes", 2, Lending.Lend), ("lifetimes", 1, Lending.AsContiguous),
        ("lifetimes", 3, Lending.Release), ("lifetimes", 1, Lending.Dispose), ("lifetimes", 1, Lending.UseDead), ("lifetimes", 1, Lending.Resize), ("lifetimes", 1, Lending.Close),
    ];

    private static readonly string[] s_families = [.. s_operations.Select(operation => operation.Family).Distinct()];
    private static readonly int[] s_lots = [.. s_operations.SelectMany((operation, index) => Enumerable.Repeat(index, operation.Weight))];

    /// <summary>The names under which operations are counted.</summary>
    public static ReadOnlySpan<string> Families => s_families;

    /// <summary>Runs an operation chosen by chance; the index of its family.</summary>
    public static int Run(World world)
    {
        (string family, _, Action<World> run) = s_operations[world.Chance.Of(s_lots)];
        run(world);
        return Array.IndexOf(s_families, family);
    }
}
