using System;

namespace MemoryViews;

/// <summary>The layout of struct and of PEP 3118.</summary>
internal sealed class PlainLayouter : FormatLayouter
{
    protected override FormatPlan? Arrange(FormatElement[] elements, bool inRecord)
    {
        FormatSlot[] slots = new FormatSlot[elements.Length];
        Int128 offset = 0;
        nint largest = 1;
        for (int i = 0; i < elements.Length; i++)
        {
            FormatElement element = elements[i];
            if (!Measure(element, out nint size, out nint alignment, out FormatPlan? record))
            {
                return null;
            }

            if (element.Order == '@')
            {
                offset = RoundUp(offset, alignment);
                largest = nint.Max(largest, alignment);
            }

            nint[]? shape = ShapeOf(element);
            nint units = Units(element, shape);
            slots[i] = MakeSlot(element, element.Name, Narrow(offset, element), size, units, shape, record);
            offset = Narrow(offset + ((Int128)size * units), element);
            if (Fault is not null)
            {
                return null;
            }
        }

        nint end = elements.Length == 0 ? 0 : Narrow(inRecord ? RoundUp(offset, largest) : offset, elements[^1]);
        return Fault is null ? new FormatPlan(slots, end, largest, isBare: !inRecord) : null;
    }

    // A count is that many values, as in struct. Under a shape or a name, which are for one value, it is the last axis of an array.
    private static nint[]? ShapeOf(FormatElement element)
    {
        bool counted = element.Count >= 0 && element.Count != 1 && !FormatCodes.Get(element.Code).CountsLength;
        return counted && (element.Shape is not null || element.Name is not null) ? Append(element.Shape, element.Count) : element.Shape;
    }

    private nint Units(FormatElement element, nint[]? shape) => shape is not null ? Product(shape, element)
        : element.Count < 0 || FormatCodes.Get(element.Code).CountsLength ? 1
        : element.Count;
}
