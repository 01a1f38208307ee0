using System;
using System.Collections.Generic;
using System.Linq;

namespace MemoryViews.Files;

// Refusals of parts are made when a header is read and thrown when the part is asked for, so most of these return the exception's own type.
internal static partial class Error
{
    public static Exception HeaderCut(string kind, long at, long count, long length) => new ArrayFileException(
        ViewErrorCode.OutOfBounds,
        $"The header of this {kind} needs {Bytes(count)} at {at}, but the file has {Bytes(length)}: it is damaged or was cut short.");

    public static Exception HeaderValue(string kind, string what, object value, string wanted) => new ArrayFileException(
        ViewErrorCode.FormatSyntax, $"The header of this {kind} says {value} for {what}: {wanted}.");

    public static Exception RecordCut(long index, long at, long count, long length) => new ArrayFileException(
        ViewErrorCode.OutOfBounds,
        $"Record {index} at {at} takes {Bytes(count)}, but the file has {Bytes(length)}: it was cut short; the {index} in front of it are whole.");

    public static Exception NoPart(string name, IReadOnlyList<string> names)
    {
        const int Most = 10;
        string known = names.Count == 0 ? "none" : string.Join(", ", names.Take(Most).Select(Quote));
        return new ArrayFileException(ViewErrorCode.NotFound, $"There is no part {Quote(name)}: the parts are {known}{(names.Count > Most ? ", ..." : "")}.");
    }

    public static Exception PartRefused(ArrayFileException reason) => new ArrayFileException(reason.Code, reason.Message, reason);

    public static ArrayFileException PartOutside(string kind, string what, Int128 low, Int128 high, long length) => new(
        ViewErrorCode.OutOfBounds,
        $"{Quote(what)} of this {kind} lies at bytes [{low}, {high}), but the file has {Bytes(length)}: it is damaged or was cut short; view what "
        + $"there is by hand.");

    public static ArrayFileException PartRank(string what, long rank) => new(
        ViewErrorCode.InvalidShape, $"{Quote(what)} has {rank} axes: views have {Layout.MaxRank} at most.");

    public static ArrayFileException Packed(string what, string how, string instead) => new(
        ViewErrorCode.NotSupported, $"{Quote(what)} is {how}, which no view can show: {instead}.");

    public static ArrayFileException Uneven(string what, long index, long expected, long found) => new(
        ViewErrorCode.NotExpressible,
        $"{Quote(what)} is no one view: piece {index} lies at {found}, and strides want it at {expected}; take the pieces one by one, or rewrite the "
        + $"file in order.");

    public static ArrayFileException Missing(string what, long wanted, long found) => new(
        ViewErrorCode.FormatSyntax, $"{Quote(what)} has {wanted} pieces, but the header places {found}: the file is damaged.");

    public static ArrayFileException SharedTables(string what, long count, long left) => new(
        ViewErrorCode.NotSupported,
        $"{Quote(what)} has {count} pieces, and {left} more can be placed in a file of this size: its images share tables, which an honest file's do not.");

    public static Exception NotTogether() => new ArrayFileException(
        ViewErrorCode.NotContiguous,
        "The bytes to be recognised do not lie together in C order: give the file's bytes as they are, or copy them first with ToBytes.");

    public static ArrayFileException Absent(string what, long index) => new(
        ViewErrorCode.NotExpressible,
        $"{Quote(what)} is no one view: piece {index} is not stored (a sparse file), so it has no bytes; rewrite the file with every piece.");

    public static ArrayFileException GridCount(string name, long rows, long columns, long nodes) => new(
        ViewErrorCode.FormatSyntax, $"Sub-grid {Quote(name)} has {nodes} nodes, but its edges and steps make {rows} rows of {columns}: the file is damaged.");
}
