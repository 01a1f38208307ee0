using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MemoryViews.Files;

/// <summary>Records, in both of their spellings.</summary>
internal readonly ref partial struct TypeReader
{
    private ItemType ReadFields(LiteralSequence list)
    {
        List<ItemTypeField> fields = [];
        nint offset = 0;
        for (int i = 0; i < list.Items.Count; i++)
        {
            (string name, ItemType type) = ReadField(list.Items[i]);
            if (name.Length > 0 || !type.IsVoid || type.Shape.Length > 0)
            {
                // NumPy's name for a field without one.
                fields.Add(new ItemTypeField(name.Length > 0 ? name : string.Create(CultureInfo.InvariantCulture, $"f{i}"), type, offset));
            }

            // Both are at most 2^31 - 1: no overflow before the check.
            offset = ItemType.Check((Int128)offset + type.TotalSize());
        }

        CheckNames(fields);
        return ItemType.Record(fields, offset);
    }

    private (string Name, ItemType Type) ReadField(LiteralValue value)
    {
        if (value is not LiteralSequence { IsTuple: true, Items: { Count: 2 or 3 } parts })
        {
            throw Error.FieldForm(value);
        }

        string name = parts[0] switch
        {
            LiteralText text => text.Value,
            LiteralSequence { IsTuple: true, Items: [_, LiteralText titled] } => titled.Value,
            _ => throw Error.FieldForm(parts[0]),
        };
        ItemType type = Read(parts[1]);
        return (name, parts.Count == 3 ? type.Times(ReadShape(parts[2])) : type);
    }

    private ItemType ReadDictionary(LiteralDictionary dictionary)
    {
        IReadOnlyList<LiteralValue> names = List(dictionary, "names"), formats = List(dictionary, "formats");
        LiteralSequence? offsets = dictionary.Entries.TryGetValue("offsets", out LiteralValue? given)
            ? given as LiteralSequence ?? throw Error.DictionaryForm("its offsets are no list.")
            : null;
        if (formats.Count != names.Count || (offsets is not null && offsets.Items.Count != names.Count))
        {
            throw Error.DictionaryForm($"it has {names.Count} names, {formats.Count} formats and {offsets?.Items.Count ?? names.Count} offsets, which have to be as many.");
        }

        List<ItemTypeField> fields = [];
        nint end = 0;
        for (int i = 0; i < names.Count; i++)
        {
            string name = names[i] is LiteralText { Value.Length: > 0 } text ? text.Value : throw Error.DictionaryForm("a name is no string, or empty.");
            ItemType type = Read(formats[i]);
            nint offset = offsets is null ? end : ItemType.Check(Extent(offsets.Items[i], "the offsets of a record"));
            fields.Add(new ItemTypeField(name, type, offset));
            end = nint.Max(end, ItemType.Check((Int128)offset + type.TotalSize()));
        }

        CheckNames(fields);
        return Arrange(dictionary, fields, end);
    }

    private static ItemType Arrange(LiteralDictionary dictionary, List<ItemTypeField> fields, nint end)
    {
        ItemTypeField[] ordered = [.. fields.OrderBy(field => field.Offset)];
        nint taken = 0;
        foreach (ItemTypeField field in ordered)
        {
            if (field.Offset < taken)
            {
                throw Error.FieldsOverlap(field.Name, field.Offset, taken);
            }

            taken = field.Offset + field.Type.TotalSize();
        }

        nint size = dictionary.Entries.TryGetValue("itemsize", out LiteralValue? given) ? ItemType.Check(Extent(given, "the itemsize of a record")) : end;
        return size >= end ? ItemType.Record(ordered, size) : throw Error.RecordSize(size, end);
    }

    private static IReadOnlyList<LiteralValue> List(LiteralDictionary dictionary, string key) =>
        dictionary.Entries.TryGetValue(key, out LiteralValue? value) && value is LiteralSequence sequence
            ? sequence.Items
            : throw Error.DictionaryForm($"it has no list '{key}'.");

    private static void CheckNames(List<ItemTypeField> fields)
    {
        HashSet<string> known = new(StringComparer.Ordinal);
        foreach (ItemTypeField field in fields)
        {
            if (field.Name.AsSpan().IndexOfAny(':', '\0') >= 0)
            {
                throw Error.FieldName(field.Name);
            }

            if (!known.Add(field.Name))
            {
                throw Error.FieldTwice(field.Name);
            }
        }
    }
}
