using System;

namespace MemoryViews.SmallWorld;

/// <summary>
/// The small world: every way to slice, index and permute small views, each compared item by item with plain lists of indices.
/// Without arguments a fixed sample of the large family runs; <c>--all</c> runs every case. Exit code 0: all passed, 1: some failed,
/// 2: bad arguments.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (!Options.TryRead(arguments, out Options options, out string? reason))
        {
            Console.Error.WriteLine(reason);
            Console.Error.WriteLine("usage: MemoryViews.SmallWorld [--all] [--seed S]");
            return 2;
        }

        Tally tally = new(Console.Out);
        Run(new LayoutSubject(), options, tally);
        Run(new MemoryViewSubject(native: false), options, tally);
        Run(new MemoryViewSubject(native: true), options, tally);
        tally.WriteTotal();
        return tally.Failed == 0 ? 0 : 1;
    }

    private static void Run<TView>(ISubject<TView> subject, Options options, Tally tally)
    {
        new OneAxisSlices<TView>(subject, tally).Run();
        new OneAxisIndices<TView>(subject, tally).Run();
        new AllAxes<TView>(subject, tally, options).Run();
    }
}
