using System;

namespace MemoryViews.Command;

/// <summary>The values of options.</summary>
internal static class OptionValues
{
    public static Int128 Number(string option, string text) => Numbers.TryParse(text, out Int128 value) ? value : throw Error.BadNumber(option, text);

    public static Int128 Count(string option, string text) => Number(option, text) is var value && value >= 0 ? value : throw Error.NegativeNumber(option, text);

    public static string Choice(string option, string text, params string[] choices) =>
        Array.IndexOf(choices, text) >= 0 ? text : throw Error.BadChoice(option, text, string.Join(", ", choices));

    public static AxisOrder Order(string text) => Choice("--order", text.ToUpperInvariant(), "C", "F") == "C" ? AxisOrder.C : AxisOrder.F;

    /// <summary>3,4 or 3x4 or (3, 4), with one -1 at most.</summary>
    public static nint[] Shape(string text)
    {
        // 0x10 is a number, 3x4 are two: an x parts numbers only when what is before it is more than a lone 0.
        nint[] shape = Integers("--shape", PartAtX(text), "3,4");
        if (Array.Exists(shape, length => length < -1))
        {
            throw Error.ShapeLength(ViewBuilder.Text(shape), Array.Find(shape, length => length < -1));
        }

        if (Array.FindAll(shape, length => length == -1).Length > 1)
        {
            throw Error.TwoOpenAxes(ViewBuilder.Text(shape));
        }

        return shape.Length <= Layout.MaxRank ? shape : throw Error.TooManyAxes(shape.Length);
    }

    public static nint[] Integers(string option, string text, string example)
    {
        string bare = text.Trim();
        bare = bare.Length > 1 && (bare[0], bare[^1]) is ('(', ')') or ('[', ']') ? bare[1..^1].Trim() : bare;
        string[] parts = bare.Length == 0 ? [] : bare.TrimEnd(',').Split(',');
        return Array.ConvertAll(parts, part => Numbers.TryParse(part, out Int128 value) && value >= nint.MinValue && value <= nint.MaxValue
            ? (nint)value
            : throw Error.BadList(option, text, example));
    }

    public static void CheckTogether(nint[]? shape, nint[]? strides, AxisOrder? order)
    {
        if (strides is not null && shape is null)
        {
            throw Error.StridesWithoutShape();
        }

        if (strides is not null && order is not null)
        {
            throw Error.StridesWithOrder();
        }
    }

    private static string PartAtX(string text)
    {
        char[] letters = text.ToCharArray();
        for (int i = 1; i < letters.Length; i++)
        {
            bool isHexMark = letters[i - 1] == '0' && (i == 1 || letters[i - 2] is ',' or '-' or ' ' or '(' or '[');
            if (letters[i] == 'x' && !isHexMark)
            {
                letters[i] = ',';
            }
        }

        return new string(letters);
    }
}
