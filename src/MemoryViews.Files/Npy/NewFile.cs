using System;
using System.IO;

namespace MemoryViews.Files;

/// <summary>
/// Writes a file beside its name and moves it there when it is complete: nobody sees half a file, a failure leaves the old one, and memory mapped from
/// the old one stays whole, which truncating it would not.
/// </summary>
internal static class NewFile
{
    public static void Write<TArg>(string path, TArg arg, Action<Stream, TArg> body)
    {
        string? temporary = null;
        try
        {
            string target = Target(path);
            temporary = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(target)) ?? ".", $".{Guid.NewGuid():N}.tmp");
            using (FileStream stream = Beside(target, temporary))
            {
                body(stream, arg);
            }

            File.Move(temporary, target, overwrite: true);
            temporary = null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException && e is not IViewException)
        {
            throw Error.CannotWrite(path, e);
        }
        finally
        {
            Remove(temporary);
        }
    }

    // Who may read the old file may read the new one, and nobody else, not even while it is written.
    private static FileStream Beside(string target, string temporary)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (OperatingSystem.IsWindows() || !File.Exists(target))
        {
            return new FileStream(temporary, options);
        }

        RefuseDevices(target);
        options.UnixCreateMode = File.GetUnixFileMode(target);
        return new FileStream(temporary, options);
    }

    // A pipe or a device would be gone, with a file under its name. They have no mapping, which a mapping of no bytes finds out without reading.
    private static void RefuseDevices(string target)
    {
        try
        {
            MappedFile.Open(target, length: 0).Dispose();
        }
        catch (ViewFileException e)
        {
            throw Error.NotReplaced(target, e);
        }
    }

    // A link stays one, and what it points at is replaced.
    private static string Target(string path) =>
        File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target ? target.FullName : path;

    // The exception that brought us here says more than one about a left-over file would.
    private static void Remove(string? temporary)
    {
        try
        {
            if (temporary is not null)
            {
                File.Delete(temporary);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
