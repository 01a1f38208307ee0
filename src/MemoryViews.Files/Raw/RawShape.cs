using System;

namespace MemoryViews.Files;

/// <summary>Where the items of a shape lie in a file of so many bytes; one length may be left to the file's size.</summary>
internal static class RawShape
{
    public static Layout Place(nint fileLength, nint itemSize, ReadOnlySpan<nint> shape, nint offset, AxisOrder order)
    {
        if (offset < 0 || offset > fileLength)
        {
            throw Error.RawOffset(offset, fileLength);
        }

        nint available = fileLength - offset;
        nint[] lengths = FillIn(shape, itemSize, available);
        Layout dense = Layout.Contiguous(itemSize, lengths, order);
        return dense.ByteLength <= available
            ? Layout.Strided(itemSize, lengths, dense.Strides, offset)
            : throw Error.RawShape(PythonText.Tuple(shape), itemSize, dense.ByteLength, available);
    }

    private static nint[] FillIn(ReadOnlySpan<nint> shape, nint itemSize, nint available)
    {
        nint[] lengths = shape.ToArray();
        int open = shape.IndexOf(-1);
        if (open < 0)
        {
            return lengths;
        }

        Int128 others = itemSize;
        for (int i = 0; i < lengths.Length; i++)
        {
            // Beyond the file's size the product grows no more, so it stays within 128 bits.
            bool isBad = i != open && lengths[i] < 0;
            others = isBad ? 0 : i == open ? others : Int128.Min(others * lengths[i], nint.MaxValue);
        }

        if (others == 0)
        {
            throw Error.RawInferred(PythonText.Tuple(shape));
        }

        lengths[open] = available % others == 0 ? (nint)(available / others) : throw Error.RawRemainder(PythonText.Tuple(shape), itemSize, available);
        return lengths;
    }
}
