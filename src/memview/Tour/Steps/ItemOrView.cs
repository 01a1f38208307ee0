using System;

namespace MemoryViews.Command.Tour.Steps;

internal static class ItemOrView
{
    public static void Run()
    {
        using MemoryView view = new(new Bytes("Kolledge"u8));

        Console.WriteLine(view[0]);                        // an index: the item, a number
        Console.WriteLine(view[0..3]);                     // a range: a view, nothing copied
        Console.WriteLine(new Bytes(view[0..3]));          // Python: bytes(view[0:3])
    }
}
