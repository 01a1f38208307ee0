using System;
using System.Numerics;

namespace MemoryViews.Stress.Fuzz;

/// <summary>Something done with a .NET type that is chosen at run time.</summary>
internal interface ITyped<TResult>
{
    TResult Run<T>(ScalarModel own)
        where T : unmanaged;
}

/// <summary>The .NET types that items are read as, with the format of each.</summary>
internal static class Typed
{
    public const int Count = 16;

    public static TResult Run<TResult>(Chance chance, ITyped<TResult> with) => Run(chance.Below(Count), with);

    /// <summary>The type whose bits an item has, so that an access needs no conversion; one by chance where there is none.</summary>
    public static TResult RunAs<TResult>(ItemModel item, Chance chance, ITyped<TResult> with)
    {
        int match = item.Scalar is { } scalar ? Array.FindIndex(s_codes, code => Formats.Of(code).SameKind(scalar) || (code == "?" && scalar.Family == Family.Truth)) : -1;
        return Run(match < 0 ? chance.Below(Count) : match, with);
    }

    private static readonly string[] s_codes = ["B", "b", "h", "H", "i", "I", "q", "Q", "e", "f", "d", "?", "u", "Zd", "n", "N"];

    private static TResult Run<TResult>(int type, ITyped<TResult> with)
    {
        ScalarModel own = Formats.Of(s_codes[type]);
        return type switch
        {
            0 => with.Run<byte>(own),
            1 => with.Run<sbyte>(own),
            2 => with.Run<short>(own),
            3 => with.Run<ushort>(own),
            4 => with.Run<int>(own),
            5 => with.Run<uint>(own),
            6 => with.Run<long>(own),
            7 => with.Run<ulong>(own),
            8 => with.Run<Half>(own),
            9 => with.Run<float>(own),
            10 => with.Run<double>(own),
            11 => with.Run<bool>(own),
            12 => with.Run<char>(own),
            13 => with.Run<Complex>(own),
            14 => with.Run<nint>(own),
            _ => with.Run<nuint>(own),
        };
    }
}
