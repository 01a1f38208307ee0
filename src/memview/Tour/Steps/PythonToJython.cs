using System;

namespace MemoryViews.Command.Tour.Steps;

internal static class PythonToJython
{
    public static void Run()
    {
        ByteArray language = new("Python"u8);              // Python: bytearray(b"Python")
        using MemoryView view = new(language);

        view[0] = (byte)'J';
        Console.WriteLine(language);
    }
}
