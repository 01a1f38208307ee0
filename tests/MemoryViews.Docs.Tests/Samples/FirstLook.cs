using System;

namespace MemoryViews.Docs.Tests.Samples;

internal static class FirstLook
{
    public static void FirstViews()
    {
        // sample: first-views
        short[] samples = [0, 1, 2, 10, 11, 12];
        using MemoryView view = samples.AsMemoryView();

        MemoryView grid = view.Reshape(2, 3);            // the same memory as two rows of three
        MemoryView column = grid[.., 1];                 // 1, 11: every third item
        MemoryView reversed = grid[1, (..).By(-1)];      // 12, 11, 10: Python's grid[1, ::-1]
        Console.WriteLine($"{grid} {column:g} {reversed:g}");

        grid[0, 0] = 42;                                 // written through to the array
        grid[.., 2] = grid[.., 0];                       // column to column, overlap or not
        Console.WriteLine(string.Join(' ', samples));

        MemoryView bytes = view.Cast("B");               // the same memory as bytes
        Console.WriteLine($"{bytes} {bytes.ToHexString(' ', 2)}");

        // A packet: records of a big-endian length and kind, read by field without copying.
        byte[] packet = [0x00, 0x10, 0x01, 0x01, 0x00, 0x02];
        MemoryView headers = packet.AsMemoryView().Cast("T{>H:length:B:kind:}");
        Console.WriteLine($"{headers["length"]:g} {headers[1]} {headers["length"].Get<int>(-1)}");
        // end
    }
}
