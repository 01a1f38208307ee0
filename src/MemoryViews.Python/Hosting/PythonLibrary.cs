using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;

namespace MemoryViews.Python;

/// <summary>A loaded libpython that was found fit for use.</summary>
/// <param name="Handle">What the system's loader knows it by.</param>
/// <param name="Path">What it was loaded by.</param>
/// <param name="VersionText">What it says of itself.</param>
internal sealed unsafe record PythonLibrary(nint Handle, string Path, string VersionText)
{
    /// <summary>Loads a library, and keeps it when it will do; null with the reason otherwise.</summary>
    public static PythonLibrary? TryLoad(string path, out string reason)
    {
        // For ourselves only, until its version is known: functions of a Python that will not do must not be in the way of one that does.
        nint handle = DynamicLoader.Open(path, out reason);
        if (handle == 0)
        {
            return null;
        }

        PythonLibrary? library = Check(handle, path, out reason);
        if (library is null)
        {
            DynamicLoader.Close(handle);
            return null;
        }

        DynamicLoader.MakeGlobal(path);
        return library;
    }

    /// <summary>The library whose interpreter runs in this process: part of the program itself, or loaded by something in it. Null when there is none.</summary>
    public static PythonLibrary? Running()
    {
        foreach (string path in LoadedPaths())
        {
            nint handle = path.Length == 0 ? NativeLibrary.GetMainProgramHandle() : DynamicLoader.Loaded(path);
            if (handle != 0 && IsRunning(handle) && Check(handle, path, out string reason) is var library)
            {
                DynamicLoader.MakeGlobal(path);
                return library ?? throw Error.UnusablePython(path.Length == 0 ? "in this process" : path, reason);
            }
        }

        return null;
    }

    private static PythonLibrary? Check(nint handle, string path, out string reason)
    {
        if (!NativeLibrary.TryGetExport(handle, "Py_GetVersion", out nint function))
        {
            reason = "it is no Python: it has no Py_GetVersion";
            return null;
        }

        string text = Marshal.PtrToStringUTF8((nint)((delegate* unmanaged[Cdecl]<byte*>)function)()) ?? "";
        reason = PythonVersion.Refusal(text) ?? "";
        return reason.Length > 0 ? null : new(handle, path, text);
    }

    /// <summary>Whether a library that is loaded under some name is this one.</summary>
    public bool IsSame(string path)
    {
        nint other = DynamicLoader.Loaded(path);
        return other != 0 && NativeLibrary.TryGetExport(other, "Py_GetVersion", out nint theirs) && theirs == NativeLibrary.GetExport(Handle, "Py_GetVersion");
    }

    private static bool IsRunning(nint handle)
        => NativeLibrary.TryGetExport(handle, "Py_IsInitialized", out nint function) && ((delegate* unmanaged[Cdecl]<int>)function)() != 0;

    // Every libpython that is mapped, then the program itself (an empty path), through which those of them that are for all to see are found, too.
    internal static List<string> LoadedPaths()
    {
        List<string> paths = [];
        if (OperatingSystem.IsLinux())
        {
            foreach (string line in File.ReadLines("/proc/self/maps"))
            {
                int start = line.IndexOf('/', StringComparison.Ordinal);
                if (start > 0 && System.IO.Path.GetFileName(line[start..]).StartsWith("libpython", StringComparison.Ordinal) && !paths.Contains(line[start..]))
                {
                    paths.Add(line[start..]);
                }
            }
        }

        paths.Add("");
        return paths;
    }
}
