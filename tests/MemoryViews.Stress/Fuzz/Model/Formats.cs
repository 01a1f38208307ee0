using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace MemoryViews.Stress.Fuzz;

/// <summary>The formats the fuzzer uses: every scalar in every byte order, byte fields, and records made up as it goes.</summary>
internal static class Formats
{
    private static readonly (string Code, Family Family, int Size)[] s_codes =
    [
        ("b", Family.Signed, 1), ("B", Family.Unsigned, 1), ("h", Family.Signed, 2), ("H", Family.Unsigned, 2), ("i", Family.Signed, 4), ("I", Family.Unsigned, 4),
        ("q", Family.Signed, 8), ("Q", Family.Unsigned, 8), ("e", Family.Float, 2), ("f", Family.Float, 4), ("d", Family.Float, 8), ("?", Family.Truth, 1),
        ("c", Family.Byte, 1), ("u", Family.Text, 2), ("w", Family.Text, 4), ("Zf", Family.Complex, 8), ("Zd", Family.Complex, 16),
    ];

    private static readonly string[] s_marks = ["", "@", "=", "<", ">", "!"];

    private static readonly Dictionary<string, ScalarModel> s_scalars = MakeScalars();
    private static readonly ScalarModel[] s_all = [.. s_scalars.Values];
    private static readonly RecordModel s_pair = new("T{h:A:2xi:B:}", 8, [new("A", 0, Of("h"), null), new("B", 4, Of("i"), null)]);
    private static readonly ItemModel[] s_others = MakeOthers();

    public static ScalarModel Byte { get; } = Of("B");

    /// <summary>The record that <see cref="PairOfNumbers"/> is.</summary>
    public static RecordModel Pair => s_pair;

    public static ScalarModel Of(string text) => s_scalars[text];

    public static ScalarModel Scalar(Chance chance) => chance.OneIn(3) ? Of(chance.Of<string>(["B", "i", "d", ">h", "f", "<q"])) : chance.Of(s_all);

    /// <summary>Items that are not of their format's size, as an exporter may lend them.</summary>
    public static ItemModel Mismatched(Chance chance) => new OpaqueModel(chance.Of<string>(["h", "d", "T{i:a:}", "B"]), chance.Of<int>([3, 5, 6]), false);

    public static ItemModel Any(Chance chance) => chance.Below(8) switch
    {
        0 => chance.Of(s_others),
        1 => Record(chance),
        _ => Scalar(chance),
    };

    /// <summary>A record of up to four fields in either byte order without gaps, or natively with the gaps that alignment makes.</summary>
    public static RecordModel Record(Chance chance)
    {
        bool native = chance.OneIn(3);
        StringBuilder text = new(native ? "T{" : "T{<");
        List<FieldModel> fields = [];
        int at = 0, largest = 1, count = chance.From(1, 4);
        for (int i = 0; i < count; i++)
        {
            string mark = native ? "" : chance.Of<string>(["<", ">"]);
            ItemModel unit = chance.OneIn(8) ? new BytesModel(mark, chance.OneIn(2), chance.From(1, 4)) : FieldScalar(chance, mark);
            int alignment = native ? AlignmentOf(unit) : 1;
            int[]? shape = chance.OneIn(4) ? [.. Lengths(chance)] : null;
            largest = Math.Max(largest, alignment);
            at = (at + alignment - 1) / alignment * alignment;
            FieldModel field = new($"f{i}", at, unit, shape);
            fields.Add(field);
            text.Append(shape is null ? "" : $"({string.Join(',', shape)})").Append(unit.Text).Append(CultureInfo.InvariantCulture, $":f{i}:");
            at += field.Count * unit.Size;
        }

        at = (at + largest - 1) / largest * largest;
        return new RecordModel(text.Append('}').ToString(), at, [.. fields]);
    }

    private static ScalarModel FieldScalar(Chance chance, string mark)
    {
        (string code, _, _) = s_codes[chance.Below(s_codes.Length)];
        return Of(mark + (code == "w" ? "i" : code));
    }

    private static IEnumerable<int> Lengths(Chance chance)
    {
        for (int axis = chance.From(1, 2); axis > 0; axis--)
        {
            yield return chance.From(1, 3);
        }
    }

    private static int AlignmentOf(ItemModel unit) => unit.Scalar is not { } scalar ? 1 : scalar.Family == Family.Complex ? scalar.Size / 2 : scalar.Size;

    private static Dictionary<string, ScalarModel> MakeScalars()
    {
        Dictionary<string, ScalarModel> scalars = [];
        foreach ((string code, Family family, int size) in s_codes)
        {
            foreach (string mark in s_marks)
            {
                scalars.Add(mark + code, new ScalarModel(mark, code, family, size));
            }
        }

        // These have another size in native mode, or no other mode at all.
        int pointer = IntPtr.Size, wide = OperatingSystem.IsWindows() ? 4 : pointer;
        foreach (string mark in s_marks)
        {
            bool native = mark is "" or "@";
            scalars.Add(mark + "l", new ScalarModel(mark, "l", Family.Signed, native ? wide : 4));
            scalars.Add(mark + "L", new ScalarModel(mark, "L", Family.Unsigned, native ? wide : 4));
        }

        scalars.Add("n", new ScalarModel("", "n", Family.Signed, pointer));
        scalars.Add("N", new ScalarModel("", "N", Family.Unsigned, pointer));
        scalars.Add("P", new ScalarModel("", "P", Family.Unsigned, pointer));
        return scalars;
    }

    private static ItemModel[] MakeOthers()
    {
        int wide = (int)ItemFormat.Parse("g").Size;
        return [new BytesModel("", false, 1), new BytesModel("", false, 3), new BytesModel("", false, 16), new BytesModel("", true, 4), new BytesModel("", true, 1), new OpaqueModel("g", wide, true), new BytesModel("", false, 0), Pair];
    }
}

/// <summary>A struct with a gap, for typed access to records.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential)]
internal record struct PairOfNumbers(short A, int B);
