using System;
using System.Buffers;
using System.IO;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace MemoryViews.Tensors;

/// <summary>Sums of views of any layout, by the vectorised sums of <see cref="TensorPrimitives"/>.</summary>
public static class TensorSums
{
    // Rows shorter than this cost more to find than to copy together.
    private const int LongRow = 64;

    // Stays in the first cache between the copy and the sum.
    private const int BufferBytes = 1 << 14;

    // A span holds twice as many.
    private const nint MostAtOnce = 1 << 30;

    /// <summary>
    /// The sum of all items, in the item type: integers wrap as <see cref="TensorPrimitives.Sum{T}"/> does, and floats are added in the order that is
    /// fastest, so their last digits may differ from a loop's. 0 for no items.
    /// </summary>
    /// <typeparam name="T">The format's own type; nothing is converted.</typeparam>
    /// <param name="view">The view, of any rank and layout.</param>
    /// <exception cref="ItemTypeException">The items are no <typeparamref name="T"/>, or have a foreign byte order.</exception>
    /// <exception cref="ViewReleasedException">The view has been released.</exception>
    /// <example><c>double total = view[.., 2].Sum&lt;double&gt;();</c></example>
    public static T Sum<T>(this MemoryView view)
        where T : unmanaged, IAdditionOperators<T, T, T>, IAdditiveIdentity<T, T>
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.IsContiguous && view.ItemCount <= MostAtOnce)
        {
            using ReadOnlyLease lease = view.LeaseReadOnly();
            return TensorPrimitives.Sum(lease.Span<T>());
        }

        CheckType<T>(view);
        if (view.Layout.IsIndirect)
        {
            return SumGathered<T>(view);
        }

        using MemoryView sorted = view.WithLayout(view.Format, SumOrder.Of(view.Layout));
        return SumSorted<T>(sorted);
    }

    private static T SumSorted<T>(MemoryView view)
        where T : unmanaged, IAdditionOperators<T, T, T>, IAdditiveIdentity<T, T>
    {
        if (view.ItemCount > MostAtOnce)
        {
            nint half = view.Length / 2;
            using MemoryView first = view.Slice(0, half), second = view.Slice(half, view.Length - half);
            return first.Sum<T>() + second.Sum<T>();
        }

        return view.Strides[^1] == view.ItemSize && view.Shape[^1] >= LongRow ? SumRows<T>(view) : SumGathered<T>(view);
    }

    private static T SumRows<T>(MemoryView view)
        where T : unmanaged, IAdditionOperators<T, T, T>, IAdditiveIdentity<T, T>
    {
        T sum = T.AdditiveIdentity;
        using ReadOnlyLease lease = view.LeaseReadOnly();
        foreach (ReadOnlyView1D<T> row in lease.Rows<T>())
        {
            row.TryGetSpan(out ReadOnlySpan<T> items);
            sum += TensorPrimitives.Sum(items);
        }

        return sum;
    }

    private static T SumGathered<T>(MemoryView view)
        where T : unmanaged, IAdditionOperators<T, T, T>, IAdditiveIdentity<T, T>
    {
        int size = (int)view.ItemSize, length = Math.Max(BufferBytes / size, 1) * size;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            T sum = T.AdditiveIdentity;
            using Stream items = view.AsStream();
            for (int count; (count = items.Read(buffer.AsSpan(0, length))) > 0;)
            {
                sum += TensorPrimitives.Sum<T>(MemoryMarshal.Cast<byte, T>(buffer.AsSpan(0, count)));
            }

            return sum;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void CheckType<T>(MemoryView view)
        where T : unmanaged
    {
        using ReadOnlyLease lease = view.LeaseReadOnly();
        _ = lease.Rows<T>();
    }
}
