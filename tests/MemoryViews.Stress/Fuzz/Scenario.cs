using System;
using System.Collections.Generic;

namespace MemoryViews.Stress.Fuzz;

/// <summary>What went wrong, at which operation, and what led there.</summary>
internal sealed record Fault(int Operation, string Reason, IReadOnlyList<string> Notes);

/// <summary>
/// A short life of a few pieces of memory, told by its seed alone. Operation i draws its choices from the seed and i, so that leaving out another
/// operation changes little of what it does: that is how a failure is made small.
/// </summary>
internal static class Scenario
{
    public const int Length = 40;

    private const ulong OfTexts = 0x7E87;

    /// <summary>One scenario in five is about texts.</summary>
    public static bool IsOfTexts(ulong seed) => Chance.Mix(seed, OfTexts) % 5 == 0;

    /// <summary>Runs up to so many operations, without those left out; null when all was right.</summary>
    public static Fault? Run(ulong seed, int operations, IReadOnlySet<int> without, Counts counts)
        => IsOfTexts(seed) ? RunTexts(seed, operations, without, counts) : RunViews(seed, operations, without, counts);

    private static Fault? RunViews(ulong seed, int operations, IReadOnlySet<int> without, Counts counts)
    {
        List<string> notes = [];
        World world = new();
        int at = 0;
        try
        {
            for (; at < operations; at++)
            {
                if (!without.Contains(at))
                {
                    world.Say("");
                    notes.Add("");
                    world.Chance = new Chance(Chance.Mix(seed, (ulong)at + 1));
                    int family = AllOperations.Run(world);
                    world.Compare();
                    world.Trim();
                    notes[^1] = world.Note;
                    counts.Add(family);
                }
            }

            world.Dispose();
            return null;
        }
        catch (Exception exception)
        {
            if (notes.Count > 0)
            {
                notes[^1] = world.Note;
            }

            Forget(world);
            return new Fault(Math.Min(at, operations - 1), Reason(exception), notes);
        }
    }

    private static Fault? RunTexts(ulong seed, int operations, IReadOnlySet<int> without, Counts counts)
    {
        for (int at = 0; at < operations; at++)
        {
            if (without.Contains(at))
            {
                continue;
            }

            TextTrial trial = new(new Chance(Chance.Mix(seed, (ulong)at + 1)));
            try
            {
                counts.Add(AllOperations.Families.Length + trial.Run());
            }
            catch (Exception exception)
            {
                return new Fault(at, Reason(exception), [trial.Note]);
            }
        }

        return null;
    }

    private static string Reason(Exception exception) => exception is FuzzFailure ? exception.Message : $"an exception that is not the library's: {exception}";

    // The world is broken: what else it has to say is noise.
    private static void Forget(World world)
    {
        try
        {
            world.Dispose();
        }
        catch (Exception)
        {
            return;
        }
    }
}
