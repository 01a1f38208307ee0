using System;
using System.Collections.Generic;
using System.Numerics;
using System.Text;

namespace MemoryViews;

// CPython casts bytes to one native code or back, C-contiguous only; MemoryView.Cast has none of these limits.
public sealed partial class PythonView
{
    /// <summary>The same bytes under another format. Python: <c>view.cast(format)</c>.</summary>
    /// <param name="format">The format, a string.</param>
    /// <exception cref="ViewReleasedException">The view has been released. Python: ValueError.</exception>
    /// <exception cref="ViewOperationException">Not C-contiguous. Python: TypeError.</exception>
    /// <exception cref="ViewArgumentException">Not a string, lengths of 0, between two non-byte formats, bytes left over (TypeError); a format that
    /// is not native (ValueError) or not ASCII (UnicodeEncodeError).</exception>
    public PythonView Cast(object? format) => Cast(format, null, hasShape: false);

    /// <summary>The same bytes under another format, in a shape of its own. Python: <c>view.cast(format, shape)</c>.</summary>
    /// <param name="format">The format, a string.</param>
    /// <param name="shape">A list or tuple of ints; empty for a scalar.</param>
    /// <exception cref="ViewReleasedException">The view has been released. Python: ValueError.</exception>
    /// <exception cref="ViewOperationException">Not C-contiguous. Python: TypeError.</exception>
    /// <exception cref="ViewArgumentException">As for <see cref="Cast(object?)"/>; a shape that is no list, has elements that are no ints, neither
    /// side of one axis, or another number of bytes (TypeError); lengths below 1, too many axes or items (ValueError).</exception>
    /// <exception cref="ItemRangeException">A length beyond native integers. Python: OverflowError.</exception>
    public PythonView Cast(object? format, object? shape) => Cast(format, shape, hasShape: true);

    private PythonView Cast(object? format, object? shape, bool hasShape)
    {
        string text = format as string ?? throw Error.FormatNotString(format);
        CheckReleased();
        if (!IsStrict)
        {
            return CastAny(text, shape, hasShape);
        }

        object?[] lengths = CheckCast(shape, hasShape);
        ItemFormat target = TargetOf(text);
        CheckBytes(target);
        return With(hasShape ? View.Cast(target, CheckShape(lengths, target.Size)) : View.Cast(target));
    }

    /// <summary>What is checked before the format is looked at.</summary>
    private object?[] CheckCast(object? shape, bool hasShape)
    {
        if (!View.IsCContiguous)
        {
            throw Error.CastNotCContiguous(View.Layout.ToString());
        }

        if ((hasShape || View.Rank != 1) && View.Shape.Contains(0))
        {
            throw Error.CastEmpty(View.Shape);
        }

        if (!hasShape)
        {
            return [];
        }

        object?[] lengths = ToLengths(shape);
        return View.Rank == 1 || lengths.Length == 1 ? lengths : throw Error.CastRanks(View.Rank, lengths.Length);
    }

    private static object?[] ToLengths(object? shape)
    {
        IReadOnlyList<object?> list = shape as IReadOnlyList<object?> ?? throw Error.ShapeNotList(shape);
        int count = list.Count;
        object?[] lengths = count <= Layout.MaxRank ? new object?[Math.Max(count, 0)] : throw Error.CastRank(count, Layout.MaxRank);
        for (int axis = 0; axis < lengths.Length; axis++)
        {
            lengths[axis] = list[axis];
        }

        return lengths;
    }

    /// <summary>'@' or nothing, and one native code. What follows a NUL does not count, as in C.</summary>
    private static ItemFormat TargetOf(string text)
    {
        string cut = Cut(text);
        return ItemFormat.TryParse(cut, null, out ItemFormat? target) && target.NativeCode != '\0' ? target : throw Error.CastTarget(cut);
    }

    private static string Cut(string text) => Ascii.IsValid(text) ? text.Split('\0', 2)[0] : throw Error.FormatNotAscii(text);

    private void CheckBytes(ItemFormat target)
    {
        if (!IsByte(View.Format) && !IsByte(target))
        {
            throw Error.CastBetween(Format, target.Text);
        }

        if (ByteLength % target.Size != 0)
        {
            throw Error.CastRemainder(target.Text, target.Size, ByteLength);
        }
    }

    private static bool IsByte(ItemFormat format) => format.NativeCode is 'b' or 'B' or 'c';

    private nint[] CheckShape(object?[] lengths, nint itemSize)
    {
        nint bytes = itemSize;
        nint[] shape = new nint[lengths.Length];
        for (int axis = 0; axis < shape.Length; axis++)
        {
            shape[axis] = ToLength(lengths[axis], axis);
            bytes = shape[axis] <= nint.MaxValue / bytes ? bytes * shape[axis] : throw Error.CastTooLarge(axis);
        }

        return bytes == ByteLength ? shape : throw Error.CastProduct(shape, itemSize, ByteLength);
    }

    // An int itself: objects with __index__ are refused here, and only here.
    private static nint ToLength(object? element, int axis)
    {
        if (!PythonNumber.IsInt(element))
        {
            throw Error.LengthNotInt(element, axis);
        }

        PythonNumber.TryIndex(element, out BigInteger value);
        if (value > nint.MaxValue || value < nint.MinValue)
        {
            throw Error.LengthOverflow(value);
        }

        return value > 0 ? (nint)value : throw Error.LengthNotPositive(value, axis);
    }

    private PythonView CastAny(string text, object? shape, bool hasShape)
    {
        ItemFormat target = ItemFormat.Parse(Cut(text));
        if (!hasShape)
        {
            return With(View.Cast(target));
        }

        object?[] lengths = ToLengths(shape);
        nint[] wanted = new nint[lengths.Length];
        for (int axis = 0; axis < wanted.Length; axis++)
        {
            wanted[axis] = PythonNumber.TryIndex(lengths[axis], out BigInteger value) ? PythonKey.Clamp(value) : throw Error.LengthNotInt(lengths[axis], axis);
        }

        return With(View.Cast(target, wanted));
    }
}
