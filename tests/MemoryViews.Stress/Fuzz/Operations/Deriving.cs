using System;

namespace MemoryViews.Stress.Fuzz;

/// <summary>Views made from views: the call, and the places that the model chooses.</summary>
internal static class Deriving
{
    /// <summary>Makes a view with both, when it is not refused.</summary>
    public static void Make(
        World world, Window from, string call, Verdict verdict, Func<MemoryView> make, Func<(int[] Shape, int[] Places)> model, ItemModel? item = null, bool? isReadOnly = null)
    {
        string name = world.NextName();
        world.Say($"{world.Note}{name} = {from}{call}");
        MemoryView? made = null;
        if (!World.Try(verdict, () => made = make()))
        {
            return;
        }

        (int[] shape, int[] places) = model();
        world.Add(new Window
        {
            Name = name,
            View = made!,
            Loan = from.Loan,
            Item = item ?? from.Item,
            Shape = shape,
            Places = places,
            IsReadOnly = isReadOnly ?? from.IsReadOnly,
        });
    }

    /// <summary>The places of a new shape, each taken from an index vector of the old one.</summary>
    public static (int[] Shape, int[] Places) Pick(Window from, int[] shape, Func<int[], int[]> source)
        => (shape, Shapes.Map(shape, index => from.Places[Shapes.Flat(source(index), from.Shape)]));

    /// <summary>Indirect layouts have no words for some views; where the model says yes, they may say no.</summary>
    public static Verdict Unless(bool isRefused, Window from)
        => isRefused ? Verdict.Refused : from.IsIndirect ? Verdict.Either : Verdict.Succeeds;
}
