using System;
using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews;

// Items: integers only, exactly as many as the rank.
public sealed partial class MemoryView
{
    private const int MostOnStack = 256;

    /// <summary>One item of a view of rank 1. Python: <c>view[i]</c>.</summary>
    /// <param name="index">The index; negative ones count from the end.</param>
    /// <returns>A number, bool, char, string, byte[] (formats c, s, p) or <see cref="Record"/>, as the format says.</returns>
    /// <exception cref="AxisIndexException">The index lies outside the axis.</exception>
    /// <exception cref="ViewArgumentException">The rank is not 1.</exception>
    /// <exception cref="ItemTypeException">Setting: the format does not take a value of this type.</exception>
    /// <exception cref="ItemRangeException">Setting: the value is outside the format's range.</exception>
    /// <exception cref="ViewNotSupportedException">The format's items cannot be read.</exception>
    /// <exception cref="ViewOperationException">Setting: the view is read-only.</exception>
    public object? this[nint index]
    {
        get => GetItem([index]);
        set => SetItem([index], value);
    }

    /// <summary>One item of a view of rank 2.</summary>
    /// <param name="i">Index on the first axis; negative ones count from the end.</param>
    /// <param name="j">Index on the second axis.</param>
    /// <inheritdoc cref="this[nint]"/>
    public object? this[nint i, nint j]
    {
        get => GetItem([i, j]);
        set => SetItem([i, j], value);
    }

    /// <summary>One item of a view of any rank; <c>view[[]]</c> for rank 0.</summary>
    /// <param name="indices">One index an axis; negative ones count from the end.</param>
    /// <inheritdoc cref="this[nint]"/>
    // The priority is for view[[]] alone, which a subscript of no elements could take as well.
    [OverloadResolutionPriority(1)]
    public object? this[params ReadOnlySpan<AxisIndex> indices]
    {
        get => GetItem(indices);
        set => SetItem(indices, value);
    }

    /// <summary>
    /// One item of a view of rank 1, without boxing. A <typeparamref name="T"/> of the format's own kind is read as it is, in any byte order;
    /// other numbers are converted by value, as a cast in C# does it: fractions are cut off for integers, a double beyond float is infinity; a struct
    /// must have the format's record layout.
    /// </summary>
    /// <typeparam name="T">int for "i", double for "d", a struct for a record.</typeparam>
    /// <param name="index">The index; negative ones count from the end.</param>
    /// <exception cref="AxisIndexException">The index lies outside the axis.</exception>
    /// <exception cref="ViewArgumentException">The rank is not 1.</exception>
    /// <exception cref="ItemTypeException">No conversion leads from the format to <typeparamref name="T"/>.</exception>
    /// <exception cref="ItemRangeException">The value is outside the range of <typeparamref name="T"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Get<T>(nint index)
        where T : unmanaged
    {
        BufferExport loan = _loan;
        if (_layout.TryOffset(ItemKey<T>.Rank1, index, out nint offset))
        {
            if (loan.Base is { } managed)
            {
                return Unsafe.ReadUnaligned<T>(ref ObjectBytes.At(managed, loan.Start + offset));
            }

            if (loan.Direct is { } block)
            {
                return block.Read<T>(offset);
            }
        }

        return GetSlow<T>(index);
    }

    /// <summary>One item of a view of rank 2, without boxing.</summary>
    /// <param name="i">Index on the first axis; negative ones count from the end.</param>
    /// <param name="j">Index on the second axis.</param>
    /// <inheritdoc cref="Get{T}(nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Get<T>(nint i, nint j)
        where T : unmanaged
    {
        BufferExport loan = _loan;
        if (_layout.TryOffset(ItemKey<T>.Rank2, i, j, out nint offset))
        {
            if (loan.Base is { } managed)
            {
                return Unsafe.ReadUnaligned<T>(ref ObjectBytes.At(managed, loan.Start + offset));
            }

            if (loan.Direct is { } block)
            {
                return block.Read<T>(offset);
            }
        }

        return GetSlow<T>(i, j);
    }

    /// <summary>One item of a view of any rank, without boxing; <c>view.Get&lt;int&gt;()</c> for rank 0.</summary>
    /// <param name="indices">One index an axis; negative ones count from the end.</param>
    /// <inheritdoc cref="Get{T}(nint)"/>
    public T Get<T>(params ReadOnlySpan<AxisIndex> indices)
        where T : unmanaged
    {
        BufferExport loan = Loan;
        ItemAccess access = Locate(indices);
        using MemoryScope scope = loan.Enter(access.Low, access.High);
        return TypedItem.Load<T>(_format, _layout.ItemSize, in scope.At(access.Low));
    }

    /// <summary>Writes one item of a view of rank 1, without boxing.</summary>
    /// <typeparam name="T">The value's type; other numbers than the format's own are converted by value.</typeparam>
    /// <param name="index">The index; negative ones count from the end.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="AxisIndexException">The index lies outside the axis.</exception>
    /// <exception cref="ViewArgumentException">The rank is not 1.</exception>
    /// <exception cref="ViewOperationException">The view is read-only.</exception>
    /// <exception cref="ItemTypeException">No conversion leads from <typeparamref name="T"/> to the format.</exception>
    /// <exception cref="ItemRangeException">The value is outside the format's range; nothing is written.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set<T>(nint index, T value)
        where T : unmanaged
    {
        BufferExport loan = _loan;
        if (_layout.TryOffset(ItemKey<T>.Rank1, index, out nint offset) && (_layout.Flags & ReadOnlyFlag) == 0)
        {
            if (loan.Base is { } managed)
            {
                Unsafe.WriteUnaligned(ref ObjectBytes.At(managed, loan.Start + offset), value);
                return;
            }

            if (loan.Direct is { } block)
            {
                block.Write(offset, value);
                return;
            }
        }

        Set([index], value);
    }

