using System;
using System.Linq;

namespace MemoryViews.Stress.Fuzz;

/// <summary>One field: its name, where it lies, what a unit of it is, and the sub-array's shape (null for one unit).</summary>
internal sealed record FieldModel(string Name, int Offset, ItemModel Unit, int[]? Shape)
{
    public int Count => Shape?.Aggregate(1, (product, extent) => product * extent) ?? 1;
}

/// <summary>A record with names for all its fields; bytes between them are padding.</summary>
internal sealed class RecordModel(string text, int size, FieldModel[] fields) : ItemModel(text, size)
{
    public FieldModel[] Fields { get; } = fields;

    public override object? Read(ReadOnlySpan<byte> item)
    {
        object?[] values = new object?[Fields.Length];
        for (int i = 0; i < Fields.Length; i++)
        {
            values[i] = ReadField(Fields[i], item);
        }

        return new ManyModel(values, null);
    }

    public override void Write(Span<byte> item, object? value)
    {
        object?[] values = (object?[])value!;
        for (int i = 0; i < Fields.Length; i++)
        {
            FieldModel field = Fields[i];
            object?[] units = field.Shape is null ? [values[i]] : [.. ((Array)values[i]!).Cast<object?>()];
            for (int unit = 0; unit < field.Count; unit++)
            {
                field.Unit.Write(item[(field.Offset + (unit * field.Unit.Size))..], units[unit]);
            }
        }
    }

    public override object? Invent(Chance chance) => Fields.Select(field => InventField(field, chance)).ToArray();

    private static object? ReadField(FieldModel field, ReadOnlySpan<byte> item)
    {
        object?[] units = new object?[field.Count];
        for (int unit = 0; unit < units.Length; unit++)
        {
            units[unit] = field.Unit.Read(item[(field.Offset + (unit * field.Unit.Size))..]);
        }

        return field.Shape is null ? units[0] : new ManyModel(units, field.Shape);
    }

    private static object? InventField(FieldModel field, Chance chance)
    {
        if (field.Shape is null)
        {
            return field.Unit.Invent(chance);
        }

        Array array = Array.CreateInstance(typeof(object), field.Shape);
        int[] index = new int[field.Shape.Length];
        for (int unit = 0; unit < field.Count; unit++)
        {
            array.SetValue(field.Unit.Invent(chance), index);
            Shapes.Step(index, field.Shape);
        }

        return array;
    }
}
