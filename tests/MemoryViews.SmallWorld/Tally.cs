using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace MemoryViews.SmallWorld;

/// <summary>Counts cases, prints a line a family, and the first failures in full.</summary>
internal sealed class Tally(TextWriter output)
{
    private const int MostFailuresShown = 20;

    private readonly Stopwatch _watch = new();
    private long _familyStart;
    private long _passed;

    public long Failed { get; private set; }

    public void Pass() => _passed++;

    public void Fail(string description)
    {
        if (Failed++ < MostFailuresShown)
        {
            output.WriteLine($"FAILED {description}");
        }
    }

    public void StartFamily()
    {
        _familyStart = _passed + Failed;
        _watch.Restart();
    }

    public void EndFamily(string name)
        => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-58}{_passed + Failed - _familyStart,12:N0} cases {_watch.Elapsed.TotalSeconds,8:F1} s"));

    public void WriteTotal() => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_passed} passed, {Failed} failed"));
}
