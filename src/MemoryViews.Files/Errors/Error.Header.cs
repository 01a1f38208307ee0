using System;

namespace MemoryViews.Files;

internal static partial class Error
{
    public static Exception HeaderSyntax(string reason, string text, int position)
    {
        const int Reach = 24;
        int start = Math.Clamp(position - Reach, 0, text.Length), end = Math.Min(text.Length, Math.Max(position, 0) + Reach);
        return new ArrayFileException(
            ViewErrorCode.FormatSyntax,
            $"The npy header cannot be read at character {position}, near {Quote(text[start..end])}: {reason}");
    }

    public static Exception NotNpy(ReadOnlySpan<byte> start) => new ArrayFileException(
        ViewErrorCode.FormatSyntax,
        start.IsEmpty
            ? "There are no bytes at all, so no npy header: it starts with 93 'NUMPY'."
            : $"The bytes start with {Convert.ToHexStringLower(start[..Math.Min(start.Length, 8)])}, but an npy file starts with 934e554d5059, byte 93 and 'NUMPY': raw files are opened with RawFile.");

    public static Exception NpyVersion(int major, int minor) => new ArrayFileException(
        ViewErrorCode.NotSupported, $"The npy file has version {major}.{minor}: versions 1.0, 2.0 and 3.0 can be read.");

    public static Exception HeaderTruncated(long needed, long available) => new ArrayFileException(
        ViewErrorCode.OutOfBounds, $"The npy header takes {Bytes(needed)}, but only {Bytes(available)} are there: the file was cut short.");

    public static Exception HeaderTooLong(long asked, long most) => new ArrayFileException(
        ViewErrorCode.InvalidArgument,
        $"The npy header says it has {Bytes(asked)}, and {most} is the limit: raise NpyOptions.MaxHeaderBytes if the file is to be trusted.");

    public static Exception HeaderNotUtf8(Exception inner) => new ArrayFileException(
        ViewErrorCode.FormatSyntax, "The npy header of version 3.0 is not UTF-8, as it has to be.", inner);

    public static Exception HeaderNoDictionary(LiteralValue value) => new ArrayFileException(
        ViewErrorCode.FormatSyntax, $"The npy header is {value.Kind}: a dictionary of descr, fortran_order and shape is needed.");

    public static Exception HeaderKeys(string keys) => new ArrayFileException(
        ViewErrorCode.FormatSyntax, $"The npy header has the keys {Quote(keys)}: exactly descr, fortran_order and shape are needed.");

    public static Exception HeaderValue(string key, LiteralValue value, string wanted) => new ArrayFileException(
        ViewErrorCode.FormatSyntax, $"{Quote(key)} of the npy header is {value.Kind}: it has to be {wanted}.");

    public static Exception Extent(string what, Int128 extent) => new ArrayFileException(
        ViewErrorCode.InvalidShape, $"A length of {extent} stands in {what}: lengths are 0 to {nint.MaxValue}.");

    public static Exception Rank(string what, int rank) => new ArrayFileException(
        ViewErrorCode.InvalidShape, $"{rank} axes stand in {what}: a view has {Layout.MaxRank} at most.");

    public static Exception DataTruncated(nint needed, nint available) => new ArrayFileException(
        ViewErrorCode.OutOfBounds,
        $"The npy header promises {Bytes(needed)} of items, but {Bytes(available)} follow it: the file was cut short, or its header is wrong.");

    public static Exception SizeOverflow(string shape, nint itemSize) => new ArrayFileException(
        ViewErrorCode.InvalidShape, $"Shape {shape} of {itemSize}-byte items passes {nint.MaxValue} bytes, more than any file holds.");
}
