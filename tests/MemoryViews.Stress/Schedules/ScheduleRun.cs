using System;
using System.Diagnostics;
using System.Globalization;

namespace MemoryViews.Stress.Schedules;

/// <summary>
/// Every schedule of the state machines by which memory is closed and given back; and of broken ones, whose faults the same search must find.
/// Two threads run as many operations as were asked for, three threads two operations less. Tickets stop at four, and at three: every copy of
/// every lease is a choice of its own, so that their states grow faster.
/// </summary>
internal sealed class ScheduleRun : IRun
{
    private const int MostOperations = 6; // three threads of four; more needs more memory than most machines have
    private const int MostTicketOperations = 4;
    private const int BrokenOperations = 4;

    public string Name => "schedules";

    public string Unit => "operations a thread at most";

    public long DefaultCount => 4;

    public void Run(in Options options, Tally tally)
    {
        int most = (int)Math.Clamp(options.Count, 1, MostOperations);
        UInt128 schedules = 0;
        foreach (int threads in (ReadOnlySpan<int>)[2, 3])
        {
            int operations = threads == 2 ? most : Math.Max(most - 2, 1);
            schedules = Count.Sum(schedules, Explore(tally, "block, touched directly", threads, operations, new BlockMachine(new("") { IsDirect = true }, threads, operations)));
            schedules = Count.Sum(schedules, Explore(tally, "block, accesses counted", threads, operations, new BlockMachine(new(""), threads, operations)));
            schedules = Count.Sum(schedules, Explore(tally, "loan, views and shares", threads, operations, new LoanMachine(new(""), threads, operations)));
            operations = Math.Min(operations, MostTicketOperations + 2 - threads);
            schedules = Count.Sum(schedules, Explore(tally, "leases and their tickets", threads, operations, new TicketMachine(new(""), threads, operations)));
        }

        tally.Write($"{Count.Text(schedules)} schedules in all");
        int found = 0;
        foreach (BlockRules rules in BlockRules.Broken)
        {
            found += Find(tally, rules.Name, operations => new BlockMachine(rules, 2, operations));
        }

        foreach (TicketRules rules in TicketRules.Broken)
        {
            found += Find(tally, rules.Name, operations => new TicketMachine(rules, 2, operations));
        }

        foreach (LoanRules rules in LoanRules.Broken)
        {
            found += Find(tally, rules.Name, operations => new LoanMachine(rules, 2, operations));
        }

        tally.Write($"{found} of {BlockRules.Broken.Length + TicketRules.Broken.Length + LoanRules.Broken.Length} broken machines found out");
    }

    private static UInt128 Explore<T>(Tally tally, string name, int threads, int operations, IMachine<T> machine)
        where T : unmanaged
    {
        long started = Stopwatch.GetTimestamp();
        Explorer<T> explorer = new(machine);
        UInt128 schedules = explorer.Run();
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        tally.Check(explorer.Fault is null, () => $"{name}, {threads} threads of up to {operations} operations: {explorer.Fault}: {explorer.Schedule}");
        tally.Write(string.Create(CultureInfo.InvariantCulture, $"{name,-24}  {threads} threads x {operations} operations: {Count.Text(schedules)} schedules, {explorer.States} states, {explorer.Longest} steps at most, {seconds:f1} s"));
        return schedules;
    }

    // With as few operations as it takes, so that what is printed is short.
    private static int Find<T>(Tally tally, string name, Func<int, IMachine<T>> make)
        where T : unmanaged
    {
        for (int operations = 1; operations <= BrokenOperations; operations++)
        {
            Explorer<T> explorer = new(make(operations));
            explorer.Run();
            if (explorer.Fault is { } fault)
            {
                tally.Pass();
                tally.Write($"found with 2 threads x {operations}: {name}: {fault}");
                return 1;
            }
        }

        tally.Fail($"not found: {name}");
        return 0;
    }
}
