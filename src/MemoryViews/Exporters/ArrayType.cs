using System;
using System.Collections.Generic;

namespace MemoryViews;

/// <summary>What a type code of an array stands for.</summary>
/// <param name="code">The code.</param>
/// <param name="format">The format of the items: the code itself, but for u.</param>
internal sealed class ArrayType(string code, string format)
{
    // u is the C library's wide character: UTF-16 on Windows, a code point elsewhere, where the format that says so is w.
    private static readonly ArrayType[] s_all =
    [
        Plain("b"), Plain("B"), new("u", OperatingSystem.IsWindows() ? "u" : "w"), Plain("w"), Plain("h"), Plain("H"), Plain("i"), Plain("I"),
        Plain("l"), Plain("L"), Plain("q"), Plain("Q"), Plain("e"), Plain("f"), Plain("d"), Plain("Zf"), Plain("Zd"),
    ];

    /// <summary>All codes, in Python's order.</summary>
    public static IReadOnlyList<string> Codes { get; } = Array.AsReadOnly(Array.ConvertAll(s_all, type => type.Code));

    public string Code { get; } = code;

    public ItemFormat Format { get; } = ItemFormat.Parse(format);

    public int Size => (int)Format.Size;

    public bool IsText => Code is "u" or "w";

    /// <summary>Bytes that change places together: an item, but each half of a complex number.</summary>
    public int SwapSize => Code[0] == 'Z' ? Size / 2 : Size;

    public static ArrayType Of(string code) => Array.Find(s_all, type => type.Code == code) ?? throw Error.BadTypecode(code, string.Join(", ", Codes));

    /// <summary>A value as an item, with the errors of arrays: a number out of range is an overflow, a text that is not one character the wrong type.</summary>
    public void Write(Span<byte> item, object? value)
    {
        try
        {
            Format.Write(item, value);
        }
        catch (ItemRangeException e)
        {
            throw IsText ? Error.ArrayCharacter(ValueText.Of(value), Code) : Error.ArrayRange(e);
        }
    }

    private static ArrayType Plain(string code) => new(code, code);
}
