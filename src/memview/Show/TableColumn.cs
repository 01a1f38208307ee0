using System;
using System.Collections.Generic;
using System.Linq;

namespace MemoryViews.Command;

/// <summary>A column of a table: a field, where it lies in the record, and how it is written.</summary>
internal sealed record TableColumn(string Name, int Offset, int Size, ItemPrinter Printer)
{
    /// <summary>The columns of a record in order; those of a record inside it are called by their path, header.len.</summary>
    /// <param name="format">The record.</param>
    /// <param name="chosen">Fields to keep, in this order; null for all.</param>
    public static IReadOnlyList<TableColumn> Of(ItemFormat format, IReadOnlyList<string>? chosen)
    {
        List<TableColumn> all = [];
        Add(all, format, "", 0);
        return chosen is null ? all : [.. chosen.SelectMany(field => all.Where(column => IsOf(field, column.Name)))];
    }

    /// <summary>Bytes of a field with all items of its sub-array.</summary>
    public static nint SizeOf(ItemField field)
    {
        nint size = field.Format.Size;
        foreach (nint length in field.SubShape.Span)
        {
            size *= length; // the parts of one item, whose size is an int
        }

        return size;
    }

    public string Text(ReadOnlySpan<byte> item) => Printer.Print(item.Slice(Offset, Size));

    private static bool IsOf(string field, string column) =>
        column == field || (column.StartsWith(field, StringComparison.Ordinal) && column[field.Length] == '.');

    private static void Add(List<TableColumn> all, ItemFormat record, string prefix, int start)
    {
        int index = 0;
        foreach (ItemField field in record.Fields)
        {
            string name = prefix + ItemShapes.NameOf(field, index++);
            int offset = start + (int)field.Offset;
            if (field.SubShape.Length == 0 && ItemShapes.IsRecord(field.Format))
            {
                Add(all, field.Format, name + ".", offset);
            }
            else
            {
                all.Add(new(name, offset, (int)SizeOf(field), ItemPrinter.For(field)));
            }
        }
    }
}
