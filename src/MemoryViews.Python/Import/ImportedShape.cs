using System;

namespace MemoryViews.Python;

/// <summary>
/// Where the items of a filled buffer lie, relative to the lowest byte that they touch. Nothing is believed before it is checked.
/// <code>
///   memory   [low ............ 0 ............ low + length)     bytes relative to buf, where item (0, ..., 0) is; low is negative
///                              ^ buf                             where strides are
/// </code>
/// </summary>
internal static unsafe class ImportedShape
{
    /// <summary>The layout, with what the buffer leaves out rebuilt: one row without a shape, C order without strides.</summary>
    /// <param name="buffer">A filled buffer.</param>
    /// <param name="low">The lowest byte, relative to buf.</param>
    /// <param name="length">Bytes from there on.</param>
    /// <exception cref="BufferException">The buffer cannot be.</exception>
    public static Layout Read(PyBuffer* buffer, out nint low, out nint length)
    {
        if (buffer->Shape is null || buffer->NDim == 0)
        {
            return Plain(buffer, out low, out length);
        }

        if (buffer->NDim is < 0 or > Layout.MaxRank)
        {
            throw Error.BrokenBuffer("object", $"it has {buffer->NDim} axes, and a view has 0 to {Layout.MaxRank}");
        }

        ReadOnlySpan<nint> shape = new(buffer->Shape, buffer->NDim);
        low = Lowest(buffer, shape);
        Layout layout = Arrange(buffer, shape, -low);
        (nint first, nint end) = layout.Bounds;
        length = end - first;
        CheckAddresses((nint)buffer->Buf, low, (Int128)low + length);
        return layout;
    }

    // Steps backwards reach below buf, on the axes in front of the first pointer. An impossible shape is refused with the layout.
    private static nint Lowest(PyBuffer* buffer, ReadOnlySpan<nint> shape)
    {
        Int128 low = 0;
        bool behindPointer = buffer->Strides is null;
        for (int axis = 0; axis < shape.Length && !behindPointer; axis++)
        {
            if (buffer->Strides[axis] < 0 && shape[axis] > 0)
            {
                low += (Int128)buffer->Strides[axis] * (shape[axis] - 1);
            }

            behindPointer = buffer->Suboffsets is not null && buffer->Suboffsets[axis] >= 0;
        }

        return shape.Contains(0) ? 0 : low > nint.MinValue ? (nint)low : throw Error.BrokenBuffer("object", $"it reaches {low} bytes from its address");
    }

    private static Layout Plain(PyBuffer* buffer, out nint low, out nint length)
    {
        low = 0;
        length = buffer->Len;
        CheckAddresses((nint)buffer->Buf, 0, length);
        if (buffer->NDim == 0 && buffer->Len == buffer->ItemSize)
        {
            return Layout.Contiguous(buffer->ItemSize, []);
        }

        nint size = buffer->ItemSize > 0 && buffer->Len % buffer->ItemSize == 0 ? buffer->ItemSize : 1;
        return Layout.Contiguous(size, [buffer->Len / size]);
    }

    private static Layout Arrange(PyBuffer* buffer, ReadOnlySpan<nint> shape, nint offset)
    {
        if (buffer->Strides is null)
        {
            return Layout.Contiguous(buffer->ItemSize, shape); // never below buf: the offset is 0
        }

        ReadOnlySpan<nint> strides = new(buffer->Strides, shape.Length);
        return buffer->Suboffsets is null
            ? Layout.Strided(buffer->ItemSize, shape, strides, offset)
            : Layout.Indirect(buffer->ItemSize, shape, strides, new(buffer->Suboffsets, shape.Length), offset);
    }

    // Saturated bounds are refused too: nint.MaxValue bytes from any address are beyond memory.
    private static void CheckAddresses(nint address, nint low, Int128 high)
    {
        if (high < low)
        {
            throw Error.BrokenBuffer("object", $"its length is {high - low}");
        }

        if (high != low && (address == 0 || (Int128)address + low <= 0 || address + high > nint.MaxValue))
        {
            throw Error.BrokenBuffer("object", $"bytes {low} to {high} from address {address} are not memory");
        }
    }
}
