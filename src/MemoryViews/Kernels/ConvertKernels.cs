namespace MemoryViews;

/// <summary>
/// Conversion of items by value between layouts of one shape: byte order, width, integers and floats. Values that do not fit throw; a
/// caller that must write all or nothing runs <see cref="Check"/> before <see cref="Run"/>.
/// </summary>
internal static class ConvertKernels
{
    private enum Road
    {
        Copy,
        Swap,
        Values,
    }

    /// <summary>Converts every item of the source into its place in the destination. Assumes no harmful overlap, as a copy does.</summary>
    /// <exception cref="ViewArgumentException">A format that is not a single value, unless both are equal.</exception>
    /// <exception cref="ItemRangeException">A value that the destination's format does not hold: items before it, in some order, are written.</exception>
    /// <exception cref="ItemTypeException">A kind that does not become the other.</exception>
    public static void Run(scoped in Operand destination, ItemFormat to, scoped in Operand source, ItemFormat from)
    {
        switch (Choose(to, destination.Layout.ItemSize, from, source.Layout.ItemSize))
        {
            case Road.Copy:
                CopyKernels.Run(in destination, in source);
                break;
            case Road.Swap:
                Swap(in destination, in source, from.Scalar);
                break;
            default:
                ConvertRow row = new(to, from);
                LoopNest.Run(in destination, in source, LoopOrder.Free, ref row);
                break;
        }
    }

    /// <summary>Converts every item of the source into a scratch: throws what <see cref="Run"/> would, and writes nothing. No pass is made where every value fits.</summary>
    /// <param name="to">The format to convert to.</param>
    /// <param name="toSize">Bytes in an item of the destination.</param>
    /// <param name="source">The items.</param>
    /// <param name="from">Their format.</param>
    /// <exception cref="ViewArgumentException">A format that is not a single value, unless both are equal.</exception>
    /// <exception cref="ItemRangeException">A value that the format does not hold.</exception>
    /// <exception cref="ItemTypeException">A kind that does not become the other.</exception>
    public static void Check(ItemFormat to, nint toSize, scoped in Operand source, ItemFormat from)
    {
        if (Choose(to, toSize, from, source.Layout.ItemSize) == Road.Values && !AlwaysFits(from.Scalar, to.Scalar))
        {
            ConvertCheckRow row = new(to, from);
            LoopNest.Run(in source, LoopOrder.C, ref row);
        }
    }

    /// <summary>Whether every value of one kind is known to have a place in the other.</summary>
    public static bool AlwaysFits(ScalarKind from, ScalarKind to)
    {
        if (!ScalarKinds.IsInteger(from))
        {
            return from == to;
        }

        (System.Int128 low, System.Int128 high) = ScalarKinds.Range(from);
        (System.Int128 least, System.Int128 most) = ScalarKinds.Range(to);
        return to is ScalarKind.Float32 or ScalarKind.Float64 || (ScalarKinds.IsInteger(to) && low >= least && high <= most);
    }

    private static Road Choose(ItemFormat to, nint toSize, ItemFormat from, nint fromSize)
    {
        if (toSize == fromSize && to.Equals(from))
        {
            return Road.Copy;
        }

        if (to.Scalar == ScalarKind.None || from.Scalar == ScalarKind.None)
        {
            throw Error.ConvertNotScalar(from.Text, to.Text);
        }

        CheckSize(to, toSize);
        CheckSize(from, fromSize);
        return to.Scalar != from.Scalar || to.Scalar == ScalarKind.LongDouble ? Road.Values
            : to.IsSwapped == from.IsSwapped ? Road.Copy : Road.Swap;
    }

    private static void CheckSize(ItemFormat format, nint itemSize)
    {
        if (format.Size != itemSize)
        {
            throw Error.FormatSizeDiffers(format.Text, format.Size, itemSize);
        }
    }

    private static void Swap(scoped in Operand destination, scoped in Operand source, ScalarKind kind)
    {
        int parts = ScalarKinds.IsComplex(kind) ? 2 : 1;
        switch (ScalarKinds.SizeOf(kind) / parts)
        {
            case 2:
                Swap<ushort>(in destination, in source, parts);
                break;
            case 4:
                Swap<uint>(in destination, in source, parts);
                break;
            default:
                Swap<ulong>(in destination, in source, parts);
                break;
        }
    }

    private static void Swap<T>(scoped in Operand destination, scoped in Operand source, int parts)
        where T : unmanaged, System.Numerics.IBinaryInteger<T>
    {
        SwapRow<T> row = new(parts);
        LoopNest.Run(in destination, in source, LoopOrder.Free, ref row);
    }
}
