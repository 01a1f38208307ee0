using System;

namespace MemoryViews.Command;

internal static partial class Error
{
    public static Exception ReaderGone() => new ReaderGoneException();

    public static Exception NoStreamPosition() => new NotSupportedException("Standard output is written from front to back, nothing else.");

    public static Refusal CannotWrite(string reason) => new(
        ExitCode.InputOutput, $"standard output cannot be written: {reason}", "check the disk it goes to");
}
