using System;
using System.Collections.Generic;
using System.Numerics;

namespace MemoryViews.Conformance;

/// <summary>An object of a user's class, with the special methods that the case gives it and no others.</summary>
internal sealed class PythonObject : IPythonNumber
{
    public BigInteger? Index { get; init; }

    public double? Float { get; init; }

    public string? IndexRaises { get; init; }

    public string? BoolRaises { get; init; }

    public bool HasIndex => Index is not null || IndexRaises is not null;

    public bool TryIndex(out Int128 value)
    {
        if (IndexRaises is not null)
        {
            throw Raise(IndexRaises);
        }

        // What passes 128 bits passes every format and every axis.
        BigInteger index = Index ?? 0;
        value = index > Int128.MaxValue ? Int128.MaxValue : index < Int128.MinValue ? Int128.MinValue : (Int128)index;
        return Index is not null;
    }

    public bool TryFloat(out double value)
    {
        value = Float ?? 0;
        return Float is not null;
    }

    // A class without __bool__ and __len__ has true objects only.
    public bool ToBool() => BoolRaises is null ? true : throw Raise(BoolRaises);

    private static Exception Raise(string name) => name switch
    {
        "ZeroDivisionError" => new DivideByZeroException(name),
        "OverflowError" => new OverflowException(name),
        "KeyError" => new KeyNotFoundException(name),
        "TypeError" => new InvalidCastException(name),
        "ValueError" => new ArgumentException(name),
        "NotImplementedError" => new NotImplementedException(name),
        _ => new PythonRaised(name),
    };
}

/// <summary>An exception of a Python class that .NET has no like of.</summary>
internal sealed class PythonRaised(string name) : Exception(name)
{
    public string Name { get; } = name;
}
