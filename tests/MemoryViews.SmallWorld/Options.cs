using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MemoryViews.SmallWorld;

/// <summary>What the command line asks for.</summary>
/// <param name="All">Every case of the large family, not a sample.</param>
/// <param name="Seed">Which sample: the same seed picks the same cases.</param>
internal readonly record struct Options(bool All, ulong Seed)
{
    public static bool TryRead(string[] arguments, out Options options, [NotNullWhen(false)] out string? reason)
    {
        options = new Options(false, 1);
        reason = null;
        for (int i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--all":
                    options = options with { All = true };
                    break;
                case "--seed" when i + 1 < arguments.Length && TrySeed(arguments[i + 1], out ulong seed):
                    options = options with { Seed = seed };
                    i++;
                    break;
                case "--seed":
                    reason = "--seed needs a number from 0 on.";
                    return false;
                default:
                    reason = $"Unknown argument '{arguments[i]}'.";
                    return false;
            }
        }

        return true;
    }

    private static bool TrySeed(string text, out ulong seed) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seed);
}
