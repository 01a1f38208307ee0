using System;
using System.Globalization;

namespace MemoryViews;

// Single numbers of a record, found once.
public sealed partial class Struct
{
    /// <summary>A reader and writer of one value of the records, by its position.</summary>
    /// <typeparam name="T">The .NET type of the value: uint for <c>I</c>, an enumeration of it, byte for <c>c</c>, uint for <c>w</c>.</typeparam>
    /// <param name="index">The position among the values that <see cref="Unpack"/> gives, from 0: in <c>"2hd"</c> the double is 2.</param>
    /// <exception cref="ViewArgumentException">There is no such value.</exception>
    /// <exception cref="ItemTypeException">The value is no single number, or of another kind than <typeparamref name="T"/>.</exception>
    /// <exception cref="ViewNotSupportedException">Items of the format cannot be read.</exception>
    /// <example><c>Struct.Parse("&gt;HI").Field&lt;uint&gt;(1).Read(packet)</c></example>
    public StructField<T> Field<T>(int index)
        where T : unmanaged
    {
        FormatPlan plan = Readable();
        nint at = index;
        foreach (FormatSlot slot in plan.Slots)
        {
            if (at >= 0 && at < slot.Values)
            {
                bool isNumber = slot.Shape is null && !(slot.Code is 'u' or 'w' && slot.IsCounted);
                ScalarKind kind = isNumber ? slot.Kind : ScalarKind.None;
                return MakeField<T>(kind, slot.IsSwapped, slot.Offset + (at * slot.Size), index.ToString(CultureInfo.InvariantCulture));
            }

            at -= slot.Values;
        }

        throw Error.FieldIndex(Text, index, plan.ValueCount);
    }

    /// <summary>A reader and writer of one named value of the records.</summary>
    /// <typeparam name="T">The .NET type of the value.</typeparam>
    /// <param name="name">The field's name; <c>"header.size"</c> for one inside a record.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ViewArgumentException">There is no such field.</exception>
    /// <exception cref="ItemTypeException">The field is no single number, or of another kind than <typeparamref name="T"/>.</exception>
    /// <exception cref="ViewNotSupportedException">Items of the format cannot be read.</exception>
    public StructField<T> Field<T>(string name)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(name);
        Readable();
        ItemFormat unit = Format.Field(name, out nint offset, out ReadOnlyMemory<nint> subShape) ?? throw Error.FieldName(Text, name);
        return MakeField<T>(subShape.IsEmpty ? unit.Scalar : ScalarKind.None, unit.IsSwapped, offset, Describe.Quote(name));
    }

    // No conversion: a number of another kind is read as its own, and the caller's language converts it.
    private StructField<T> MakeField<T>(ScalarKind kind, bool isSwapped, nint offset, string field)
        where T : unmanaged
    {
        if (kind == ScalarKind.None)
        {
            throw Error.FieldNotScalar(Text, field);
        }

        ScalarKind own = kind == ScalarKind.Char8 ? ScalarKind.UInt8 : kind == ScalarKind.Utf32 ? ScalarKind.UInt32 : kind;
        return own == ScalarKinds.Of<T>() ? new(this, isSwapped, offset) : throw Error.FieldKind(Text, field, ScalarKinds.CodeOf(kind), typeof(T).Name);
    }
}
