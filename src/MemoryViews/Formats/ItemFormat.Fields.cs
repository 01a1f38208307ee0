using System;
using System.Collections.Generic;
using System.Numerics;

namespace MemoryViews;

public sealed partial class ItemFormat
{
    private IReadOnlyList<ItemField>? _fields;

    /// <summary>
    /// The fields of a record, in order; the elements of a sequence such as <c>"ih"</c>, without names; the one element of a
    /// sub-array or a counted format. Empty for a bare value. Padding without a name is left out.
    /// </summary>
    public IReadOnlyList<ItemField> Fields => _fields ??= MakeFields();

    /// <summary>
    /// The .NET type of the item: <c>typeof(int)</c> for <c>i</c>, <c>typeof(byte)</c> for <c>c</c>, <c>typeof(byte[])</c> for s and p,
    /// <c>typeof(string)</c> for w and counted text. Null for records, sub-arrays and formats that cannot be read.
    /// </summary>
    public Type? ClrType => _plan is { IsReadable: true, Single: { Shape: null } slot } ? ClrTypeOf(slot) : null;

    /// <summary>
    /// The field a path names, "xyz" or "header.len": its unit format, its offset in bytes and its sub-array shape; null when there is none.
    /// </summary>
    internal ItemFormat? Field(string path, out nint offset, out ReadOnlyMemory<nint> subShape)
    {
        offset = 0;
        subShape = default;
        FormatPlan? plan = _plan;
        ReadOnlySpan<char> rest = path;
        if (plan?.Single is { Record: { } inner } single)
        {
            plan = single.Shape is null ? inner : throw Error.FieldThroughArray(path, Text);
            offset = single.Offset;
        }

        while (plan is not null && Next(plan, ref rest) is { } slot)
        {
            offset += slot.Offset;
            if (rest.IsEmpty)
            {
                subShape = SubShape(slot);
                return FormatOf(slot);
            }

            plan = slot.Shape is null && slot.Repeat == 1 ? slot.Record : throw Error.FieldThroughArray(path, Text);
        }

        return null;
    }

    // Names may hold dots: the whole rest is tried first, then its beginnings, shortest first.
    private static FormatSlot? Next(FormatPlan plan, ref ReadOnlySpan<char> rest)
    {
        FormatSlot? slot = plan.Find(rest);
        if (slot is not null)
        {
            rest = default;
            return slot;
        }

        for (int dot = rest.IndexOf('.'); dot >= 0; dot = NextDot(rest, dot))
        {
            if (plan.Find(rest[..dot]) is { } found && dot + 1 < rest.Length)
            {
                rest = rest[(dot + 1)..];
                return found;
            }
        }

        return null;
    }

    private static int NextDot(ReadOnlySpan<char> text, int dot) => text[(dot + 1)..].IndexOf('.') is >= 0 and int next ? dot + 1 + next : -1;

    private ItemField[] MakeFields()
    {
        FormatPlan? plan = _plan is { Single: { Record: { } record, Shape: null } } ? record : _plan;
        nint start = plan == _plan ? 0 : _plan!.Single!.Offset;
        if (plan is null || (plan == _plan && plan.Single is { Shape: null }))
        {
            return [];
        }

        List<ItemField> fields = [];
        foreach (FormatSlot slot in plan.Slots)
        {
            if (slot.Code != 'x' || slot.Name is not null)
            {
                fields.Add(new ItemField(slot.Name, FormatOf(slot), start + slot.Offset, SubShape(slot)));
            }
        }

        return [.. fields];
    }

    private static ReadOnlyMemory<nint> SubShape(FormatSlot slot) => slot.Shape ?? (slot.Repeat == 1 ? default : new nint[] { slot.Repeat });

    // Standing alone, a unit is written with the order in force for it. It parsed inside this format, so it parses alone.
    private ItemFormat FormatOf(FormatSlot slot) => Parse(slot.Source.UnitText(Text), _dialect);

    private static Type? ClrTypeOf(FormatSlot slot) => slot.Code switch
    {
        'n' => typeof(nint),
        'N' or 'P' => typeof(nuint),
        's' or 'p' => typeof(byte[]),
        'u' when !slot.IsCounted => typeof(char),
        'u' or 'w' => typeof(string),
        'c' => typeof(byte),
        'g' => typeof(double),
        'F' or 'D' or 'G' => typeof(Complex),
        _ => ClrTypeOf(slot.Kind),
    };

    private static Type? ClrTypeOf(ScalarKind kind) => kind switch
    {
        ScalarKind.Int8 => typeof(sbyte),
        ScalarKind.UInt8 => typeof(byte),
        ScalarKind.Int16 => typeof(short),
        ScalarKind.UInt16 => typeof(ushort),
        ScalarKind.Int32 => typeof(int),
        ScalarKind.UInt32 => typeof(uint),
        ScalarKind.Int64 => typeof(long),
        ScalarKind.UInt64 => typeof(ulong),
        ScalarKind.Float16 => typeof(Half),
        ScalarKind.Float32 => typeof(float),
        ScalarKind.Float64 => typeof(double),
        ScalarKind.Boolean => typeof(bool),
        _ => null,
    };
}
