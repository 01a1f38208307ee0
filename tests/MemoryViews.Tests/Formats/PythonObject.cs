using System;

namespace MemoryViews.Tests.Formats;

/// <summary>An object of Python with as much of the number protocol as is set.</summary>
internal sealed class PythonObject : IPythonNumber
{
    public Int128? Index { get; init; }

    public double? Float { get; init; }

    public Func<Int128>? OnIndex { get; init; }

    public Func<bool>? Truth { get; init; }

    public bool TryIndex(out Int128 value)
    {
        value = OnIndex?.Invoke() ?? Index ?? 0;
        return OnIndex is not null || Index is not null;
    }

    public bool TryFloat(out double value)
    {
        value = Float ?? 0;
        return Float is not null;
    }

    public bool ToBool() => Truth is null || Truth();
}
