using System;

namespace MemoryViews.Command;

internal static partial class Error
{
    public static Refusal SkipPastEnd(string name, Int128 skip, long size) => new(
        ExitCode.DoesNotFit,
        skip < 0
            ? $"skip {Count(skip)} counts from the end, and {Plain(name)} has {Bytes(size)}"
            : $"skip {Count(skip)} is past the end of {Plain(name)}, which has {Bytes(size)}",
        skip < 0 ? $"skip {Count(-size)} at most, or none" : $"skip at most {Count(size)}; a negative skip counts from the end");

    public static Refusal LeftOver(Int128 window, nint itemSize, bool isShaped) => new(
        ExitCode.DoesNotFit,
        $"{Bytes(window)} do not divide into {Count(itemSize)}-byte {(isShaped ? "rows of the shape" : "items")} ({Count(window % itemSize)} left over)",
        $"add --length {window - (window % itemSize)}, or --offset, or use a different --type");

    public static Refusal ShapeTooLarge(string shape, nint itemSize, Int128 needed, Window window, string name) => new(
        ExitCode.DoesNotFit,
        $"shape {shape} of {itemSize}-byte items needs {Bytes(needed)}, the window has {Count(window.Length)}",
        $"window is {window.Describe(name)}; {Count(window.Length)} = {Count(window.Length / itemSize)} x {itemSize} + {window.Length % itemSize}");

    public static Refusal StridesOutside(string shape, string strides, Int128 low, Int128 high, Window window, string name) => new(
        ExitCode.DoesNotFit,
        $"shape {shape} with strides {strides} touches bytes [{Count(low)}, {Count(high)}), the window is [{Count(window.Low)}, {Count(window.High)})",
        $"window is {window.Describe(name)}; move it with --skip, or ask for fewer items or smaller strides");

    public static Refusal StrideCount(int strides, int rank) => new(
        ExitCode.Usage, $"--strides names {strides} axes and --shape {rank}", "give one stride for each axis, in bytes");

    public static Refusal StridesWithoutShape() => new(
        ExitCode.Usage, "--strides needs a --shape", "as in --shape 3,5,3 --strides 16,3,1");

    public static Refusal StridesWithOrder() => new(
        ExitCode.Usage, "--strides and --order both say where items lie", "give one of them");

    public static Refusal OpenStride(string shape) => new(
        ExitCode.Usage, $"the -1 in shape {shape} cannot be inferred when its stride is 0 or less", "give the length of that axis");

    public static Refusal TwoOpenAxes(string shape) => new(
        ExitCode.Usage, $"shape {shape} leaves two axes open", "one -1 can be inferred, no more");

    public static Refusal ShapeLength(string shape, Int128 length) => new(
        ExitCode.Usage, $"shape {shape} holds the length {Count(length)}", "lengths are 0 or more, and one may be -1");

    public static Refusal TooManyAxes(int rank) => new(
        ExitCode.Usage, $"the shape has {rank} axes", $"{Layout.MaxRank} axes is the limit");
}
