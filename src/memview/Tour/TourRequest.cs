using System;
using System.Collections.Generic;

namespace MemoryViews.Command.Tour;

/// <summary>What <c>memview tour</c> was asked for.</summary>
/// <param name="Step">The number of one step, counted from 1; null for all of them.</param>
/// <param name="ListsOnly">Whether only the titles are wanted.</param>
internal readonly record struct TourRequest(int? Step, bool ListsOnly)
{
    /// <summary>Reads the words after the verb.</summary>
    /// <exception cref="Refusal">They name no step, or too many.</exception>
    public static TourRequest Read(IReadOnlyList<string> words, bool listsOnly) => words.Count switch
    {
        0 => new(null, listsOnly),
        1 => new(StepOf(words[0]), listsOnly),
        _ => throw Error.TooManySteps(words[1]),
    };

    private static int StepOf(string word) => Numbers.TryParse(word, out Int128 number) && number >= 1 && number <= TourSteps.All.Length
        ? (int)number
        : throw Error.NoSuchStep(word, TourSteps.All.Length);
}
