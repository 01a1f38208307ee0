namespace MemoryViews;

/// <summary>Chooses what "the same" means for the items of two formats.</summary>
internal static class Sameness
{
    /// <summary>Equal bytes.</summary>
    public static nint OfBytes<TTask>(nint itemSize, scoped ref TTask task)
        where TTask : struct, ISameTask, allows ref struct
        => itemSize switch
        {
            1 => task.Run(default(SameBytes<byte>)),
            2 => task.Run(default(SameBytes<ushort>)),
            4 => task.Run(default(SameBytes<uint>)),
            8 => task.Run(default(SameBytes<ulong>)),
            _ => task.Run(new SameAnyBytes((int)itemSize)),
        };

    /// <summary>
    /// Equal values, as Python's <c>==</c> on items has it. Items that cannot be read are the same where format and bytes are; formats
    /// that only one side can read are never the same.
    /// </summary>
    public static nint OfItems<TTask>(ItemFormat a, nint sizeA, ItemFormat b, nint sizeB, scoped ref TTask task)
        where TTask : struct, ISameTask, allows ref struct
    {
        if (!IsReadable(a, sizeA) || !IsReadable(b, sizeB))
        {
            return sizeA == sizeB && a.Equals(b) ? OfBytes(sizeA, ref task) : task.Run(default(NeverSame));
        }

        return a.Scalar == b.Scalar && a.Scalar is not (ScalarKind.None or ScalarKind.LongDouble)
            ? OfKind(a.Scalar, a.IsSwapped, b.IsSwapped, ref task)
            : task.Run(new SameItems(a, b));
    }

    // A view may carry a format of another size than its items: then the items have no value, only bytes.
    private static bool IsReadable(ItemFormat format, nint itemSize) => format.CanReadItems && format.Size == itemSize;

    private static nint OfKind<TTask>(ScalarKind kind, bool swapA, bool swapB, scoped ref TTask task)
        where TTask : struct, ISameTask, allows ref struct
        => kind switch
        {
            ScalarKind.Float16 => task.Run(new SameFloats<System.Half>(1, swapA, swapB)),
            ScalarKind.Float32 => task.Run(new SameFloats<float>(1, swapA, swapB)),
            ScalarKind.Float64 => task.Run(new SameFloats<double>(1, swapA, swapB)),
            ScalarKind.Complex64 => task.Run(new SameFloats<float>(2, swapA, swapB)),
            ScalarKind.Complex128 => task.Run(new SameFloats<double>(2, swapA, swapB)),
            ScalarKind.Boolean => task.Run(default(SameTruth)),
            _ when swapA == swapB => OfBytes(ScalarKinds.SizeOf(kind), ref task),
            _ => OfSwapped(ScalarKinds.SizeOf(kind), ref task),
        };

    private static nint OfSwapped<TTask>(nint itemSize, scoped ref TTask task)
        where TTask : struct, ISameTask, allows ref struct
        => itemSize switch
        {
            2 => task.Run(default(SameSwapped<ushort>)),
            4 => task.Run(default(SameSwapped<uint>)),
            _ => task.Run(default(SameSwapped<ulong>)),
        };
}
