using System.Diagnostics;

namespace MemoryViews;

/// <summary>
/// What is known of one loan, lease or block for as long as it is out: its label, since when, and from where. It knows nothing of
/// the memory, so that lists of holdings keep nothing alive.
/// </summary>
internal sealed class Holding
{
    private readonly StackTrace? _stack = MemoryDiagnostics.Capture();
    private readonly LeakCheck? _check;

    public Holding(LeakKind kind, string? label = null)
    {
        Kind = kind;
        Label = label;
        _check = LeakCheck.Current;
        _check?.Add(this);
    }

    /// <summary>Whether anybody wants to know of holdings that nobody has to count.</summary>
    public static bool IsWanted => MemoryDiagnostics.CapturesStacks || LeakCheck.Current is not null;

    /// <summary>When it began, by the clock of <see cref="Stopwatch"/>.</summary>
    public long Since { get; } = Stopwatch.GetTimestamp();

    public LeakKind Kind { get; }

    public string? Label { get; set; }

    /// <summary>Given back as it should be.</summary>
    public void End() => _check?.Remove(this);

    public ExportHolder Describe() => new(Label, Stopwatch.GetElapsedTime(Since), _stack?.ToString());

    public Leak DescribeLeak() => new(Kind, Label, Stopwatch.GetElapsedTime(Since), _stack?.ToString());
}
