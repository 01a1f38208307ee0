using System;

namespace MemoryViews;

/// <summary>Python's <c>PyBuffer_*</c> functions that stand on their own.</summary>
/// <remarks>Stateless: safe to use from any thread.</remarks>
public static class BufferProtocol
{
    /// <summary>Bytes an item of a format takes. Python: <c>PyBuffer_SizeFromFormat</c>, <c>struct.calcsize</c>.</summary>
    /// <param name="format">The format.</param>
    /// <exception cref="ViewSyntaxException">The format cannot be parsed.</exception>
    public static nint SizeOfFormat(string format) => ItemFormat.Parse(format).Size;

    /// <summary>Whether a loan's items lie in one run in the order asked. Python: <c>PyBuffer_IsContiguous</c>.</summary>
    /// <param name="export">The loan.</param>
    /// <param name="order">The order; <see cref="AxisOrder.Any"/> takes either.</param>
    public static bool IsContiguous(BufferExport export, AxisOrder order)
    {
        ArgumentNullException.ThrowIfNull(export);
        return export.Layout.IsContiguousIn(order);
    }
}
