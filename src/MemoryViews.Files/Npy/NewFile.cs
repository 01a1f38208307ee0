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
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.ReadWrite))
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
