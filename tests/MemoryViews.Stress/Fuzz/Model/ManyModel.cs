using System;
using System.Collections.Generic;
using System.Linq;

namespace MemoryViews.Stress.Fuzz;

/// <summary>Several values in one: those of a record (no shape) or of a sub-array.</summary>
internal sealed class ManyModel(object?[] values, int[]? shape)
{
    public object?[] Values { get; } = values;

    /// <summary>Whether the library's value, a record or an array, has exactly these parts.</summary>
    public bool Matches(object? given)
    {
        if (shape is null)
        {
            return given is Record record && AllMatch([.. record]);
        }

        return given is Array array && array.Rank == shape.Length
            && shape.Select((extent, axis) => array.GetLength(axis) == extent).All(same => same)
            && AllMatch([.. array.Cast<object?>()]);
    }

    public bool Equal(ManyModel other)
    {
        bool sameShape = (shape?.Length ?? 1) == (other.ShapeRank) && Values.Length == other.Values.Length
            && (shape is null || other.Shape is null || shape.Length == 1 || shape.AsSpan().SequenceEqual(other.Shape));
        return sameShape && Values.Zip(other.Values).All(pair => Fuzz.Values.Equal(pair.First, pair.Second));
    }

    public override string ToString() => $"({string.Join(", ", Values.Select(Fuzz.Values.Show))})";

    private int[]? Shape => shape;

    private int ShapeRank => shape?.Length ?? 1;

    private bool AllMatch(List<object?> given) => given.Count == Values.Length && given.Zip(Values).All(pair => Fuzz.Values.Matches(pair.First, pair.Second));
}
