using System;
using System.Collections.Generic;

namespace MemoryViews;

/// <summary>The layout of a whole format, or of one record in it.</summary>
internal sealed class FormatPlan
{
    // Units without bytes (0i, T{}) can be repeated at no cost in size; this many are read, more would allocate without bound.
    private const int MostEmptyValues = 1 << 16;

    private string?[]? _names;

    public FormatPlan(FormatSlot[] slots, nint size, nint alignment, bool isBare)
    {
        Slots = slots;
        Size = size;
        Alignment = alignment;
        Int128 values = 0, leaves = 0;
        bool readable = true;
        foreach (FormatSlot slot in slots)
        {
            values += slot.Values;
            leaves = Int128.Min(leaves + ((Int128)slot.Units * (1 + (slot.Record?.Leaves ?? 0))), nint.MaxValue);
            readable &= slot.IsReadable;
        }

        Leaves = (nint)leaves;
        IsReadable = readable && size <= int.MaxValue && leaves <= (Int128)size + MostEmptyValues;
        ValueCount = values <= int.MaxValue ? (int)values : int.MaxValue;
        Single = isBare ? FindSingle(slots) : null;
    }

    public FormatSlot[] Slots { get; }

    public nint Size { get; }

    public nint Alignment { get; }

    /// <summary>Values in all, those inside records counted too: what bounds the work and memory of a read.</summary>
    public nint Leaves { get; }

    public bool IsReadable { get; }

    public int ValueCount { get; }

    /// <summary>The slot whose bare value is the item, when exactly one value comes out and it has no name; otherwise null.</summary>
    public FormatSlot? Single { get; }

    /// <summary>The name of each value, in order; made when first asked for.</summary>
    public string?[] Names => _names ??= MakeNames();

    /// <summary>The first field with a name, or null.</summary>
    public FormatSlot? Find(ReadOnlySpan<char> name)
    {
        foreach (FormatSlot slot in Slots)
        {
            if (slot.Name is not null && name.SequenceEqual(slot.Name))
            {
                return slot;
            }
        }

        return null;
    }

    private static FormatSlot? FindSingle(FormatSlot[] slots)
    {
        FormatSlot? single = null;
        foreach (FormatSlot slot in slots)
        {
            if (slot.Values > 1 || (slot.Values == 1 && single is not null))
            {
                return null;
            }

            single = slot.Values == 1 ? slot : single;
        }

        return single is { Name: null } ? single : null;
    }

    private string?[] MakeNames()
    {
        List<string?> names = [];
        foreach (FormatSlot slot in Slots)
        {
            for (nint i = 0; i < slot.Values; i++)
            {
                names.Add(slot.Name);
            }
        }

        return [.. names];
    }
}
