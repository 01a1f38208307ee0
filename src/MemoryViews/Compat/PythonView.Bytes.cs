using System.Collections.Generic;

namespace MemoryViews;

// Copies out of a view.
public sealed partial class PythonView
{
    /// <summary>The bytes of all items. Python: <c>view.tobytes(order)</c>.</summary>
    /// <param name="order">"C", "F" or "A"; null is "C".</param>
    /// <exception cref="ViewArgumentException">No string (TypeError); another string (ValueError).</exception>
    /// <exception cref="ViewReleasedException">The view has been released. Python: ValueError.</exception>
    public byte[] ToBytes(object? order = null)
    {
        if (order is not (null or string))
        {
            throw Error.OrderNotString(order);
        }

        CheckReleased();
        return View.ToBytes(order switch
        {
            null or "C" => AxisOrder.C,
            "F" => AxisOrder.F,
            "A" => AxisOrder.Any,
            _ => throw Error.UnknownOrder((string)order),
        });
    }

    /// <summary>The bytes of all items as hexadecimal digits. Python: <c>view.hex(sep, bytes_per_sep)</c>.</summary>
    /// <param name="arguments">None, the separator (str or bytes of one ASCII character), or the separator and the bytes of a group.</param>
    /// <exception cref="ViewArgumentException">Arguments of other types, or too many (TypeError); a separator of another length, or not ASCII (ValueError).</exception>
    /// <exception cref="ItemRangeException">A group that passes a C int. Python: OverflowError.</exception>
    /// <exception cref="ViewReleasedException">The view has been released. Python: ValueError.</exception>
    public string Hex(params object?[] arguments) => Hex(arguments, null);

    /// <summary>As <see cref="Hex(object?[])"/>, with arguments by name.</summary>
    /// <param name="arguments">Arguments by position.</param>
    /// <param name="named">Arguments by name: <c>sep</c>, <c>bytes_per_sep</c>.</param>
    public string Hex(IReadOnlyList<object?> arguments, IReadOnlyDictionary<string, object?>? named)
    {
        PythonHex hex = PythonHex.Of(arguments, named);
        CheckReleased();
        return View.ToHexString(hex.CheckSeparator(), hex.Group);
    }

    /// <summary>All items as nested lists; the bare item for rank 0. Python: <c>view.tolist()</c>.</summary>
    /// <exception cref="ViewReleasedException">The view has been released. Python: ValueError.</exception>
    /// <exception cref="ViewNotSupportedException">A format that CPython does not read. Python: NotImplementedError.</exception>
    public object? ToList()
    {
        CheckReleased();
        if (!IsStrict)
        {
            return View.ToList();
        }

        CheckOneCode();
        if (View.ItemCount == 0)
        {
            return EmptyLists();
        }

        if (View.Format.NativeCode == '\0')
        {
            throw Error.NotNativeItem(Format);
        }

        using MemoryView items = Items();
        return items.ToList();
    }

    // No item is touched, so no format is refused: only the shape counts.
    private object? EmptyLists()
    {
        using MemoryView nothing = System.Array.Empty<byte>().AsMemoryView().WithLayout(ItemFormat.UInt8, Layout.Contiguous(1, View.Shape));
        return nothing.ToList();
    }
}
