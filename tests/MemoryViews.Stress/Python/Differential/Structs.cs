using System;
using System.Collections.Generic;
using System.Linq;
using MemoryViews.Stress.Fuzz;

namespace MemoryViews.Stress.Python.Differential;

/// <summary>Random arguments for the struct module.</summary>
internal static class Structs
{
    private const string Codes = "bBchHiIlLqQefdspx?";
    private static readonly string[] s_bad = ["z", "5", "<n", "@@i", "i<i", "i\0", "\u00e9", "99999999999999999999B", "=P", "4 s", " ", "(2)i", "T{i}", "&i"];

    public static object?[] Arguments(string name, Chance chance)
    {
        if (name is not ("calcsize" or "pack" or "unpack" or "iter_unpack" or "unpack_from" or "pack_into"))
        {
            return [];
        }

        List<object?> values = [];
        string format = Format(chance, values, name is "pack" or "pack_into");
        return name switch
        {
            "calcsize" => [format],
            "pack" => [format, .. Values(chance, values)],
            "unpack" or "iter_unpack" => [format, Raw(chance, format, name == "unpack" ? 1 : chance.Below(3))],
            "unpack_from" => [format, Offset(chance)],
            _ => [format, Offset(chance), .. Values(chance, values)],
        };
    }

    // A pascal string of no length is not packed: CPython writes its length behind it, wherever that is.
    private static string Format(Chance chance, List<object?> values, bool packs)
    {
        if (chance.OneIn(16))
        {
            return chance.Of(s_bad);
        }

        string format = chance.Of(["", "", "@", "<", ">", "=", "!"]);
        for (int parts = chance.From(1, 3); parts > 0; parts--)
        {
            char code = Codes[chance.Below(Codes.Length)];
            int count = chance.OneIn(3) ? chance.Below(4) : -1;
            count = packs && code == 'p' ? Math.Abs(count) + 1 : count;
            format += count < 0 ? $"{code}" : $"{count}{code}";
            int given = code is 'x' ? 0 : code is 's' or 'p' ? 1 : count < 0 ? 1 : count;
            values.AddRange(Enumerable.Range(0, given).Select(_ => Items.For(code, Math.Max(count, 1), chance)));
        }

        return chance.OneIn(12) ? $"{format} " : format;
    }

    private static IEnumerable<object?> Values(Chance chance, List<object?> values)
        => chance.OneIn(16) ? values.Append(1L) : chance.OneIn(16) ? values.Skip(1) : values;

    private static object Offset(Chance chance) => chance.OneIn(3) ? (long)chance.From(-12, 12) : 0L;

    private static byte[] Raw(Chance chance, string format, int times)
    {
        try
        {
            nint size = new PythonStruct(format).Size;
            return BaseMaker.Bytes(chance, Math.Clamp((int)Math.Min(size, 256) * times + (chance.OneIn(12) ? 1 : 0), 0, 1024), format.Contains('?', StringComparison.Ordinal));
        }
        catch (Exception e) when (e is IViewException)
        {
            return chance.Bytes(4);
        }
    }
}
