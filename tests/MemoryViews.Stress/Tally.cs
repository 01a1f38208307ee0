using System.Globalization;
using System.IO;
using System.Threading;

namespace MemoryViews.Stress;

/// <summary>Counts what was checked and prints the first failures in full. Safe to use from any thread.</summary>
internal sealed class Tally(TextWriter output)
{
    private const int MostFailuresShown = 20;

    private readonly Lock _gate = new();
    private long _passed;
    private long _failed;
    private long _skipped;

    public long Failed => Volatile.Read(ref _failed);

    public void Pass(long count = 1) => Interlocked.Add(ref _passed, count);

    public void Fail(string description)
    {
        if (Interlocked.Increment(ref _failed) <= MostFailuresShown)
        {
            Write($"FAILED {description}");
        }
    }

    /// <summary>What this machine cannot show, said aloud.</summary>
    public void Skip(string reason)
    {
        Interlocked.Increment(ref _skipped);
        Write($"SKIPPED {reason}");
    }

    /// <summary>One check: passed, or failed with a description that is made only then.</summary>
    public void Check(bool holds, System.Func<string> description)
    {
        if (holds)
        {
            Pass();
        }
        else
        {
            Fail(description());
        }
    }

    /// <summary>A line of what was counted.</summary>
    public void Write(string line)
    {
        lock (_gate)
        {
            output.WriteLine(line);
        }
    }

    public void WriteTotal()
        => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_passed} passed, {_failed} failed{(_skipped > 0 ? $", {_skipped} skipped" : "")}"));
}
