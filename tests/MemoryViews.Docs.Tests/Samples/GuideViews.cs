using System;

namespace MemoryViews.Docs.Tests.Samples;

/// <summary>The guide's page "What a view is".</summary>
internal static class GuideViews
{
    public static void AWindow()
    {
        // sample: a-window
        int[] numbers = [1, 2, 3, 4, 5];
        using MemoryView view = numbers.AsMemoryView();

        view[1] = 42;                          // written to the array
        numbers[2] = 7;                        // seen through the view
        Console.WriteLine(string.Join(' ', numbers));
        Console.WriteLine($"{view:g}");
        // end
    }

    public static void ItemOrView()
    {
        // sample: item-or-view
        int[] numbers = [10, 20, 30, 40, 50, 60];
        using MemoryView view = numbers.AsMemoryView();

        object? item = view[1];                // an index: an item, boxed
        int typed = view.Get<int>(^1);         // an item without a box; ^1 and -1 are the last
        MemoryView part = view[1..4];          // a range: a view
        MemoryView odd = view[(..).By(2)];     // Python's view[::2]
        MemoryView turned = part[(..).By(-1)]; // Python's part[::-1]
        Console.WriteLine($"{item} {typed} {part:g} {odd:g} {turned:g}");
        // end
    }

    public static void RangesClamp()
    {
        // sample: ranges-clamp
        using MemoryView view = new byte[] { 1, 2, 3 }.AsMemoryView();
        Console.WriteLine($"{view[1..100]:g} {view[5..]:g}");

        try
        {
            view.Slice(1, 100);                // asked for exactly 100 items
        }
        catch (Exception e) when (e is IViewException { Code: var code })
        {
            Console.WriteLine(code);
        }
        // end
    }

    public static void WhatAViewKnows()
    {
        // sample: what-a-view-knows
        using MemoryView view = new double[3, 4].AsMemoryView();
        Console.WriteLine($"{view.Format} {view.ItemSize} {view.Rank} {view.ItemCount} {view.ByteLength}");
        Console.WriteLine($"shape {string.Join(", ", view.Shape.ToArray())}, strides {string.Join(", ", view.Strides.ToArray())}");
        Console.WriteLine($"{view.IsReadOnly} {view.IsCContiguous} {view.Exporter}");
        // end
    }

    public static void BulkWork()
    {
        // sample: bulk-work
        int[] numbers = [1, 2, 3, 4, 5, 6];
        using MemoryView view = numbers.AsMemoryView();

        view[1..] = view[..^1];                // overlapping: as if the source had been copied first
        Console.WriteLine($"{view:g}, {view.Count(1)} ones, the first 3 at {view.IndexOf(3)}");

        view[3..].Fill(9);
        int[] copy = view[3..].ToArray<int>();
        Console.WriteLine($"{string.Join(' ', copy)}, equal: {view[3..].ContentEquals(copy.AsMemoryView())}");
        // end
    }
}
