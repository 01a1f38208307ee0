using System;
using System.Collections;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>What can be written as a record: a Record, a tuple, a list or an array of one axis, seen alike.</summary>
internal readonly struct RecordSource(object? value)
{
    /// <summary>How many values there are; -1 when the object is no sequence of values.</summary>
    public int Count { get; } = value switch
    {
        string => -1,
        IReadOnlyList<object?> list => list.Count,
        ITuple tuple => tuple.Length,
        Array { Rank: > 1 } => -1,
        IList list => list.Count,
        _ => -1,
    };

    public object? this[int index] => value switch
    {
        IReadOnlyList<object?> list => list[index],
        ITuple tuple => tuple[index],
        _ => ((IList)value!)[index],
    };
}
