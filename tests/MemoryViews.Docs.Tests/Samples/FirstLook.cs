using System;

namespace MemoryViews.Docs.Tests.Samples;

/// <summary>The first thing a reader of the README sees.</summary>
public static class FirstLookSample
{
    public static void FirstLook()
    {
        // sample: first-look
        short[] items = [0, 1, 2, 10, 11, 12];
        Layout grid = Layout.Contiguous(sizeof(short), [2, 3]);
        Console.WriteLine($"grid        {grid}");

        Layout transposed = grid.Permute(1, 0);
        Console.WriteLine($"transposed  {transposed}");

        Layout reversed = grid.Index(axis: 0, -1).Flip(axis: 0);
        Console.WriteLine($"reversed    {reversed}");

        for (nint i = 0; i < reversed.ItemCount; i++)
        {
            Console.WriteLine(items[reversed.OffsetOf(i) / sizeof(short)]);
        }
        // end
    }
}
