using System;
using System.IO;

namespace MemoryViews.Samples.ImageInPlace;

/// <summary>
/// A bitmap edited in its file: <c>ImageInPlace [FILE.bmp]</c>. Without a file it draws a small one in a temporary file. Rows of a BMP stand
/// bottom up and are padded to 4 bytes, pixels are blue, green, red; a view with two negative strides reads it as people think of it.
/// </summary>
internal static class Program
{
    public static void Main(string[] arguments)
    {
        if (arguments.Length > 0)
        {
            Edit(arguments[0]);
            return;
        }

        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, Bitmap.Draw(width: 17, height: 8));
            Edit(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Edit(string path)
    {
        using MappedFile file = MappedFile.Open(path, MapAccess.ReadWrite);
        using MemoryView bytes = new(file);
        MemoryView image = Bitmap.Pixels(bytes);
        Console.WriteLine($"{image}, strides {string.Join(", ", image.Strides.ToArray())}, offset {image.Layout.Offset}");
        Print("as it was", image);

        image[..] = image[.., (..).By(-1)];                // mirrored: source and destination overlap, and it is right
        Print("mirrored", image);

        MemoryView corner = image[..3, ..5];
        corner.Fill<byte>(255);                            // white
        image[^2.., .., 0].Fill<byte>(0);                  // no red in the last two rows
        Print("a white corner, two rows without red", image);
        file.Flush();
    }

    /// <summary>The brightness of each pixel as a character.</summary>
    private static void Print(string title, MemoryView image)
    {
        const string Ramp = " .:-=+*#%@";
        Console.WriteLine(title);
        using ReadOnlyLease lease = image.LeaseReadOnly();
        ReadOnlyView3D<byte> pixels = lease.View3D<byte>();
        Span<char> row = new char[image.Shape[1]];
        for (nint y = 0; y < image.Shape[0]; y++)
        {
            for (int x = 0; x < row.Length; x++)
            {
                int sum = pixels[y, x, 0] + pixels[y, x, 1] + pixels[y, x, 2];
                row[x] = Ramp[sum * (Ramp.Length - 1) / (3 * 255)];
            }

            Console.WriteLine($"  |{row}|");
        }
    }
}
