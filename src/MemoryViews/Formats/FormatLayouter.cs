using System;

namespace MemoryViews;

/// <summary>
/// Gives every element its place. Struct and PEP 3118: an element under '@' starts at a multiple of its alignment; nothing is
/// added behind the last one, except inside T{}, whose size is a multiple of its alignment so that a row of them stays aligned.
/// All arithmetic is done in 128 bits and checked once an element: no product of two native integers passes 2^126.
/// </summary>
internal abstract class FormatLayouter
{
    public FormatFault? Fault { get; protected set; }

    public static FormatPlan? Arrange(FormatElement[] elements, FormatDialect dialect, out FormatFault? fault)
    {
        FormatLayouter layouter = dialect == FormatDialect.NumPy ? new NumPyLayouter() : new PlainLayouter();
        FormatPlan? plan = layouter.Arrange(elements, inRecord: false);
        fault = layouter.Fault;
        return plan;
    }

    protected abstract FormatPlan? Arrange(FormatElement[] elements, bool inRecord);

    /// <summary>Bytes of one unit and its alignment; false, with a fault, when it is too large.</summary>
    protected bool Measure(FormatElement element, out nint size, out nint alignment, out FormatPlan? record)
    {
        FormatCode code = FormatCodes.Get(element.Code);
        record = null;
        alignment = code.Alignment;
        Int128 bytes = FormatParser.IsStandard(element.Order) ? code.Standard : code.Native;
        if (element.Code == 'T')
        {
            record = Arrange(element.Children, inRecord: true);
            bytes = record?.Size ?? 0;
            alignment = record?.Alignment ?? 1;
        }
        else if (code.CountsLength && element.Count >= 0)
        {
            // t counts bits.
            bytes = element.Code == 't' ? ((Int128)element.Count + 7) / 8 : bytes * element.Count;
        }

        size = Narrow(bytes, element);
        return Fault is null;
    }

    protected static Int128 RoundUp(Int128 offset, nint alignment) => (offset + alignment - 1) / alignment * alignment;

    /// <summary>The number as a native size, or a fault at the element.</summary>
    protected nint Narrow(Int128 bytes, FormatElement element)
    {
        if (bytes <= nint.MaxValue)
        {
            return (nint)bytes;
        }

        Fault ??= new FormatFault($"The items pass {nint.MaxValue} bytes here, more than any memory holds.", element.Start);
        return 0;
    }

    /// <summary>The units of a shape, or a fault when even their number cannot be counted.</summary>
    protected nint Product(ReadOnlySpan<nint> shape, FormatElement element)
    {
        Int128 units = 1;
        foreach (nint extent in shape)
        {
            units = Narrow(units * extent, element);
        }

        return (nint)units;
    }

    protected static FormatSlot MakeSlot(FormatElement element, string? name, nint offset, nint size, nint units, nint[]? shape, FormatPlan? record)
    {
        FormatCode code = FormatCodes.Get(element.Code);
        ScalarKind kind = code.KindAt(FormatParser.IsStandard(element.Order) ? code.Standard : code.Native);
        bool foreign = element.Order == (BitConverter.IsLittleEndian ? '>' : '<') || (element.Order == '!' && BitConverter.IsLittleEndian);
        return new FormatSlot
        {
            Source = element,
            Code = element.Code,
            Kind = kind,
            IsSwapped = foreign && code.Native > 1,
            Name = name,
            Offset = offset,
            Size = size,
            Length = code.CountsLength && element.Count >= 0 ? element.Count : 1,
            Repeat = shape is null ? units : 1,
            Shape = shape,
            Record = record,
            Units = units,
        };
    }

    protected static nint[] Append(nint[]? shape, nint count) => [.. shape ?? [], count];
}
