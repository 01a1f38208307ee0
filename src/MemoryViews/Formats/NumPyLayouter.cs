using System;
using System.Collections.Generic;

namespace MemoryViews;

/// <summary>
/// The layout NumPy gives a format it imports. It differs from struct's in four ways: a count is a sub-array; the units of an
/// array are padded to their alignment; the end is rounded up when the order in force there is '@'; fields get names.
/// </summary>
internal sealed class NumPyLayouter : FormatLayouter
{
    protected override FormatPlan? Arrange(FormatElement[] elements, bool inRecord)
    {
        List<FormatSlot> slots = [];
        Int128 offset = 0;
        nint largest = 1;
        foreach (FormatElement element in elements)
        {
            if (!Measure(element, out nint size, out nint alignment, out FormatPlan? record))
            {
                return null;
            }

            nint[]? shape = ShapeOf(element);
            nint units = shape is null ? 1 : Product(shape, element);
            Int128 behind = 0;
            if (element.OrderAfter == '@')
            {
                offset = RoundUp(offset, alignment);
                largest = nint.Max(largest, alignment);
                behind = RoundUp(size, alignment) - size;
                if (units > 1)
                {
                    (size, behind) = (Narrow(size + behind, element), 0);
                }
            }

            slots.Add(MakeSlot(element, element.Name, Narrow(offset, element), size, units, shape, record));
            offset = Narrow(offset + ((Int128)size * units) + behind, element);
            if (Fault is not null)
            {
                return null;
            }
        }

        nint end = elements.Length > 0 && elements[^1].OrderAfter == '@' ? Narrow(RoundUp(offset, largest), elements[^1]) : (nint)offset;
        return Fault is null ? Finish(slots, end, largest, inRecord) : null;
    }

    private static nint[]? ShapeOf(FormatElement element) =>
        element.Count >= 0 && element.Count != 1 && !FormatCodes.Get(element.Code).CountsLength ? Append(element.Shape, element.Count) : element.Shape;

    // A lone element that fills the whole item is the item itself; everything else is a record, and its fields need names.
    private FormatPlan? Finish(List<FormatSlot> slots, nint size, nint alignment, bool inRecord)
    {
        FormatSlot[] named = [.. slots];
        bool isBare = !inRecord && named is [{ Name: null } only] && only.Size * only.Units == size;
        return isBare || FixNames(named) ? new FormatPlan(named, size, alignment, isBare) : null;
    }

    private bool FixNames(FormatSlot[] slots)
    {
        HashSet<string> taken = [];
        foreach (FormatSlot slot in slots)
        {
            if (slot.Name is not null && !taken.Add(slot.Name))
            {
                Fault = new FormatFault($"The field name {Describe.Quote(slot.Name)} stands twice: NumPy takes each once.", slot.Source.TypeEnd);
                return false;
            }
        }

        int next = 0;
        for (int i = 0; i < slots.Length; i++)
        {
            if (slots[i].Name is null && slots[i].Code != 'x')
            {
                while (!taken.Add($"f{next}"))
                {
                    next++;
                }

                slots[i] = Rename(slots[i], $"f{next}");
            }
        }

        return true;
    }

    private static FormatSlot Rename(FormatSlot slot, string name) =>
        MakeSlot(slot.Source, name, slot.Offset, slot.Size, slot.Units, slot.Shape, slot.Record);
}
