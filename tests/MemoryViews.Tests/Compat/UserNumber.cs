using System;

namespace MemoryViews.Tests.Compat;

/// <summary>A user's number, whose code runs in the middle of an operation.</summary>
internal sealed class UserNumber(Func<Int128> index) : IPythonNumber
{
    public bool IsFloat { get; init; }

    public bool HasIndex => !IsFloat;

    public bool TryIndex(out Int128 value)
    {
        value = IsFloat ? 0 : index();
        return !IsFloat;
    }

    public bool TryFloat(out double value)
    {
        value = IsFloat ? (double)index() : 0;
        return IsFloat;
    }

    public bool ToBool() => index() != 0;
}
