using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

namespace MemoryViews.Python;

/// <summary>
/// Where Python finds its own modules. It looks around its program, which by itself it takes to be the first python3 on the path: that may be another
/// Python, or none, and a Python that finds nothing ends the process. So it is told its program before it starts, and a folder without modules is refused.
/// </summary>
internal static unsafe class PythonHome
{
    /// <summary>The program to start as; null to leave that to Python.</summary>
    /// <exception cref="PythonHostException">PYTHONHOME names a folder that has no modules of this Python.</exception>
    public static string? ProgramOf(PythonLibrary library, PythonLocation location)
    {
        Version version = PythonVersion.Parse(library.VersionText)!;
        string? home = Environment.GetEnvironmentVariable("PYTHONHOME");
        if (!string.IsNullOrEmpty(home))
        {
            return HasModules(home.Split(Path.PathSeparator)[0], version)
                ? null
                : throw Error.UnusablePython(location.Library, $"PYTHONHOME is '{home}', where there are no modules of Python {version.ToString(2)}: correct it, or unset it");
        }

        // The folder of the library first: a program of a virtual environment, or a script that stands for a program, is elsewhere.
        return OperatingSystem.IsWindows() ? null : BesideLibrary(location.Library, version) ?? (location.Prefix is null ? location.Executable : null);
    }

    /// <summary>Says it to Python, which must not run yet. Not on Windows, where the library knows its folder.</summary>
    public static void Name(string? program)
    {
        if (program is not null && Symbols.TryFunction("Py_SetProgramName") is var function && function is not null)
        {
            // wchar_t has 32 bits except on Windows. Python keeps the address, so the text is kept.
            byte[] text = Encoding.UTF32.GetBytes(program + '\0');
            byte* kept = (byte*)NativeMemory.Alloc((nuint)text.Length);
            text.CopyTo(new Span<byte>(kept, text.Length));
            ((delegate* unmanaged[Cdecl]<byte*, void>)function)(kept);
        }
    }

    private static string? BesideLibrary(string library, Version version)
    {
        string name = $"python{version.ToString(2)}";
        string? found = Path.IsPathRooted(library) ? library : PythonLibrary.LoadedPaths().Find(path => Path.GetFileName(path) == Path.GetFileName(library));
        for (string? folder = Path.GetDirectoryName(found); !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
        {
            string program = Path.Combine(folder, "bin", name);
            if (HasModules(folder, version) && File.Exists(program))
            {
                return program;
            }
        }

        return null;
    }

    private static bool HasModules(string folder, Version version)
    {
        string number = $"{version.Major}{version.Minor}", name = $"python{version.ToString(2)}";
        return OperatingSystem.IsWindows()
            ? File.Exists(Path.Combine(folder, "Lib", "os.py")) || File.Exists(Path.Combine(folder, $"python{number}.zip"))
            : File.Exists(Path.Combine(folder, "lib", name, "os.py")) || File.Exists(Path.Combine(folder, "lib", name, "os.pyc"))
                || File.Exists(Path.Combine(folder, "lib64", name, "os.py")) || File.Exists(Path.Combine(folder, "lib", $"python{number}.zip"));
    }
}
