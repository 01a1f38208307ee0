using System;
using System.Threading.Tasks;

namespace MemoryViews.Conformance;

/// <summary>
/// Replays what CPython answered: every case of every vector file strictly, through CPython's rules, and once more generously, to count where
/// this library goes beyond. Or runs CPython's own tests inside this program, with its memoryview replaced by ours.
/// Exit code 0: all strict answers are CPython's, or no test failed; 1: some are not, or one did; 2: bad arguments or files.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        try
        {
            return arguments switch
            {
                ["cpython", ..] => await RunCPythonAsync(arguments[1..]).ConfigureAwait(false),
                [ChildOrder.Command, ..] => HostedSuite.Run(ChildOrder.Parse(arguments)),
                _ => RunVectors(arguments),
            };
        }
        catch (VectorException error)
        {
            Console.Error.WriteLine(error.Message);
            return 2;
        }
    }

    private static async Task<int> RunCPythonAsync(string[] arguments)
    {
        return CPythonOptions.TryRead(arguments, out CPythonOptions? options, out string? reason)
            ? await new CPythonRun(options, Console.Out).RunAsync().ConfigureAwait(false) ? 0 : 1
            : Refuse(reason);
    }

    private static int RunVectors(string[] arguments)
    {
        return Options.TryRead(arguments, out Options? options, out string? reason) ? new Replay(options, Console.Out).Run() ? 0 : 1 : Refuse(reason);
    }

    private static int Refuse(string? reason)
    {
        Console.Error.WriteLine(reason);
        Console.Error.WriteLine($"usage: MemoryViews.Conformance vectors DIR [--verbose] [FAMILY...]\n       MemoryViews.Conformance {CPythonOptions.Usage}");
        return 2;
    }
}
