using System;
using System.IO;
using MemoryViews.Python;

namespace MemoryViews.Samples.PillowImage;

/// <summary>
/// An image drawn in C# and by Pillow in the same memory, saved by Pillow, and read back: <c>PillowImage</c>. Needs CPython 3.11 or later with Pillow.
/// </summary>
internal static class Program
{
    public static void Main()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".png");
        try
        {
            PythonHost.Start();
            Draw(path);
        }
        catch (Exception e) when (e is PythonHostException or PythonException { TypeName: "ModuleNotFoundError" })
        {
            Console.WriteLine($"needs Python with Pillow: {e.Message}");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Draw(string path)
    {
        byte[,] pixels = new byte[6, 16];
        MemoryView view = pixels.AsMemoryView();
        using PythonObject module = PythonHost.Import("PIL.Image"), drawing = PythonHost.Import("PIL.ImageDraw");
        using PythonObject image = module.CallMethod("frombuffer", "L", (16, 6), view, "raw", "L", 0, 1);
        image.SetAttribute("readonly", 0);             // Pillow writes into memory that it was given only when told

        using PythonObject pen = drawing.CallMethod("Draw", image);
        pen.CallMethod("rectangle", (1, 1, 14, 4), 255).Dispose();
        view[2..4, 3..13].Fill<byte>(128);             // C# paints over what Pillow has drawn ...
        image.CallMethod("save", path).Dispose();      // ... and Pillow saves what C# has painted

        using PythonObject saved = module.CallMethod("open", path).CallMethod("tobytes");
        using MemoryView read = saved.AsMemoryView();
        Console.WriteLine($"saved and read back: {(read.ContentEquals(view.Reshape(6 * 16)) ? "the same" : "different")}");
        foreach (MemoryView row in view.Along())
        {
            Console.WriteLine(string.Concat(Array.ConvertAll(row.ToArray<byte>(), value => value switch { 0 => '.', 255 => '#', _ => '+' })));
        }
    }
}
