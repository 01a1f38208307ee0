using System;

namespace MemoryViews.Conformance;

/// <summary>
/// Replays what CPython answered: every case of every vector file strictly, through CPython's rules, and once more generously, to count where
/// this library goes beyond. Exit code 0: all strict answers are CPython's; 1: some are not; 2: bad arguments or files.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (!Options.TryRead(arguments, out Options? options, out string? reason))
        {
            Console.Error.WriteLine(reason);
            Console.Error.WriteLine("usage: MemoryViews.Conformance vectors DIR [--verbose] [FAMILY...]");
            return 2;
        }

        try
        {
            return new Replay(options, Console.Out).Run() ? 0 : 1;
        }
        catch (VectorException error)
        {
            Console.Error.WriteLine(error.Message);
            return 2;
        }
    }
}
