using System;

namespace MemoryViews.Docs.Tests.Samples;

/// <summary>The guide's page "Strides".</summary>
internal static class GuideStrides
{
    public static void OneLineOfArithmetic()
    {
        // sample: one-line-of-arithmetic
        short[] numbers = [0, 1, 2, 10, 11, 12];
        using MemoryView view = numbers.AsMemoryView();
        MemoryView grid = view.Reshape(2, 3);

        Print("grid", grid);
        Print("transposed", grid.Transpose());
        Print("a column", grid[.., 1]);
        Print("last row reversed", grid[1, (..).By(-1)]);
        Print("rows upside down", grid.Flip(0));
        // end
    }

    // sample: one-line-of-arithmetic
    private static void Print(string what, MemoryView view)
    {
        Layout layout = view.Layout;
        string shape = string.Join(", ", layout.Shape.ToArray()), strides = string.Join(", ", layout.Strides.ToArray());
        Console.WriteLine($"{what,-18} offset {layout.Offset,2}  shape ({shape})  strides ({strides})");
    }
    // end

    public static void MoreThanSlices()
    {
        // sample: more-than-slices
        int[] numbers = [1, 2, 3, 4, 5];
        using MemoryView view = numbers.AsMemoryView();

        MemoryView windows = view.Windows(3);                  // stride 4 on both axes: items shared between rows
        MemoryView repeated = view[..2].BroadcastTo(3, 2);     // stride 0: one row, three times
        Console.WriteLine($"{windows:g}");
        Console.WriteLine($"{repeated:g}");
        Console.WriteLine($"{windows.IsReadOnly} {repeated.IsReadOnly}");
        // end
    }

    public static void AnImageInAFile()
    {
        // sample: an-image-in-a-file
        // Two rows of two pixels: the lower row first, blue-green-red, padded to 8 bytes.
        byte[] pixels = [1, 2, 3, 4, 5, 6, 0, 0, 7, 8, 9, 10, 11, 12, 0, 0];
        using MemoryView bytes = pixels.AsMemoryView();

        Layout topDownRgb = Layout.Strided(itemSize: 1, shape: [2, 2, 3], strides: [-8, 3, -1], offset: 8 + 2);
        MemoryView image = bytes.WithLayout(ItemFormat.Of<byte>(), topDownRgb);
        Console.WriteLine($"{image[0, 0, ..]:g} {image[1, 1, ..]:g}");
        // end
    }

    public static void WhatNeedsOneRun()
    {
        // sample: what-needs-one-run
        using MemoryView view = new int[,] { { 1, 2 }, { 3, 4 } }.AsMemoryView();
        MemoryView turned = view.Transpose();
        Console.WriteLine($"{turned.IsCContiguous} {turned.IsFContiguous}");

        try
        {
            turned.Reshape(4);                                 // 1, 3, 2, 4 lie on no line
        }
        catch (ViewNotSupportedException e)
        {
            Console.WriteLine(e.Message);
        }

        using MemoryView copy = turned.AsContiguous();         // a copy, and only if one is needed
        Console.WriteLine($"{copy.Reshape(4):g}");
        // end
    }
}
