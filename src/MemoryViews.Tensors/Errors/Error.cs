using System;
using System.Globalization;

namespace MemoryViews.Tensors;

/// <summary>Every exception of this package is made here, one method a throw site.</summary>
internal static class Error
{
    public static Exception Scalar(in Layout layout) => Refuse(in layout, "it has no axes, and tensors have one or more", "Reshape(1) first");

    public static Exception Indirect(in Layout layout) => Refuse(in layout, "it follows pointers, and a tensor is one memory", "index the axis of pointers, or copy with ToTensor");

    public static Exception NegativeStride(int axis, in Layout layout)
        => Refuse(in layout, $"axis {axis} has the negative stride {Number(layout.Strides[axis])}, and tensors run forward", $"Flip({axis}) first, or copy with ToTensor");

    public static Exception PartialStride(int axis, in Layout layout) => Refuse(
        in layout,
        $"the stride {Number(layout.Strides[axis])} of axis {axis} is no multiple of the item size {Number(layout.ItemSize)}, and tensors count strides in items",
        "copy with ToTensor");

    public static Exception Interleaved(int axis, int other, in Layout layout) => Refuse(
        in layout,
        $"axis {axis} steps {Number(layout.Strides[axis])} bytes, inside the reach of axis {other}, and the axes of tensors neither overlap nor interleave",
        "copy with ToTensor");

    public static Exception NotAnArray(object? exporter, in Layout layout) => Refuse(
        in layout,
        $"its memory is not a whole .NET array of the items ({exporter?.GetType().Name ?? "nobody's"}), and a Tensor<T> keeps such an array",
        "LeaseTensor for a span of it, or copy with ToTensor");

    public static Exception ReadOnly(in Layout layout) => Refuse(in layout, "it is read-only, and a Tensor<T> writes", "LeaseReadOnlyTensor, or copy with ToTensor");

    private static TensorLayoutException Refuse(in Layout layout, string reason, string instead)
        => new($"The view ({layout}) is no tensor: {reason}. What works: {instead}.", layout.Shape, layout.Strides);

    private static string Number(nint value) => value.ToString(CultureInfo.InvariantCulture);
}
