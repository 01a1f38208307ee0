using System.Runtime.InteropServices;

namespace MemoryViews.Stress.Litmus;

/// <summary>One item of memory far from what guards it, so that two cores learn of the one without the other.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct Cell
{
    public const int Value = 7;

    [FieldOffset(128)]
    public int Item;
}
