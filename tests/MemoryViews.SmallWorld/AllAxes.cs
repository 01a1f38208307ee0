using System;
using System.Collections.Generic;

namespace MemoryViews.SmallWorld;

/// <summary>
/// Every distinct outcome of every axis, all combinations of them, and every order of the axes that are left. Each combination is made at
/// once by a subscript and axis by axis, which must agree.
/// </summary>
internal sealed class AllAxes<TView>(ISubject<TView> subject, Tally tally, Options options)
{
    // One combination in so many runs when not all are asked for.
    private const ulong SampledOneIn = 48;

    private const int MaxLength = 6;

    private readonly Comparison<TView> _comparison = new(subject);
    private readonly ListModel _model = new();
    private readonly ListModel _turned = new();
    private ulong _combination;
    private bool _full;

    public void Run()
    {
        // The longest axis of each world, whether indices take part beside slices, and whether it is small enough to run in full always.
        RunFamily([MaxLength], true, true);
        RunFamily([MaxLength, MaxLength], true, true);
        RunFamily([MaxLength, MaxLength, 5], true, options.All);
        RunFamily([3, 3, 3, 3], false, options.All);
    }

    private void RunFamily(int[] longest, bool indices, bool full)
    {
        tally.StartFamily();
        (_combination, _full) = (0, full);
        List<Outcome>[] choicesByLength = new List<Outcome>[MaxLength + 1];
        for (int length = 0; length <= MaxLength; length++)
        {
            choicesByLength[length] = Outcome.Distinct(length, indices);
        }

        foreach (int[] lengths in Odometer.Below(Array.ConvertAll(longest, length => length + 1)))
        {
            RunWorld(lengths, choicesByLength);
        }

        string part = full ? "every" : $"one in {SampledOneIn} of every";
        tally.EndFamily($"{subject.Name}: {part} outcome on all axes, rank {longest.Length}");
    }

    private void RunWorld(int[] lengths, List<Outcome>[] choicesByLength)
    {
        nint[] world = Array.ConvertAll(lengths, length => (nint)length);
        TView view = subject.Create(world);
        List<Outcome>[] choices = Array.ConvertAll(lengths, length => choicesByLength[length]);
        Outcome[] chosen = new Outcome[world.Length];
        foreach (int[] picks in Odometer.Below(Array.ConvertAll(choices, list => list.Count)))
        {
            if (IsSampled(_combination++))
            {
                for (int axis = 0; axis < picks.Length; axis++)
                {
                    chosen[axis] = choices[axis][picks[axis]];
                }

                RunCombination(view, world, chosen);
            }
        }
    }

    private void RunCombination(TView whole, nint[] world, Outcome[] chosen)
    {
        _model.Build(world, chosen);
        TView view = subject.Take(whole, OneAxisWorld.Subscripts(chosen));
        if (subject.LayoutOf(view) != subject.LayoutOf(TakeByAxis(whole, chosen)))
        {
            tally.Fail($"{Name(world, chosen, [])}: at once and axis by axis differ");
            return;
        }

        foreach (int[] order in Permutations.Of(_model.Rank))
        {
            _turned.Permute(_model, order);
            if (_comparison.FindDifference(subject.Permute(view, order), _turned) is string difference)
            {
                tally.Fail($"{Name(world, chosen, order)}: {difference}");
            }
            else
            {
                tally.Pass();
            }
        }
    }

    // From the last axis on, so that an axis indexed away moves none that is still to come.
    private TView TakeByAxis(TView view, Outcome[] chosen)
    {
        for (int axis = chosen.Length - 1; axis >= 0; axis--)
        {
            Outcome outcome = chosen[axis];
            view = outcome.IsIndex ? subject.Index(view, axis, outcome.Taken[0]) : subject.Slice(view, axis, outcome.Slice);
        }

        return view;
    }

    // SplitMix64's finisher: every bit of the number and the seed moves half the bits of the result.
    private bool IsSampled(ulong combination)
    {
        ulong mixed = combination + options.Seed * 0x9E3779B97F4A7C15;
        mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB;
        return _full || (mixed ^ mixed >> 31) % SampledOneIn == 0;
    }

    private static string Name(nint[] world, Outcome[] chosen, int[] order)
        => $"({string.Join(", ", world)})[{string.Join(", ", (object[])chosen)}] axes ({string.Join(", ", order)})";
}
