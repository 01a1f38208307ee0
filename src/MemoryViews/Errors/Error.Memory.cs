using System;
using System.Collections.Generic;
using System.Linq;

namespace MemoryViews;

internal static partial class Error
{
    public static Exception NegativeLength(nint length) => new ViewArgumentException(
        ViewErrorCode.InvalidArgument, $"A length of {length} bytes was asked: lengths are 0 or more.", "length");

    public static Exception UnknownClosePolicy(int policy) => new ViewArgumentException(
        ViewErrorCode.InvalidArgument, $"{policy} is no close policy: Fail refuses while others hold the memory, Wait waits for them, Defer closes behind them.", "policy");

    public static Exception BadAlignment(nint alignment) => new ViewArgumentException(
        ViewErrorCode.InvalidArgument, $"An alignment of {alignment} was asked: it is a power of two, 1 or more, such as 64.", "alignment");

    public static Exception NullAddress(nint length) => new ViewArgumentException(
        ViewErrorCode.InvalidArgument, $"A null address was given for {Describe.Bytes(length)}: only 0 bytes can be there.", "address");

    public static Exception OutOfMemory(nint byteLength, Exception? inner) => new InsufficientViewMemoryException(
        $"{Describe.Bytes(byteLength)} of native memory were asked, and the system has none to give: ask for less, or map a file.", inner);

    public static Exception HoldsReferences(Type element) => new ViewArgumentException(
        ViewErrorCode.NotAnExporter,
        $"Elements of type {element} hold references to other objects, so their bytes cannot be lent: arrays of numbers, characters and structs without references can.");

    public static Exception Closed(string name) => new ViewReleasedException(
        name, $"The memory ({name}) has been closed: make the view again over memory that is open.");

    public static Exception StillHeld(string operation, IReadOnlyList<ExportHolder> holders) => new BufferException(
        $"Cannot {operation}: {HolderText(holders)}. Release those first, or close with ClosePolicy.Wait or Defer.", ViewErrorCode.LoansOut, holders);

    public static Exception StillLent(string operation, IReadOnlyList<ExportHolder> holders) => new BufferException(
        $"Cannot {operation}: {HolderText(holders)}. Dispose or release the views that hold the memory first.", ViewErrorCode.LoansOut, holders);

    public static Exception WaitsForItself(string name, IReadOnlyList<ExportHolder> holders) => new BufferException(
        $"Cannot wait for {name} to close: this thread itself holds a lease on it ({HolderText(holders)}). Dispose the lease first, or close with ClosePolicy.Defer.",
        ViewErrorCode.LoansOut,
        holders);

    public static Exception FileRange(string path, long offset, long? length, long size) => new ViewArgumentException(
        ViewErrorCode.OutOfBounds,
        $"Bytes {offset} to {(length is null ? "the end" : (Int128)offset + length.Value)} of {path} were asked, but it has {size}: offset and length are 0 or more and end within it.");

    public static Exception IsDirectory(string path) => new ViewFileException(
        $"{path} is a directory: name a file in it.", path);

    public static Exception CannotOpen(string path, Exception inner) => new ViewFileException(
        inner switch
        {
            System.IO.FileNotFoundException or System.IO.DirectoryNotFoundException => $"{path} does not exist: check the path, relative to {Environment.CurrentDirectory}.",
            UnauthorizedAccessException => $"{path} may not be opened ({inner.Message.TrimEnd('.')}): check its permissions, or open it read-only.",
            _ => $"{path} cannot be opened: {inner.Message}",
        },
        path,
        inner);

    public static Exception CannotMap(string path, Exception inner) => new ViewFileException(
        $"{path} cannot be mapped ({inner.Message.TrimEnd('.')}): pipes, devices and files of /proc and /sys have no mapping; read them into an array instead.", path, inner);

    public static Exception LeftBehind(IReadOnlyList<Leak> leaks) => new BufferException(
        $"{Describe.Count(leaks.Count, "thing")} {(leaks.Count == 1 ? "was" : "were")} not given back: {string.Join("; ", leaks.Select(LeakText))}. Dispose views and leases, close blocks"
        + (leaks.Any(leak => leak.StackTrace is null) ? "; MemoryDiagnostics.CapturesStacks tells where they were made." : "."),
        ViewErrorCode.LoansOut,
        [.. leaks.Select(leak => new ExportHolder(leak.Label, leak.Age, leak.StackTrace))]);

    private static string LeakText(Leak leak)
        => $"a {leak.Kind.ToString().ToLowerInvariant()}{(leak.Label is { } label ? $" '{label}'" : "")} {leak.Age.TotalMilliseconds:0} ms old{StackText(leak.StackTrace)}";

    private static string HolderText(IReadOnlyList<ExportHolder> holders)
    {
        if (holders.Count == 0)
        {
            return "an operation on it is under way";
        }

        string names = string.Join(", ", holders.Take(5).Select(HolderText));
        return $"{holders.Count} {(holders.Count == 1 ? "holder is" : "holders are")} out ({names}{(holders.Count > 5 ? ", ..." : "")})";
    }

    private static string HolderText(ExportHolder holder)
        => (holder.Label is { } label ? $"'{label}'" : $"one {holder.Age.TotalMilliseconds:0} ms old") + StackText(holder.StackTrace);

    private static string StackText(string? stack) => stack is null ? "" : $", made{Environment.NewLine}{stack.TrimEnd()}{Environment.NewLine}";
}
