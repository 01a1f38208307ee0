using System;

namespace MemoryViews.SmallWorld;

/// <summary>Worlds in which one axis is looked at and the others are taken whole.</summary>
internal static class OneAxisWorld
{
    /// <summary>Axes of different lengths, so that a mix-up of two shows.</summary>
    public static nint[] Shape(int rank) => new nint[] { 3, 2, 4 }[..rank];

    public static Outcome[] Whole(nint[] world) => Array.ConvertAll(world, length => Outcome.OfSlice(null, null, null, (int)length));

    public static Subscript[] Subscripts(Outcome[] outcomes) => Array.ConvertAll(outcomes, outcome => outcome.Subscript);
}
