using System.Globalization;
using System.Text;

namespace MemoryViews.Files;

/// <summary>
/// Writes a type as a buffer format. A lone value is bare, as in <c>d</c> or <c>&gt;i</c>; a record marks the byte order of every value that has
/// one, so that nothing in it is moved to an alignment, and says its gaps:
/// <code>
/// [('id', '|u1'), ('', '|V3'), ('at', '&gt;f8', (2,))]      T{B:id:3x(2)&gt;d:at:}
/// </code>
/// </summary>
internal ref struct TypeText
{
    private readonly StringBuilder _text = new();

    // The mark in force; it goes on into records and out of them.
    private char _order = '@';

    public TypeText()
    {
    }

    public static ItemFormat Format(ItemType type)
    {
        if (type.Fields is null)
        {
            string mark = type.IsForeign ? ForeignMark.ToString() : "";
            return ItemFormat.Parse(mark + type.Code);
        }

        TypeText writer = new();
        writer.AppendUnit(type);
        return ItemFormat.Parse(writer._text.ToString());
    }

    private static char ForeignMark => System.BitConverter.IsLittleEndian ? '>' : '<';

    private void AppendUnit(ItemType type)
    {
        AppendOrder(type);
        _text.Append(type.Code);
        if (type.Fields is not null)
        {
            AppendFields(type);
        }
    }

    private void AppendFields(ItemType record)
    {
        _text.Append('{');
        nint end = 0;
        foreach (ItemTypeField field in record.Fields!)
        {
            AppendGap(field.Offset - end);
            AppendShape(field.Type.Shape);
            AppendUnit(field.Type);
            _text.Append(':').Append(field.Name).Append(':');
            end = field.Offset + field.Type.TotalSize();
        }

        AppendGap(record.Size - end);
        _text.Append('}');
    }

    // Native sizes without alignment: '='. It has no long double in NumPy's reading, '^' has.
    private void AppendOrder(ItemType type)
    {
        char order = !type.HasOrder ? _order : type.IsForeign ? ForeignMark : type.Code is "g" or "Zg" ? '^' : '=';
        if (order != _order)
        {
            _order = order;
            _text.Append(order);
        }
    }

    private readonly void AppendGap(nint bytes)
    {
        if (bytes > 0)
        {
            _text.Append(CultureInfo.InvariantCulture, $"{bytes}x");
        }
    }

    private readonly void AppendShape(nint[] shape)
    {
        if (shape.Length > 0)
        {
            _text.Append('(').AppendJoin(',', shape).Append(')');
        }
    }
}