    /// <summary>Writes one item of a view of rank 2, without boxing.</summary>
    /// <param name="i">Index on the first axis; negative ones count from the end.</param>
    /// <param name="j">Index on the second axis.</param>
    /// <param name="value">The value.</param>
    /// <inheritdoc cref="Set{T}(nint, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set<T>(nint i, nint j, T value)
        where T : unmanaged
    {
        BufferExport loan = _loan;
        if (_layout.TryOffset(ItemKey<T>.Rank2, i, j, out nint offset) && (_layout.Flags & ReadOnlyFlag) == 0)
        {
            if (loan.Base is { } managed)
            {
                Unsafe.WriteUnaligned(ref ObjectBytes.At(managed, loan.Start + offset), value);
                return;
            }

            if (loan.Direct is { } block)
            {
                block.Write(offset, value);
                return;
            }
        }

        Set([i, j], value);
    }

    /// <summary>Writes one item of a view of any rank, without boxing.</summary>
    /// <param name="indices">One index an axis; negative ones count from the end.</param>
    /// <param name="value">The value.</param>
    /// <inheritdoc cref="Set{T}(nint, T)"/>
    public void Set<T>(ReadOnlySpan<AxisIndex> indices, T value)
        where T : unmanaged
    {
        BufferExport loan = ForWriting();
        ItemAccess access = Locate(indices);
        using MemoryScope scope = loan.Enter(access.Low, access.High, MemoryUse.Update);
        TypedItem.Store(_format, _layout.ItemSize, ref scope.At(access.Low), value);
        scope.Commit(access.Layout);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private T GetSlow<T>(nint index)
        where T : unmanaged => Get<T>([index]);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private T GetSlow<T>(nint i, nint j)
        where T : unmanaged => Get<T>([i, j]);

    private object? GetItem(ReadOnlySpan<AxisIndex> indices)
    {
        BufferExport loan = Loan;
        CheckReadable();
        ItemAccess access = Locate(indices);
        using MemoryScope scope = loan.Enter(access.Low, access.High);
        return _format.Read(MemoryMarshal.CreateReadOnlySpan(in scope.At(access.Low), (int)_layout.ItemSize));
    }

    // The value is converted into a copy of the item first: what user code does meanwhile, and a value that is refused half way, leave memory alone.
    private void SetItem(ReadOnlySpan<AxisIndex> indices, object? value)
    {
        BufferExport loan = ForWriting();
        CheckReadable();
        ItemAccess access = Locate(indices);
        int size = (int)_layout.ItemSize;
        byte[]? rented = size > MostOnStack ? ArrayPool<byte>.Shared.Rent(size) : null;
        Span<byte> item = rented is null ? stackalloc byte[MostOnStack] : rented;
        item = item[..size];
        using (MemoryScope scope = loan.Enter(access.Low, access.High))
        {
            MemoryMarshal.CreateReadOnlySpan(in scope.At(access.Low), size).CopyTo(item);
        }

        // Where pointers lead is looked up again: user code may have moved what lay behind them.
        _format.Write(item, value);
        loan = Loan;
        access = _layout.IsIndirect ? Locate(indices) : access;
        using (MemoryScope scope = loan.Enter(access.Low, access.High, MemoryUse.Overwrite))
        {
            item.CopyTo(MemoryMarshal.CreateSpan(ref scope.At(access.Low), size));
            scope.Commit(access.Layout);
        }

        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private void CheckReadable()
    {
        if (!_format.CanReadItems || _format.Size != _layout.ItemSize)
        {
            throw Error.UnreadableItems(_format.Text, _format.Size, _layout.ItemSize);
        }
    }

    private ItemAccess Locate(ReadOnlySpan<AxisIndex> indices)
    {
        if (indices.Length != _layout.Rank)
        {
            throw Error.WrongIndexCount(indices.Length, _layout.Rank);
        }

        Layout layout = _layout;
        if (layout.IsIndirect)
        {
            for (int axis = 0; axis < indices.Length; axis++)
            {
                layout = TakeFirst(layout, indices[axis].Resolve(axis, _layout.Shape[axis]));
            }

            return new(layout.Offset, layout.ItemSize);
        }

        nint offset = layout.Offset;
        ReadOnlySpan<nint> shape = layout.Shape, strides = layout.Strides;
        for (int axis = 0; axis < indices.Length; axis++)
        {
            offset += indices[axis].Resolve(axis, shape[axis]) * strides[axis];
        }

        return new(offset, layout.ItemSize);
    }

    /// <summary>Where one item lies: the bytes to enter.</summary>
    private readonly struct ItemAccess(nint offset, nint size)
    {
        public nint Low => offset;

        public nint High => offset + size;

        public Layout Layout => Layout.OfRank1(size, 1, size, offset);
    }
}
