using System.Collections.Generic;

namespace MemoryViews.SmallWorld;

/// <summary>All orders of the numbers below a rank.</summary>
internal static class Permutations
{
    private static readonly int[][][] s_byRank = [Make(0), Make(1), Make(2), Make(3), Make(4)];

    /// <summary>The orders of ranks 0 to 4.</summary>
    public static int[][] Of(int rank) => s_byRank[rank];

    private static int[][] Make(int rank)
    {
        if (rank == 0)
        {
            return [[]];
        }

        List<int[]> orders = [];
        foreach (int[] shorter in Make(rank - 1))
        {
            for (int place = 0; place < rank; place++)
            {
                List<int> order = [.. shorter];
                order.Insert(place, rank - 1);
                orders.Add([.. order]);
            }
        }

        return [.. orders];
    }
}
