using System;
using System.Globalization;

namespace MemoryViews;

internal static partial class Error
{
    public static Exception NoMapping(string path, string kind) => new ViewFileException(
        $"{path} is a {kind}: it has no size and cannot be mapped; read it into an array or a file, and view that.", path);

    public static Exception MadeUp(string path, string fileSystem) => new ViewFileException(
        $"{path} cannot be mapped: the system makes it up as it is read (file system {(fileSystem.Length > 0 ? fileSystem : "unknown")}); read it into an array, and view that.", path);

    public static Exception CannotCreate(string path, bool exists, Exception inner) => new ViewFileException(
        exists
            ? $"{path} cannot be created, because it is there already: open it, delete it first, or give another name."
            : $"{path} cannot be created ({inner.Message.TrimEnd('.')}): the folder must be there and let you write.",
        path,
        inner);

    public static Exception CannotSetLength(string path, long length, Exception inner) => new ViewFileException(
        string.Create(CultureInfo.InvariantCulture, $"{path} cannot get a length of {length} bytes ({inner.Message.TrimEnd('.')}): ask for what its disk and file system hold."), path, inner);

    public static Exception NoAddresses(string path, long length, Exception? inner) => new ViewFileException(
        string.Create(CultureInfo.InvariantCulture, $"{length} bytes of {path} were to be mapped, more than this process has addresses for: give an offset and a length, and map it part by part."), path, inner);

    public static Exception CutShort(string path, long offset, nint length, long size) => new ViewFileException(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{path} has been cut to {size} bytes since it was mapped, but bytes {offset} to {offset + (Int128)length} were asked: touching them would end the process; close it and open it again."),
        path);

    public static Exception CutShortChecked(string path, long offset, nint length, long size) => new ViewFileException(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{path} now ends after {size} bytes, but bytes {offset} to {offset + (Int128)length} were asked: it has been cut short since it was opened; open it again to see what is left."),
        path);

    public static Exception CannotReadFile(string path, long offset, int length, Exception inner) => new ViewFileException(
        string.Create(CultureInfo.InvariantCulture, $"{path} cannot be read at bytes {offset} to {offset + length}: {inner.Message.TrimEnd('.')}."), path, inner);

    public static Exception CannotWriteFile(string path, long offset, int length, Exception inner) => new ViewFileException(
        string.Create(CultureInfo.InvariantCulture, $"{path} does not take bytes {offset} to {offset + length}: {inner.Message.TrimEnd('.')}. It may have taken some of them."), path, inner);

    public static Exception CheckedLendsNothing(string name) => new ViewNotSupportedException(
        ViewErrorCode.NotSupported,
        $"{name} is read and written through the system and has no address, so there are no leases, spans or pins of it: copy the items, or open the file without isChecked.");

    public static Exception IndirectChecked(string name) => new ViewNotSupportedException(
        ViewErrorCode.NotSupported, $"A layout that follows pointers was asked over {name}, which is read and written through the system: what lies in a file are no addresses.");

    public static Exception SnapshotForWriting(string path) => new ViewFileException(
        $"{path} can be read but not written back to: it has no places to write to; open it with MapAccess.ReadOnly or CopyOnWrite.", path);

    public static Exception SnapshotTooLong(string path, long limit) => new ViewFileException(
        string.Create(CultureInfo.InvariantCulture, $"{path} may have no end, and gave more than {limit} bytes: say how many are wanted (offset and length)."), path);

    public static Exception CannotFlush(string path, long offset, nint length, string reason, Exception? inner) => new ViewFileException(
        string.Create(
            CultureInfo.InvariantCulture,
            $"Bytes {offset} to {offset + (Int128)length} of {path} could not be written back ({reason.TrimEnd('.')}): they are still in memory; make room or mend the disk, and flush again."),
        path,
        inner);

    public static Exception CannotAdvise(string path, string advice, long offset, nint length, string reason) => new ViewFileException(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{advice} of bytes {offset} to {offset + (Int128)length} of {path} failed ({reason.TrimEnd('.')}): the disk or the memory could not serve it; take a smaller range, or touch the bytes when they are needed."),
        path);

    public static Exception MappedRange(string operation, string name, nint offset, nint length, nint size) => new ViewArgumentException(
        ViewErrorCode.OutOfBounds,
        string.Create(
            CultureInfo.InvariantCulture,
            $"Bytes {offset} to {offset + (Int128)length} were to be {operation}, but {name} has {size} mapped: offset and length are 0 or more and end within them."));

    public static Exception UnknownMapAccess(int access) => new ViewArgumentException(
        ViewErrorCode.InvalidArgument, $"The access {access} is unknown: give MapAccess.ReadOnly, ReadWrite or CopyOnWrite.", "access");

    public static Exception UnknownMapAdvice(int advice) => new ViewArgumentException(
        ViewErrorCode.InvalidArgument, $"The advice {advice} is unknown: give a value of MapAdvice, such as Random.", "advice");

    public static Exception FileLength(long length, long most) => new ViewArgumentException(
        ViewErrorCode.InvalidArgument, string.Create(CultureInfo.InvariantCulture, $"A length of {length} bytes was asked: it is 0 to {most}."), "length");

    public static Exception ResizeNeedsWriting(string path, string access) => new ViewNotSupportedException(
        ViewErrorCode.ReadOnly, $"{path} cannot be resized, because it is mapped {access}: open it with MapAccess.ReadWrite.");

    public static Exception ResizeWouldCut(string path, long end, long size) => new ViewOperationException(
        ViewErrorCode.OutOfBounds,
        string.Create(CultureInfo.InvariantCulture, $"{path} cannot end with a mapping that ends at byte {end}: it has {size} bytes, and those behind would be lost; map it to its end."));
}
