using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MemoryViews.Stress.Python.Differential;

/// <summary>CPython's answers to a script beside ours.</summary>
internal static class Comparison
{
    /// <summary>What the engine answers.</summary>
    public static List<object?> Engine(Script script, Wire wire)
    {
        using EngineWorld world = new(script.Base, wire);
        List<object?> answers = [EngineWorld.Describe(world.At(0))];
        answers.AddRange(script.Steps.Select(world.Run));
        answers.Add(world.Memory);
        return answers;
    }

    /// <summary>The first difference; null when there is none. Behind one, the two worlds may go different ways.</summary>
    public static Difference? First(Script script, List<object?> expected, List<object?> actual, bool isEngine)
    {
        for (int i = 0; i < expected.Count; i++)
        {
            if (!ReferenceEquals(actual[i], EngineSteps.NotAsked) && !Same.Values(expected[i], actual[i]))
            {
                return new(script, i == 0 || i > script.Steps.Count ? null : script.Steps[i - 1], isEngine, expected[i], actual[i]);
            }
        }

        return null;
    }

    /// <summary>A difference as text: how to see it again, and the few steps that it takes.</summary>
    public static string Describe(Difference difference, Wire wire)
    {
        Script whole = difference.Script;
        Difference smallest = difference;
        for (int i = whole.Steps.Count - 1; i >= 0; i--)
        {
            Step left = whole.Steps[i];
            Script smaller = smallest.Script with { Steps = [.. smallest.Script.Steps.Where(step => !ReferenceEquals(step, left))] };
            smallest = Again(smaller, difference.IsEngine, wire) is { } again && Explained.By(again) is null ? again : smallest;
        }

        IEnumerable<string> steps = smallest.Script.Steps.Select(step => $"{Environment.NewLine}    {step}");
        return string.Create(CultureInfo.InvariantCulture, $"""
            python --seed {whole.Seed} --count {whole.Steps.Count}: {(difference.IsEngine ? "the engine" : "the type")} over {whole.Base}{string.Concat(steps)}
                CPython: {Text.Of(smallest.Expected)}
                ours:    {Text.Of(smallest.Actual)}
            """);
    }

    private static Difference? Again(Script script, bool isEngine, Wire wire)
    {
        (List<object?> plain, List<object?> ours) = wire.Run([script])[0];
        return First(script, plain, isEngine ? Engine(script, wire) : ours, isEngine);
    }
}
