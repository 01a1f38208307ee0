using System;
using System.Globalization;
using System.Linq;

namespace MemoryViews.Stress.Races;

/// <summary>
/// What memory is filled with while it is open: one of a few numbers, so that a neighbour's memory is told from one's own. Zeros are the pages
/// that took the memory's place, poison is memory that went back.
/// </summary>
internal static class Pattern
{
    /// <summary>What the owner of borrowed memory leaves in it.</summary>
    public const int Poison = unchecked((int)0xDEADDEAD);

    /// <summary>What the C heap fills freed memory with, by its own setting, in every byte.</summary>
    public const byte HeapPoison = 0xA5;

    /// <summary>Items of the longest memory.</summary>
    public const int MostItems = 64 * 1024 / sizeof(int);

    private static readonly int[] s_values = [0x11223344, 0x21436587, 0x31323334, 0x41526374];
    private static readonly MemoryView[] s_references = [.. s_values.Select(value => Enumerable.Repeat(value, MostItems).ToArray().AsMemoryView())];

    public static int Of(int serial) => s_values[serial % s_values.Length];

    /// <summary>As many items as any memory has, all of one pattern, never closed.</summary>
    public static MemoryView ReferenceOf(int pattern) => s_references[Array.IndexOf(s_values, pattern)];

    public static string Describe(int item) => item switch
    {
        0 => "0, a stale page",
        Poison => "the owner's poison",
        _ when (byte)item == HeapPoison => "the heap's poison",
        _ when s_values.Contains(item) => "another memory's pattern",
        _ => string.Create(CultureInfo.InvariantCulture, $"0x{item:X8}, which nobody wrote"),
    };
}
