using System;
using System.Globalization;
using System.Numerics;

namespace MemoryViews.Command;

/// <summary>A value as Python writes it, the same in every culture: 42, 0.1, 1e-07, True, (1+2j).</summary>
internal static class ValueText
{
    public static string Of(object? value) => value switch
    {
        bool truth => truth ? "True" : "False",
        double or float or Half => FloatText.Of(Decimals.Of(value)),
        Complex complex => Of(complex),
        string text => FieldText.Of(text),
        char c => FieldText.Of(c.ToString()),
        nuint address => string.Create(CultureInfo.InvariantCulture, $"0x{(ulong)address:x}"),
        byte[] bytes => FieldText.Of(bytes),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "None",
    };

    private static string Of(Complex value)
    {
        string imaginary = FloatText.Of(Decimals.Of(value.Imaginary));
        return $"({FloatText.Of(Decimals.Of(value.Real))}{(imaginary.StartsWith('-') ? "" : "+")}{imaginary}j)";
    }
}
