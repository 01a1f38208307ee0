using System;

namespace MemoryViews;

/// <summary>An index outside its axis. Python: <c>IndexError</c>.</summary>
public class AxisIndexException : ArgumentOutOfRangeException, IViewException
{
    /// <summary>Says which index was asked of which axis, and what the axis would have taken.</summary>
    /// <param name="axis">The axis, counted from 0.</param>
    /// <param name="index">The index asked for, before counting from the end.</param>
    /// <param name="length">The length of the axis in items.</param>
    public AxisIndexException(int axis, nint index, nint length)
        : base(nameof(index), Describe(axis, index, length))
    {
        Axis = axis;
        Index = index;
        Length = length;
    }

    /// <summary>The axis, counted from 0.</summary>
    public int Axis { get; }

    /// <summary>The index asked for; negative when it was given from the end.</summary>
    public nint Index { get; }

    /// <summary>The length of the axis in items.</summary>
    public nint Length { get; }

    /// <inheritdoc/>
    public ViewErrorCode Code => ViewErrorCode.IndexOutOfRange;

    private static string Describe(int axis, nint index, nint length) => length == 0
        ? $"Index {index} is outside axis {axis}, which is empty: it takes no index."
        : $"Index {index} is outside axis {axis} of length {length}: it takes 0 to {length - 1}, or -{length} to -1 from the end.";
}
