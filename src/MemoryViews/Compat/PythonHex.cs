using System;
using System.Collections;
using System.Collections.Generic;
using System.Numerics;

namespace MemoryViews;

/// <summary>The arguments of <c>hex</c>, in CPython's two steps: names, number and the group's type at the call, the separator when digits are made.</summary>
internal sealed class PythonHex
{
    private static readonly string[] s_names = ["sep", "bytes_per_sep"];

    private readonly object? _separator;
    private readonly bool _hasSeparator;

    private PythonHex(bool hasSeparator, object? separator, int group)
    {
        _hasSeparator = hasSeparator;
        _separator = separator;
        Group = group;
    }

    /// <summary>Bytes of a group; negative counts from the left.</summary>
    public int Group { get; }

    public static PythonHex Of(IReadOnlyList<object?> arguments, IReadOnlyDictionary<string, object?>? named)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        int count = arguments.Count + (named?.Count ?? 0);
        if (count > s_names.Length)
        {
            throw Error.TooManyArguments("hex", s_names.Length, count);
        }

        CheckNames(arguments.Count, named);
        bool hasSeparator = TryGet(0, arguments, named, out object? separator);
        return new(hasSeparator, separator, TryGet(1, arguments, named, out object? group) ? ToGroup(group) : 1);
    }

    /// <summary>The separator; null for none. It is checked even where there are no bytes to separate.</summary>
    public char? CheckSeparator()
    {
        if (!_hasSeparator)
        {
            return null;
        }

        nint length = LengthOf(_separator);
        if (length != 1)
        {
            throw Error.SeparatorLength(length);
        }

        char character = _separator switch
        {
            string text => text[0],
            byte[] bytes => (char)bytes[0],
            Bytes bytes => (char)bytes[0],
            _ => throw Error.SeparatorType(_separator),
        };
        return char.IsAscii(character) ? character : throw Error.SeparatorNotAscii();
    }

    private static void CheckNames(int given, IReadOnlyDictionary<string, object?>? named)
    {
        foreach (string name in named?.Keys ?? [])
        {
            int position = Array.IndexOf(s_names, name);
            if (position < given)
            {
                throw position < 0 ? Error.UnknownArgument("hex", name) : Error.ArgumentTwice("hex", name);
            }
        }
    }

    private static bool TryGet(int position, IReadOnlyList<object?> arguments, IReadOnlyDictionary<string, object?>? named, out object? value)
    {
        value = position < arguments.Count ? arguments[position] : null;
        return position < arguments.Count || (named?.TryGetValue(s_names[position], out value) ?? false);
    }

    private static int ToGroup(object? group)
    {
        if (!PythonNumber.TryIndex(group, out BigInteger value))
        {
            throw Error.GroupNotInt(group);
        }

        return value >= int.MinValue && value <= int.MaxValue ? (int)value : throw Error.GroupOverflow(value);
    }

    // len(separator): characters beyond 16 bits are one in Python and two in .NET.
    private static nint LengthOf(object? separator) => separator switch
    {
        string text => CountCharacters(text),
        ICollection sized => sized.Count,
        Memory<byte> memory => memory.Length,
        Bytes bytes => bytes.Length,
        ByteArray bytes => bytes.Length,
        TypedArray array => array.Length,
        PythonView view => view.Len(),
        MemoryView view => view.Length,
        _ => throw Error.SeparatorType(separator),
    };

    private static int CountCharacters(string text)
    {
        int count = text.Length;
        for (int i = 0; i + 1 < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i], text[i + 1]))
            {
                count--;
                i++;
            }
        }

        return count;
    }
}
