using System;

namespace MemoryViews;

// Copies out of the view into new .NET objects.
public sealed partial class MemoryView
{
    /// <summary>The bytes of all items in a new array. Python: <c>tobytes(order)</c>.</summary>
    /// <param name="order">The order of the items.</param>
    /// <exception cref="ViewOperationException">More bytes than an array holds.</exception>
    public byte[] ToBytes(AxisOrder order = AxisOrder.C)
    {
        ThrowIfReleased();
        CheckArrayLength("An array", _layout.ByteLength);
        byte[] bytes = GC.AllocateUninitializedArray<byte>((int)_layout.ByteLength);
        CopyTo(bytes, order);
        return bytes;
    }

    /// <summary>All items, in C order, in a new array: as they are when <typeparamref name="T"/> is the format's kind, else by value.</summary>
    /// <exception cref="ItemTypeException">No conversion leads from the format to <typeparamref name="T"/>.</exception>
    /// <exception cref="ItemRangeException">A value is outside the range of <typeparamref name="T"/>.</exception>
    /// <exception cref="ViewOperationException">More items than an array holds.</exception>
    public T[] ToArray<T>()
        where T : unmanaged
    {
        ThrowIfReleased();
        CheckArrayLength("An array", _layout.ItemCount);
        T[] items = new T[_layout.ItemCount];
        CopyTo<T>(items);
        return items;
    }

    /// <summary>All items in a new array of the view's rank and the format's .NET type: <c>int[,]</c> for "i" of rank 2.</summary>
    /// <returns>An array of the format's <see cref="ItemFormat.ClrType"/>, rank by rank; of one item for rank 0.</returns>
    /// <exception cref="ViewNotSupportedException">The format has no .NET type of its own, or .NET no array of the rank.</exception>
    /// <exception cref="ViewOperationException">More items than an array holds.</exception>
    public Array ToArray()
    {
        ThrowIfReleased();
        CheckReadable();
        CheckArrayLength("An array", _layout.ItemCount);
        Array array = ClrArrays.Create(_format, _layout.Shape);
        if (!ClrArrays.HoldsItems(_format))
        {
            object?[] items = new object?[_layout.ItemCount];
            ObjectGather gather = new(_format, items);
            MemoryViewBulk.Run(Loan, in _layout, ref gather);
            ClrArrays.SetItems(array, items);
            return array;
        }

        // The array's elements are the items themselves, but for byte order.
        using MemoryView destination = OfArray(array, ObjectBytes.StartOf(array), ClrArrays.NativeFormat(_format), Layout.Contiguous(_layout.ItemSize, _layout.Rank == 0 ? [1] : _layout.Shape));
        using MemoryView source = _layout.Rank == 0 ? Reshape(1) : Twin();
        if (_format.IsSwapped)
        {
            source.ConvertTo(destination);
        }
        else
        {
            MemoryViewBulk.Copy(destination.Loan, in destination._layout, source.Loan, in source._layout);
        }

        return array;
    }

    /// <summary>All items as nested lists, one level an axis; the bare item for rank 0. Python: <c>tolist()</c>.</summary>
    /// <exception cref="ViewNotSupportedException">The format's items cannot be read.</exception>
    /// <exception cref="ViewOperationException">More items than lists hold.</exception>
    public object? ToList()
    {
        ThrowIfReleased();
        CheckReadable();
        using MemoryView source = InOnePiece();
        (nint low, nint high) = source._layout.Bounds;
        using MemoryScope scope = source.Loan.Enter(low, high);
        return ObjectKernels.ToList(new Operand(ref scope.Origin, scope.Place(in source._layout)), _format);
    }

    private static void CheckArrayLength(string what, nint length)
    {
        if (length > Array.MaxLength)
        {
            throw Error.TooLarge(what, length, Array.MaxLength);
        }
    }

    private struct ObjectGather(ItemFormat format, object?[] items) : IBulk
    {
        public static MemoryUse Use => MemoryUse.Read;

        public static bool IsOrdered => true;

        private int _done;

        public bool Run(scoped in Operand a)
        {
            int count = (int)a.Layout.ItemCount;
            ObjectKernels.CopyItems(in a, format, items.AsSpan(_done, count));
            _done += count;
            return true;
        }
    }
}
