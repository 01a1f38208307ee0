using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MemoryViews.Stress.Python.Differential;

/// <summary>The witness's answers to a script beside ours.</summary>
internal static class Comparison
{
    /// <summary>Runs a smaller script on both sides.</summary>
    public delegate (List<object?> Expected, List<object?> Actual) Again(Script script);

    /// <summary>The first difference; null when there is none. Behind one, the two worlds may go different ways.</summary>
    public static Difference? First(Script script, List<object?> expected, List<object?> actual, Side side)
    {
        for (int i = 0; i < expected.Count; i++)
        {
            bool isAsked = !ReferenceEquals(actual[i], EngineSteps.NotAsked) && expected[i] is not "not asked";
            if (isAsked && !Same.Values(expected[i], actual[i]))
            {
                return new(script, i == 0 || i > script.Steps.Count ? null : script.Steps[i - 1], side, expected[i], actual[i]);
            }
        }

        return null;
    }

    /// <summary>A difference as text: how to see it again, and the few steps that it takes.</summary>
    public static string Describe(Difference difference, Again again)
    {
        Script whole = difference.Script;
        Difference smallest = difference;
        for (int i = whole.Steps.Count - 1; i >= 0; i--)
        {
            Step left = whole.Steps[i];
            Script smaller = smallest.Script with { Steps = [.. smallest.Script.Steps.Where(step => !ReferenceEquals(step, left))] };
            (List<object?> expected, List<object?> actual) = again(smaller);
            smallest = First(smaller, expected, actual, difference.Side) is { } found && Explained.By(found) is null ? found : smallest;
        }

        IEnumerable<string> steps = smallest.Script.Steps.Select(step => $"{Environment.NewLine}    {step}");
        return string.Create(CultureInfo.InvariantCulture, $"""
            python --seed {whole.Seed} --count {whole.Steps.Count}: {difference.Side} over {whole.Base}{string.Concat(steps)}
                Python: {Text.Of(smallest.Expected)}
                ours:   {Text.Of(smallest.Actual)}
            """);
    }
}
