using System;

namespace MemoryViews.Command.Tour.Steps;

internal static class BytesAsTable
{
    public static void Run()
    {
        byte[] bytes = [0, 1, 2, 3, 10, 11, 12, 13, 20, 21, 22, 23];
        using MemoryView view = bytes.AsMemoryView();
        MemoryView table = view.Cast("B", [3, 4]);

        Console.WriteLine($"{table:g}");
        Console.WriteLine($"{table.Strides[0]} bytes to the next row, {table.Strides[1]} to the next column");

        Console.WriteLine(table[1, 2]);                    // row 1, column 2
        table[1, 2] = 99;                                  // byte 1 * 4 + 2 * 1
        Console.WriteLine(bytes[6]);
    }
}
