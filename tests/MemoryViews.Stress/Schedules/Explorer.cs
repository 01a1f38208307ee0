using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text;

namespace MemoryViews.Stress.Schedules;

/// <summary>
/// Every schedule of a machine, depth first. A state that was met before is not walked again: how many schedules go on from it is known, so
/// all are counted though each state is seen once.
/// </summary>
internal sealed class Explorer<T>(IMachine<T> machine)
    where T : unmanaged
{
    private readonly Dictionary<T, UInt128> _schedules = new(new Bitwise<T>()); // from each state on; 0 while it is being walked
    private readonly List<T> _choices = []; // of all states on the path, one run of them after the other
    private readonly List<(T State, int Actor)> _path = [];

    /// <summary>Distinct states met.</summary>
    public int States => _schedules.Count;

    /// <summary>Of distinct states, those in which nobody can move.</summary>
    public int Ends { get; private set; }

    /// <summary>The longest schedule, in steps.</summary>
    public int Longest { get; private set; }

    /// <summary>The first fault; null when there is none.</summary>
    public string? Fault { get; private set; }

    /// <summary>The schedule that led to the fault. Threads are named anew at every step: equal ones may have changed names.</summary>
    public string? Schedule { get; private set; }

    /// <summary>How many schedules there are, all programs together; stops at 2^128 - 1. Of no use when there was a fault.</summary>
    public UInt128 Run() => From(machine.Canonical(machine.Start));

    private UInt128 From(T state)
    {
        ref UInt128 known = ref CollectionsMarshal.GetValueRefOrAddDefault(_schedules, state, out bool met);
        if (met)
        {
            return known != 0 ? known : Stop("a schedule that goes round for ever", in state);
        }

        Longest = Math.Max(Longest, _path.Count);
        if (machine.Fault(in state) is { } fault)
        {
            return Stop(fault, in state);
        }

        UInt128 schedules = Onward(in state);
        if (Fault is null)
        {
            _schedules[state] = schedules;
        }

        return schedules;
    }

    private UInt128 Onward(in T state)
    {
        UInt128 sum = 0;
        for (int actor = 0; actor < machine.Actors; actor++)
        {
            int first = _choices.Count;
            machine.Step(in state, actor, _choices);
            int end = _choices.Count;
            _path.Add((state, actor));
            for (int i = first; i < end && Fault is null; i++)
            {
                sum = Count.Sum(sum, From(machine.Canonical(_choices[i])));
            }

            _path.RemoveAt(_path.Count - 1);
            _choices.RemoveRange(first, end - first);
        }

        return sum != 0 || Fault is not null ? sum : End(in state);
    }

    private UInt128 End(in T state)
    {
        Ends++;
        return machine.FaultAtEnd(in state) is { } fault ? Stop(fault, in state) : 1;
    }

    private UInt128 Stop(string fault, in T state)
    {
        if (Fault is null)
        {
            StringBuilder text = new();
            foreach ((T at, int actor) in _path)
            {
                text.Append(machine.Describe(in at, actor)).Append(", ");
            }

            Fault = fault;
            Schedule = text.Append("then ").Append(machine.Describe(in state, -1)).ToString();
        }

        return 0;
    }
}
