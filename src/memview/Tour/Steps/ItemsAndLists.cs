using System;
using System.Collections.Generic;

namespace MemoryViews.Command.Tour.Steps;

internal static class ItemsAndLists
{
    public static void Run()
    {
        TypedArray numbers = new("i", [10, 20, 30, 40, 50]);
        using MemoryView view = new(numbers);

        Console.WriteLine(view[1]);                        // boxed, as Python's items are
        Console.WriteLine(view.Get<int>(1) + 1);           // typed, nothing allocated

        List<int> list = [.. view[1..4].Items<int>()];     // Python: view[1:4].tolist()
        Console.WriteLine(string.Join(", ", list));

        view[2] = 33;                                      // the array sees it, the list does not
        Console.WriteLine(numbers);
        Console.WriteLine(string.Join(", ", list));
    }
}
