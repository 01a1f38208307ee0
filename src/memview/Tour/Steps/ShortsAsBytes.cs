using System;

namespace MemoryViews.Command.Tour.Steps;

internal static class ShortsAsBytes
{
    public static void Run()
    {
        TypedArray numbers = new("h", [-2, -1, 0, 1, 2]);
        using MemoryView shorts = new(numbers);
        MemoryView bytes = shorts.Cast("B");

        Console.WriteLine($"{shorts} {shorts:g}");
        Console.WriteLine($"{bytes} {bytes:g}");

        bytes[5] = 4;                                      // the high byte of item 2: 4 * 256
        Console.WriteLine(numbers);
    }
}
