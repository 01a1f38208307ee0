using System;
using System.Globalization;
using System.Linq;

namespace MemoryViews.Stress.Python.Differential;

/// <summary>Argument of a step: a view of the world in which it runs.</summary>
internal sealed record SlotValue(int Slot)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"views[{Slot}]");
}

/// <summary>Argument of a step: an exporter beside the world's own. The kind is a Python class: bytearray or array.</summary>
internal sealed record Lender(string Kind, string Code, byte[] Bytes)
{
    public override string ToString() => $"{Kind}('{Code}', {Convert.ToHexString(Bytes)})";
}

/// <summary>Argument of a step: a number by a special method of Python, which does things on the way.</summary>
internal sealed class UserNumber(string kind, object? value) : IPythonNumber
{
    /// <summary>The class that the other side has for it: Index, Float, Bare, Raises, Releases.</summary>
    public string Kind { get; } = kind;

    /// <summary>What it is made of there.</summary>
    public object? Value { get; } = value;

    public bool HasIndex => Kind is "Index" or "Raises" or "Releases";

    public bool TryIndex(out Int128 value)
    {
        value = 1;
        switch (Kind)
        {
            case "Index":
                value = Value is long small ? small : Int128.CreateSaturating((System.Numerics.BigInteger)Value!);
                return true;
            case "Raises":
                throw Raised();
            case "Releases":
                EngineWorld.Current!.At((int)Value!).Release();
                return true;
            default:
                return false;
        }
    }

    public bool TryFloat(out double value)
    {
        value = 1;
        switch (Kind)
        {
            case "Float":
                value = (double)Value!;
                return true;
            case "Raises":
                throw Raised();
            case "Releases":
                EngineWorld.Current!.At((int)Value!).Release();
                return true;
            default:
                return false;
        }
    }

    public bool ToBool() => Kind == "Raises" ? throw Raised() : true;

    public override string ToString() => $"{Kind}({Text.Of(Value)})";

    private Exception Raised() => (string)Value! switch
    {
        "OverflowError" => new OverflowException(),
        "ZeroDivisionError" => new DivideByZeroException(),
        _ => new InvalidCastException(), // TypeError
    };
}

/// <summary>Values as text, for failures.</summary>
internal static class Text
{
    public static string Of(object? value) => value switch
    {
        null => "None",
        byte[] bytes => $"x'{Convert.ToHexString(bytes)}'",
        string text => $"'{text}'",
        object?[] tuple => $"({string.Join(", ", tuple.Select(Of))})",
        System.Collections.Generic.IEnumerable<object?> list => $"[{string.Join(", ", list.Select(Of))}]",
        PythonSlice slice => $"slice({Of(slice.Start)}, {Of(slice.Stop)}, {Of(slice.Step)})",
        double or float or Half => string.Create(CultureInfo.InvariantCulture, $"{value:R}f"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };
}
