using System;
using System.IO;
using System.Security.Cryptography;
using MemoryViews.Samples.LibraryToLibrary.Sensors;
using MemoryViews.Samples.LibraryToLibrary.Statistics;

namespace MemoryViews.Samples.LibraryToLibrary;

/// <summary>
/// Two libraries that do not know each other share memory: one has a recording in native memory, by columns; the other summarises whatever lends
/// numbers. The protocol between them is <see cref="IBufferExporter"/>, and a lock that keeps the memory where it is meanwhile.
/// </summary>
internal static class Program
{
    public static void Main()
    {
        using Recording recording = new(channels: 3);
        for (int i = 0; i < 1000; i++)
        {
            recording.Add([i, i * 0.5f, -i]);
        }

        using (Summary summary = new(recording))
        {
            Console.WriteLine(summary);
            Refuse("grow", () => recording.Reserve(100_000));
        }

        recording.Reserve(100_000);                        // the summary has given the loan back
        Console.WriteLine($"grown to {recording.Capacity:N0}");

        // The same summary of what somebody else lends: an array, every second item of it, bytes of a string.
        int[] numbers = [5, -10, 7, -20, 9, -30];
        using MemoryView view = numbers.AsMemoryView();
        Describe(view);
        Describe(view[(..).By(2)]);
        Describe("text".AsMemoryView());

        // .NET's own libraries take a stream or memory.
        using MemoryView lent = new(recording);
        using Stream stream = lent[..10].AsStream();
        Console.WriteLine($"SHA-256 of ten samples: {Convert.ToHexStringLower(SHA256.HashData(stream))[..16]}...");
    }

    private static void Describe(IBufferExporter exporter)
    {
        using Summary summary = new(exporter);
        Console.WriteLine(summary);
    }

    private static void Refuse(string what, Action action)
    {
        try
        {
            action();
        }
        catch (BufferException refusal)
        {
            Console.WriteLine($"cannot {what}: held by \"{refusal.Holders[0].Label}\"");
        }
    }
}
