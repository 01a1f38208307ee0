using System;
using System.Runtime.CompilerServices;

namespace MemoryViews.Stress.Schedules;

/// <summary>Up to three threads and the finalizer's; those that a machine does not use stay zero.</summary>
[InlineArray(Count)]
internal struct Actors<T>
    where T : unmanaged
{
    public const int Threads = 3;
    public const int Count = Threads + 1;

    private T _first;

    /// <summary>Threads that run the same alphabet may change names: the one with the least bytes comes first.</summary>
    public void Sort(int threads)
    {
        for (int i = 1; i < threads; i++)
        {
            for (int j = i; j > 0 && Bitwise<T>.BytesOf(in this[j]).SequenceCompareTo(Bitwise<T>.BytesOf(in this[j - 1])) < 0; j--)
            {
                (this[j], this[j - 1]) = (this[j - 1], this[j]);
            }
        }
    }
}
