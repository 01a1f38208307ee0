using System;

namespace MemoryViews.Command.Tour.Steps;

internal static class ChangeSeenBefore
{
    public static void Run()
    {
        ByteArray bytes = new("memory view"u8);
        using MemoryView view = new(bytes);

        MemoryView slice = view[7..];                      // taken now ...
        Bytes copy = new(slice);

        bytes[7] = (byte)'V';                              // ... and changed afterwards
        Console.WriteLine($"the slice sees it:    {new Bytes(slice)}");
        Console.WriteLine($"the copy does not:    {copy}");
    }
}
