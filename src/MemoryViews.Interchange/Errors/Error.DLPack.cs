using System;

namespace MemoryViews.Interchange;

internal static partial class Error
{
    public static Exception WrongMajor(uint major, uint minor) => new InterchangeException(
        ViewErrorCode.NotSupported,
        $"The tensor is of DLPack {major}.{minor}, whose structure is another: this is DLPack {DLPackVersion.CurrentMajor}.x. Ask the producer for max_version ({DLPackVersion.CurrentMajor}, {DLPackVersion.CurrentMinor}).");

    public static Exception NotOnCpu(DLDevice device) => new InterchangeException(
        ViewErrorCode.NotSupported,
        $"The tensor lies on device {(int)device.DeviceType} ({device.DeviceType}, number {device.DeviceId}): views are of memory of the CPU ({(int)DLDeviceType.Cpu}). Ask the producer to move it there.");

    public static Exception TypeNotInFormats(DLDataType type) => new InterchangeException(
        ViewErrorCode.FormatUnsupported,
        $"No item format says the type {type.Code} of {type.Bits} bits in {type.Lanes} lanes: integers of 8 to 64 bits, float of 16 to 64, complex of 64 and 128 and bool of 8 are understood. Ask the producer to convert.");

    public static Exception NoShape(int rank) => new InterchangeException(
        ViewErrorCode.InvalidArgument, $"The tensor has {rank} axes and no shape: a shape of that many lengths is needed, or 0 axes.");

    public static Exception BadExtent(int axis, long extent) => new InterchangeException(
        ViewErrorCode.InvalidShape, $"Axis {axis} of the tensor has {extent} items: lengths lie between 0 and {nint.MaxValue}.");

    public static Exception StrideOverflow(int axis, long stride, nint itemSize) => new InterchangeException(
        ViewErrorCode.OutOfBounds, $"Axis {axis} of the tensor steps {stride} items of {itemSize} bytes: the distance in bytes must be below 2^{(8 * nint.Size) - 1}.");

    public static Exception LegacyReadOnly() => new InterchangeException(
        ViewErrorCode.ReadOnly,
        "The view is read-only, which a tensor before DLPack 1.0 cannot say: use Export, which makes one of 1.x, or allow a copy (CopyPolicy.IfNeeded).");

    public static Exception NotATensorType(ItemFormat format) => new InterchangeException(
        ViewErrorCode.FormatUnsupported,
        $"DLPack has no word for items '{format}': it knows integers, half, float, double, complex and bool, and rows of them (\"(4)f\"). Take a field of the record, or cast to bytes (\"B\").");

    public static Exception StrideNotInItems(int axis, nint stride, nint itemSize) => new InterchangeException(
        ViewErrorCode.NotExpressible,
        $"Axis {axis} steps {stride} bytes over items of {itemSize}: DLPack counts strides in items. Export AsContiguous(), or allow a copy (CopyPolicy.IfNeeded).");

    public static Exception TensorIndirect() => new InterchangeException(
        ViewErrorCode.NotExpressible, "The layout follows pointers (suboffsets), which DLPack cannot say: export AsContiguous(), or allow a copy (CopyPolicy.IfNeeded).");
}
