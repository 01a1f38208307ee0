using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MemoryViews.Stress.Fuzz;

/// <summary>Makes a failure small: leaves out one operation after the other, as long as it still fails.</summary>
internal static class Minimiser
{
    /// <summary>The failure as text: how to see it again, and the few operations that it takes.</summary>
    public static string Describe(ulong seed, Fault fault)
    {
        HashSet<int> without = [];
        Fault smallest = fault;
        for (int operation = fault.Operation - 1; operation >= 0; operation--)
        {
            without.Add(operation);
            if (Scenario.Run(seed, fault.Operation + 1, without, new Counts()) is { } again && again.Operation == fault.Operation)
            {
                smallest = again;
            }
            else
            {
                without.Remove(operation);
            }
        }

        string command = string.Create(CultureInfo.InvariantCulture, $"fuzz --seed {seed} --count {fault.Operation + 1}");
        IEnumerable<string> notes = smallest.Notes.Where(note => note.Length > 0).Select(note => $"{Environment.NewLine}    {note}");
        return $"{command}: operation {fault.Operation} of the seed{string.Concat(notes)}{Environment.NewLine}    -> {smallest.Reason}";
    }
}
