using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>One item as a value of a .NET type, whatever its format: by value for numbers, as it lies for a struct of the same layout.</summary>
internal static class TypedItem
{
    public static T Load<T>(ItemFormat format, nint itemSize, ref readonly byte item)
        where T : unmanaged
    {
        if (IsStruct<T>(format, itemSize))
        {
            return Unsafe.ReadUnaligned<T>(in item);
        }

        return ScalarCodec.Load<T>(format.Scalar, format.IsSwapped, in item);
    }

    public static void Store<T>(ItemFormat format, nint itemSize, ref byte item, T value)
        where T : unmanaged
    {
        if (IsStruct<T>(format, itemSize))
        {
            Unsafe.WriteUnaligned(ref item, value);
            return;
        }

        ScalarCodec.Store(format.Scalar, format.IsSwapped, ref item, value);
    }

    /// <summary>Stores a value into an item of its own when the format holds exactly that value; false when it would change.</summary>
    public static bool TryStoreExact<T>(ItemFormat format, Span<byte> item, T value)
        where T : unmanaged
    {
        try
        {
            ScalarCodec.Store(format.Scalar, format.IsSwapped, ref MemoryMarshal.GetReference(item), value);
        }
        catch (ItemRangeException)
        {
            return false;
        }
        catch (ItemTypeException)
        {
            throw Error.NotSearchable(format.Text, typeof(T));
        }

        return ItemEquality.Equal(ItemFormat.Of<T>(), MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)), format, item);
    }

    /// <summary>True for a struct that has the format's record layout, false for numbers on both sides; everything else is refused.</summary>
    public static bool IsStruct<T>(ItemFormat format, nint itemSize)
        where T : unmanaged
    {
        if (format.Size == itemSize && format.Scalar != ScalarKind.None && ScalarKinds.Of<T>() != ScalarKind.None)
        {
            return false;
        }

        return itemSize == Unsafe.SizeOf<T>() && ScalarKinds.Of<T>() == ScalarKind.None && format.Matches<T>()
            ? true
            : throw Error.ItemTypeMismatch(format.Text, itemSize, typeof(T), Unsafe.SizeOf<T>());
    }
}
