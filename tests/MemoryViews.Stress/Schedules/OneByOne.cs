using System;
using System.Collections.Generic;

namespace MemoryViews.Stress.Schedules;

/// <summary>
/// Every schedule walked to its end, no state remembered and no thread renamed: slow, and so simple that it is the witness for
/// <see cref="Explorer{T}"/>, which must count as many.
/// </summary>
internal static class OneByOne
{
    public static UInt128 Count<T>(IMachine<T> machine)
        where T : unmanaged => From(machine, machine.Start);

    private static UInt128 From<T>(IMachine<T> machine, in T state)
        where T : unmanaged
    {
        List<T> next = [];
        for (int actor = 0; actor < machine.Actors; actor++)
        {
            machine.Step(in state, actor, next);
        }

        UInt128 sum = next.Count == 0 ? 1u : 0u;
        foreach (T choice in next)
        {
            sum += From(machine, in choice);
        }

        return sum;
    }
}
