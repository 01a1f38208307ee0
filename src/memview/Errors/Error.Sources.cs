using System;
using System.IO;

namespace MemoryViews.Command;

internal static partial class Error
{
    public static Refusal Missing(string path) => new(
        ExitCode.InputOutput, $"{Plain(path)}: there is no such file", "check the path, relative to " + Plain(Environment.CurrentDirectory));

    public static Refusal IsDirectory(string path) => new(
        ExitCode.InputOutput, $"{Plain(path)} is a directory", "name a file in it");

    public static Refusal CannotRead(string path, Exception inner) => inner switch
    {
        FileNotFoundException or DirectoryNotFoundException => Missing(path),
        UnauthorizedAccessException => new(ExitCode.InputOutput, $"{Plain(path)}: permission denied", "reading it needs the permission of its owner", inner),
        _ => new(ExitCode.InputOutput, $"{Plain(path)} cannot be read: {Plain(inner.Message.TrimEnd('.'))}", "check the file and the disk it is on", inner),
    };

    public static Refusal TooMuchToRead(string path, long limit) => new(
        ExitCode.InputOutput,
        $"{Plain(path)} cannot be mapped and gives more than {Bytes(limit)}, the most that is read from such a file",
        "take a part of it with --length, or copy it to a file first");

    public static Refusal CannotSpool(Exception inner) => new(
        ExitCode.InputOutput, $"standard input does not fit the disk for temporary files: {Plain(inner.Message.TrimEnd('.'))}", "set TMPDIR to a larger disk, or take a part with --length", inner);

    public static Refusal EndedEarly(long offset) => new(
        ExitCode.InputOutput, $"the file ended at offset {Count(offset)}, earlier than it said", "it was cut short meanwhile; try again");
}
