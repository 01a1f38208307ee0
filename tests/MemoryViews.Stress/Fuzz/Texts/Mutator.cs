using System;
using System.Linq;
using System.Text;

namespace MemoryViews.Stress.Fuzz;

/// <summary>Texts made from right ones: characters changed, pieces spliced, repeated and nested deeper.</summary>
internal static class Mutator
{
    private const string Alphabet = "@=<>!^()0123456789,:{}TXZ&xcbB?hHiIlLqQnNefdgspuwOtPza+-[]'\". \t\n\0\u00a0é\ud800\u0663";
    private const int MostCharacters = 20_000;

    /// <summary>A text from the corpus, changed a few times; now and then a very long one.</summary>
    public static string Make(Chance chance, string[] corpus)
    {
        StringBuilder text = new(chance.Of(corpus));
        for (int changes = chance.Below(5); changes > 0; changes--)
        {
            Change(chance, text, corpus);
        }

        if (chance.OneIn(200))
        {
            Stretch(chance, text, corpus);
        }

        return text.ToString(0, Math.Min(text.Length, MostCharacters));
    }

    private static void Change(Chance chance, StringBuilder text, string[] corpus)
    {
        int at = chance.Below(text.Length + 1), length = Math.Min(chance.From(1, 4), text.Length - at);
        switch (chance.Below(8))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(at, Letter(chance));
                break;
            case 2 when at < text.Length:
                text[at] = Letter(chance);
                break;
            case 3:
                text.Insert(at, text.ToString(at, length));
                break;
            case 4:
                text.Insert(at, chance.Of(corpus));
                break;
            case 5:
                text.Insert(0, chance.Of<string>(["T{", "(2)", "3T{", "&", "<"])).Append(chance.Of<string>(["}", "}:n:", "", ")"]));
                break;
            case 6:
                text.Insert(at, chance.Of<string>(["0", "1", "65536", "2147483647", "2147483648", "4294967296", "9223372036854775807", "9223372036854775808", "-1"]));
                break;
            default:
                text.Append(chance.Of(corpus));
                break;
        }
    }

    // A piece repeated until the text is long: nesting, counts and names without end.
    private static void Stretch(Chance chance, StringBuilder text, string[] corpus)
    {
        string piece = chance.OneIn(2) ? chance.Of(corpus) : chance.Of<string>(["T{", "&", "(", "1", ",", ":", "}", "x", "T{i:a:", "T{i:a:}:b:", "2(", "X{", "999999T{0i", "i:a:", "(1,", " ", "<"]);
        int times = chance.Below(MostCharacters / Math.Max(1, piece.Length));
        text.Insert(chance.Below(text.Length + 1), string.Concat(Enumerable.Repeat(piece, times)));
    }

    private static char Letter(Chance chance) => chance.OneIn(20) ? (char)chance.Next() : Alphabet[chance.Below(Alphabet.Length)];
}
