using System;

namespace MemoryViews.Command.Tour.Steps;

internal static class ArrayThroughView
{
    public static void Run()
    {
        TypedArray numbers = new("i", [1, 2, 3, 4, 5]);    // Python: array('i', [1, 2, 3, 4, 5])
        using MemoryView view = new(numbers);              // Python: memoryview(numbers)

        view[1] = 42;
        view[^1] = -5;
        Console.WriteLine(numbers);
    }
}
