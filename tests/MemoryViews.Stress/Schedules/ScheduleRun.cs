using System;
using System.Diagnostics;
using System.Globalization;

namespace MemoryViews.Stress.Schedules;

/// <summary>
/// Every schedule of the state machines by which memory is closed and given back; and of broken ones, whose faults the same search must find.
/// Two threads run as many operations as were asked for, three threads two operations less; machines with more choices stop earlier.
/// </summary>
internal sealed class ScheduleRun : IRun
{
    private const int MostOperations = 6;
    private const int BrokenOperations = 4;

    public string Name => "schedules";

    public string Unit => "operations a thread at most";

    public long DefaultCount => 4;

    public void Run(in Options options, Tally tally)
    {
        int most = (int)Math.Clamp(options.Count, 1, MostOperations);
        UInt128 schedules = Count.Sum(ExploreAll(tally, 2, most), ExploreAll(tally, 3, Math.Max(most - 2, 1)));
        tally.Write($"{Count.Text(schedules)} schedules in all");
        CompareAll(tally);
        FindAll(tally);
    }

    private static UInt128 ExploreAll(Tally tally, int threads, int operations)
    {
        // What fits into a few gigabytes: a loan has ten operations to choose from, and every copy of every lease is a choice of its own.
        int loan = Math.Min(operations, threads == 2 ? 5 : 3), ticket = Math.Min(operations, threads == 2 ? 4 : 3);
        UInt128 block = Count.Sum(
            Explore(tally, "block, touched directly", threads, operations, new BlockMachine(new("") { IsDirect = true }, threads, operations)),
            Explore(tally, "block, accesses counted", threads, operations, new BlockMachine(new(""), threads, operations)));
        return Count.Sum(block, Count.Sum(
            Explore(tally, "loan, views and shares", threads, loan, new LoanMachine(new(""), threads, loan)),
            Explore(tally, "leases and their tickets", threads, ticket, new TicketMachine(new(""), threads, ticket))));
    }

    private static void CompareAll(Tally tally)
    {
        Compare(tally, "block", new BlockMachine(new("") { IsDirect = true }, 2, 1));
        Compare(tally, "loan", new LoanMachine(new(""), 2, 1));
        Compare(tally, "tickets of two threads", new TicketMachine(new(""), 2, 2));
        Compare(tally, "tickets of three threads", new TicketMachine(new(""), 3, 1));
    }

    private static void FindAll(Tally tally)
    {
        int found = 0;
        foreach (BlockRules rules in BlockRules.Broken)
        {
            found += Find(tally, rules.Name, operations => new BlockMachine(rules, 2, operations));
        }

        foreach (LoanRules rules in LoanRules.Broken)
        {
            found += Find(tally, rules.Name, operations => new LoanMachine(rules, 2, operations));
        }

        foreach (TicketRules rules in TicketRules.Broken)
        {
            found += Find(tally, rules.Name, operations => new TicketMachine(rules, 2, operations));
        }

        tally.Write($"{found} of {BlockRules.Broken.Length + LoanRules.Broken.Length + TicketRules.Broken.Length} broken machines found out");
    }

    private static UInt128 Explore<T>(Tally tally, string name, int threads, int operations, IMachine<T> machine)
        where T : unmanaged
    {
        long started = Stopwatch.GetTimestamp();
        Explorer<T> explorer = new(machine);
        UInt128 schedules = explorer.Run();
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (explorer.Fault is { } fault)
        {
            tally.Fail($"{name}, {threads} threads x {operations} operations: {fault}: {explorer.Schedule}");
            return 0;
        }

        tally.Pass();
        tally.Write(string.Create(CultureInfo.InvariantCulture, $"{name,-24}  {threads} threads x {operations} operations: {Count.Text(schedules)} schedules, {explorer.States} states, {explorer.Longest} steps at most, {seconds:f1} s"));
        return schedules;
    }

    private static void Compare<T>(Tally tally, string name, IMachine<T> machine)
        where T : unmanaged
    {
        UInt128 counted = new Explorer<T>(machine).Run(), walked = OneByOne.Count(machine);
        tally.Check(counted == walked, () => $"{name}: {counted} schedules counted, {walked} walked");
        tally.Write($"{name}: {Count.Text(walked)} schedules walked one by one, {Count.Text(counted)} counted");
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
