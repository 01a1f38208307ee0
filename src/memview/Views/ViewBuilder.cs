using System;
using System.Globalization;

namespace MemoryViews.Command;

/// <summary>Applies a request to bytes, in its fixed order: skip, length, type, shape with strides or order, then VIEW from left to right.</summary>
internal static class ViewBuilder
{
    public static ChosenView Build(ViewRequest request, Source source)
    {
        long size = source.Start + source.Bytes.Length;
        Window window = Window.Of(source.Name, request.Skip, request.Length, size);
        nint itemSize = request.Format.Size;
        (Layout layout, long dropped) = request.Shape is null
            ? Flat(request, window, itemSize)
            : Shaped(request, window, itemSize, source.Name);
        MemoryView view = source.Bytes.WithLayout(request.Format, Moved(layout, (nint)(window.Low - source.Start)));
        return ViewSteps.Apply(request.Steps, new(ViewSteps.Unfold(view), null, source.Start, dropped));
    }

    private static Layout Moved(in Layout layout, nint by) => Layout.Strided(layout.ItemSize, layout.Shape, layout.Strides, layout.Offset + by);

    private static (Layout Layout, long Dropped) Flat(ViewRequest request, Window window, nint itemSize)
    {
        long left = window.Length % itemSize;
        return left == 0 || request.DropsTail
            ? (Layout.Contiguous(itemSize, [(nint)(window.Length / itemSize)]), left)
            : throw Error.LeftOver(window.Length, itemSize, isShaped: false);
    }

    private static (Layout Layout, long Dropped) Shaped(ViewRequest request, Window window, nint itemSize, string name)
    {
        nint[] shape = (nint[])request.Shape!.Clone();
        if (request.Strides is { } strides)
        {
            return (StridedLayout.Of(shape, strides, itemSize, window, name), 0);
        }

        long dropped = FillIn(shape, itemSize, window, request.DropsTail);
        Int128 needed = Product(shape) * itemSize;
        return needed <= window.Length
            ? (Layout.Contiguous(itemSize, shape, request.Order ?? AxisOrder.C), dropped)
            : throw Error.ShapeTooLarge(Text(shape), itemSize, needed, window, name);
    }

    /// <summary>Puts a length in the place of -1; the bytes that makes no use of are given back.</summary>
    private static long FillIn(nint[] shape, nint itemSize, Window window, bool dropsTail)
    {
        int open = Array.IndexOf(shape, -1);
        if (open < 0)
        {
            return 0;
        }

        shape[open] = 1;
        Int128 row = Product(shape) * itemSize;
        Int128 left = row == 0 ? 0 : window.Length % row;
        shape[open] = row == 0 ? 0 : (nint)(window.Length / row);
        return left == 0 || dropsTail ? (long)left : throw Error.LeftOver(window.Length, (nint)Int128.Min(row, nint.MaxValue), shape.Length > 1);
    }

    /// <summary>The number of items, or a number larger than any file when the true one is: each factor is below 2^63, so a product of two fits.</summary>
    internal static Int128 Product(ReadOnlySpan<nint> shape)
    {
        if (shape.Contains(0))
        {
            return 0;
        }

        Int128 product = 1;
        foreach (nint length in shape)
        {
            product = Int128.Min(product * length, long.MaxValue);
        }

        return product;
    }

    /// <summary>(3, 4), and (3,) for one axis: Python's tuples.</summary>
    internal static string Text(ReadOnlySpan<nint> numbers)
    {
        string text = string.Join(", ", Array.ConvertAll(numbers.ToArray(), number => number.ToString(CultureInfo.InvariantCulture)));
        return numbers.Length == 1 ? $"({text},)" : $"({text})";
    }
}
