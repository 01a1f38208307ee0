using System.Collections.Generic;

namespace MemoryViews.Stress.Schedules;

/// <summary>
/// A few threads over shared memory, taken apart into steps: each step is one access that other threads can see. Which operation a thread
/// begins next is a choice like which thread moves next, so one machine holds all programs of its alphabet.
/// </summary>
/// <typeparam name="T">All there is: shared memory, and where every thread stands. No padding: states are compared by their bytes.</typeparam>
internal interface IMachine<T>
    where T : unmanaged
{
    T Start { get; }

    /// <summary>Threads, and the finalizer's thread after them.</summary>
    int Actors { get; }

    /// <summary>Adds every state that one step of the actor can lead to; none when it waits or has ended.</summary>
    void Step(in T state, int actor, List<T> next);

    /// <summary>One name for states that differ by the names of threads only.</summary>
    T Canonical(T state);

    /// <summary>What is wrong with a state; null when nothing is.</summary>
    string? Fault(in T state);

    /// <summary>What is wrong with a state in which nobody can move; null when nothing is.</summary>
    string? FaultAtEnd(in T state);

    /// <summary>Where the actor stands, for the schedule that led to a fault.</summary>
    string Describe(in T state, int actor);
}
