using System;
using System.Collections.Generic;
using System.Linq;

namespace MemoryViews.Files;

internal static partial class Error
{
    public static Exception NotZip() => new ArrayFileException(
        ViewErrorCode.FormatSyntax, "The file has no end record of a zip archive, so it is no npz file, or was cut short: npy files are opened with NpyFile.");

    public static Exception ZipOutside(string what, long offset, long length, long size) => new ArrayFileException(
        ViewErrorCode.OutOfBounds,
        $"{Quote(what)} of the archive is said to take {Bytes(length)} from {offset} on, but the file has {Bytes(size)}: the archive is damaged or was cut short.");

    public static Exception ZipSignature(string what) => new ArrayFileException(
        ViewErrorCode.FormatSyntax, $"{Quote(what)} of the archive does not start with its signature: the archive is damaged.");

    public static Exception ZipDirectoryPlace(long offset, long bytes, long end) => new ArrayFileException(
        ViewErrorCode.OutOfBounds,
        $"The archive's directory is said to take {Bytes(bytes)} from {offset} on, but it has to end at {end}: the archive is damaged or was cut short.");

    public static Exception Encrypted(string name) => new ArrayFileException(
        ViewErrorCode.NotSupported, $"Member {Quote(name)} is encrypted: npz files are not; decrypt the archive first.");

    public static Exception Method(string name, int method) => new ArrayFileException(
        ViewErrorCode.NotSupported, $"Member {Quote(name)} is packed by method {method}: stored (0) and deflated (8) members can be read.");

    public static Exception StoredSizes(string name, long compressed, long size) => new ArrayFileException(
        ViewErrorCode.FormatSyntax, $"Member {Quote(name)} is stored, but said to have {Bytes(compressed)} packed and {Bytes(size)} unpacked: the archive is damaged.");

    public static Exception InflatedTooLarge(string name, long size, long most) => new ArrayFileException(
        ViewErrorCode.OutOfMemory, $"Member {Quote(name)} takes {Bytes(size)} when inflated, and {most} are left of the limit: raise NpzOptions.MaxInflatedBytes if the file is to be trusted.");

    public static Exception InflatedRatio(string name, long compressed, long size) => new ArrayFileException(
        ViewErrorCode.FormatSyntax, $"Member {Quote(name)} is said to inflate from {Bytes(compressed)} to {size}, which deflate cannot do: the archive is damaged, or meant to do harm.");

    public static Exception InflatedShort(string name, long size, long got) => new ArrayFileException(
        ViewErrorCode.OutOfBounds, $"Member {Quote(name)} is said to inflate to {Bytes(size)}, but ends after {got}: the archive is damaged.");

    public static Exception InflatedLong(string name, long size) => new ArrayFileException(
        ViewErrorCode.OutOfBounds, $"Member {Quote(name)} is said to inflate to {Bytes(size)}, but goes on behind them: the archive is damaged, or meant to do harm.");

    public static Exception Checksum(string name, uint wanted, uint got) => new ArrayFileException(
        ViewErrorCode.FormatSyntax, $"Member {Quote(name)} has checksum {got:x8}, and {wanted:x8} is written in the directory: the archive is damaged.");

    public static Exception NotDeflate(string name, Exception inner) => new ArrayFileException(
        ViewErrorCode.FormatSyntax, $"Member {Quote(name)} is no deflated data: the archive is damaged.", inner);

    public static Exception NoMember(string name, IReadOnlyList<string> names)
    {
        const int Most = 10;
        string known = string.Join(", ", names.Take(Most).Select(Quote));
        return new ArrayFileException(
            ViewErrorCode.NotFound, $"There is no member {Quote(name)}: the members are {(names.Count == 0 ? "none" : known)}{(names.Count > Most ? ", ..." : "")}.");
    }

    public static Exception NpzReadWrite() => new ArrayFileException(
        ViewErrorCode.NotSupported,
        "An npz archive was to be opened for writing, but it keeps a checksum of every member, which writing would make wrong: open it copy-on-write and save it anew.");

    public static Exception MemberName(string? name) => new ArrayFileException(
        ViewErrorCode.InvalidArgument, $"{Quote(name ?? "")} cannot be the name of a member: names stand once each, are not empty, and have 65,531 bytes at most.");

    public static Exception NoArray(string name) => new ArrayFileException(
        ViewErrorCode.InvalidArgument, $"Member {Quote(name)} has no array (null): give a view, or anything that lends its memory, for every name.");

    public static Exception OnlyWritten() => new ArrayFileException(ViewErrorCode.NotSupported, "This stream is written to from start to end, and nothing else.");
}
