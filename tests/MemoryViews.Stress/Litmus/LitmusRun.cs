using System;
using System.Globalization;

namespace MemoryViews.Stress.Litmus;

/// <summary>
/// Small programs of two threads, run until chance has tried every order, each beside a control: the same with the one thing left out that
/// makes it right. The program must never be violated, and the control must, or the tries prove nothing.
/// </summary>
internal sealed class LitmusRun : IRun
{
    private static readonly TimeSpan s_controlLimit = TimeSpan.FromSeconds(2);

    private static readonly (string Name, Func<Duelist> Program, string Control, Func<Duelist>? Broken, long Cost)[] s_programs =
    [
        ("touch, then check, against close", () => new PostCheck(), "check before the touch", () => new CheckFirst(), 1),
        ("item access against close of pages", () => new PageAccess(), "", null, 40),
        ("checks in a loop against close", () => new LoopOfChecks(), "plain read", () => new LoopOfPlainReads(), 4),
        ("close against close", () => new DoubleClose(), "no compare-and-swap", () => new DoubleCloseUnswapped(), 2),
        ("end of a loan against release", () => new LoanEnds(), "no compare-and-swap", () => new LoanEndsUnswapped(), 4),
        ("enter against close", () => new Acquire(), "increment after a check", () => new AcquireUnswapped(), 1),
        ("late copy of a lease, ticket reused", () => new TicketReuse(), "no version", () => new TicketWithoutVersion(), 2),
        ("enter or close", () => new EnterOrClose(), "no barrier", () => new EnterOrCloseUnfenced(), 1),
    ];

    public string Name => "litmus";

    public string Unit => "tries of each";

    public long DefaultCount => 1_000_000;

    public void Run(in Options options, Tally tally)
    {
        tally.Write($"{"program",-38} {"tries",12} {"violated",9}   {"control",-26} {"tries",12} {"violated",9}");
        foreach ((string name, Func<Duelist> program, string control, Func<Duelist>? broken, long cost) in s_programs)
        {
            // Rare steps are tried less often. Where other programs have the cores, the time ends before the tries do: half a microsecond is one on two free cores.
            (long tries, long violations) = Try(program(), Math.Max(options.Count / cost, 1), TimeSpan.FromMicroseconds(options.Count * 0.7), stopsAtViolation: false);
            string line = string.Create(CultureInfo.InvariantCulture, $"{name,-38} {tries,12:N0} {violations,9:N0}");
            tally.Check(violations == 0, () => $"{name}: violated {violations} times in {tries} tries");
            (string text, string? skipped) = broken is null ? ("", null) : TryControl(control, broken(), tally);
            tally.Write($"{line}   {text}".TrimEnd());
            if (skipped is not null)
            {
                tally.Skip(skipped);
            }
        }
    }

    private static (string Text, string? Skipped) TryControl(string name, Duelist broken, Tally tally)
    {
        (long tries, long violations) = Try(broken, long.MaxValue, s_controlLimit, stopsAtViolation: true);
        string text = string.Create(CultureInfo.InvariantCulture, $"{name,-26} {tries,12:N0} {violations,9:N0}");
        if (violations > 0)
        {
            tally.Pass();
            return (text, null);
        }

        string reason = Environment.ProcessorCount == 1 ? "there is one core only" : "no two cores were free for it";
        return (text, $"the control '{name}' was not violated in {tries:N0} tries: {reason}, so the line above proves little here");
    }

    private static (long Tries, long Violations) Try(Duelist duelist, long most, TimeSpan limit, bool stopsAtViolation)
    {
        using Duel duel = new(duelist);
        return duel.Run(most, limit, stopsAtViolation);
    }
}
