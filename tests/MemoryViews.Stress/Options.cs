using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MemoryViews.Stress;

/// <summary>What the command line asks for.</summary>
/// <param name="Count">How much of the run's own unit.</param>
/// <param name="Seed">Of every random choice: the same seed makes the same ones.</param>
internal readonly record struct Options(long Count, ulong Seed)
{
    public static bool TryRead(ReadOnlySpan<string> arguments, long defaultCount, out Options options, [NotNullWhen(false)] out string? reason)
    {
        options = new Options(defaultCount, 1);
        reason = null;
        for (int i = 0; i < arguments.Length && reason is null; i += 2)
        {
            ulong number = 0;
            if (arguments[i] is not ("--count" or "--seed"))
            {
                reason = $"Unknown argument '{arguments[i]}'.";
            }
            else if (i + 1 == arguments.Length || !ulong.TryParse(arguments[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out number) || number > long.MaxValue)
            {
                reason = $"{arguments[i]} needs a number from 0 on.";
            }
            else
            {
                options = arguments[i] == "--count" ? options with { Count = (long)number } : options with { Seed = number };
            }
        }

        return reason is null;
    }
}
