using System;
using System.Linq;

namespace MemoryViews;

public sealed partial class MemoryView
{
    /// <summary>
    /// One field of every record: a view of the same shape whose items are the field, with the axes of a sub-array behind the view's own.
    /// Setting copies into the field.
    /// </summary>
    /// <param name="field">A field's name, or a path through nested records: "price", "header.len".</param>
    /// <exception cref="ViewArgumentException">The format has no such field; the message lists those it has.</exception>
    /// <exception cref="ViewNotSupportedException">The items' size is not the format's, so the fields' places are unknown.</exception>
    /// <example><c>trades["price"]</c> is a strided view of doubles over an array of records.</example>
    public MemoryView this[string field]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(field);
            ThrowIfReleased();
            ItemFormat? format = _format.Field(field, out nint offset, out ReadOnlyMemory<nint> subShape);
            if (format is null)
            {
                throw Error.UnknownField(field, _format.Text, [.. _format.Fields.Select(part => part.Name).OfType<string>()]);
            }

            // An exporter may leave padding behind the last field out of its format, so items may be larger than the format, never smaller.
            if (_format.Size > _layout.ItemSize)
            {
                throw Error.UnreadableItems(_format.Text, _format.Size, _layout.ItemSize);
            }

            return With(format, _layout.Part(offset, format.Size, subShape.Span, 0));
        }

        set => this[field].Assign(value);
    }
}
