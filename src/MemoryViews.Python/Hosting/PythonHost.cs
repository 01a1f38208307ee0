using System;
using System.Collections.Generic;
using System.Threading;

namespace MemoryViews.Python;

/// <summary>
/// The CPython of this process: found and started here, or joined where something else runs one. It is never finalised, because extension modules such as
/// NumPy cannot be imported a second time.
/// </summary>
/// <remarks>
/// All members are safe to use from any thread. Each takes the interpreter's lock for as long as it needs it; <see cref="Lock"/> holds it over several.
/// <code>
/// PythonHost.Start();
/// using PythonObject numpy = PythonHost.Import("numpy");
/// using PythonObject array = numpy.CallMethod("arange", 12);
/// using MemoryView view = array.AsMemoryView();      // the array's own memory
/// view[3] = 33L;                                     // Python sees it
/// </code>
/// </remarks>
public static unsafe partial class PythonHost
{
    private static readonly Lock s_gate = new();
    private static volatile PythonLibrary? s_library;
    private static string? s_asked; // the last name that was found to be this Python: not asked again

    /// <summary>Whether a Python can be used: <see cref="Start"/> or <see cref="Attach"/> has succeeded.</summary>
    public static bool IsStarted => s_library is not null;

    /// <summary>The version of the Python in use.</summary>
    /// <exception cref="PythonHostException">None is in use.</exception>
    public static Version Version => PythonVersion.Parse(Library.VersionText)!;

    /// <summary>What the library of the Python in use was loaded by; empty when it is part of the program.</summary>
    /// <exception cref="PythonHostException">None is in use.</exception>
    public static string LibraryPath => Library.Path;

    private static PythonLibrary Library => s_library ?? throw Error.NotStarted();

    /// <summary>
    /// Starts Python, once: the one named, else the one in the environment variable <c>MEMORYVIEWS_PYTHON</c>, else <c>python3</c> on the path, else
    /// what the system has. Where an interpreter runs in the process already, it is joined. Calling it again is harmless.
    /// </summary>
    /// <param name="library">A shared library (<c>libpython3.11.so.1.0</c>), or a program that is asked for its library.</param>
    /// <exception cref="PythonHostException">No Python was found; or it is older than 3.11, has no shared library, or is free-threaded; or another
    /// one than was asked for runs already.</exception>
    public static void Start(string? library = null)
    {
        if (s_library is not null && library is null)
        {
            return;
        }

        // No lock of the interpreter is taken inside this one: starting creates it, and joining leaves it alone.
        lock (s_gate)
        {
            if ((s_library ?? PythonLibrary.Running()) is { } running)
            {
                CheckSame(running, library);
                Use(running);
                s_asked = library;
                return;
            }

            (PythonLibrary loaded, PythonLocation location) = Load(PythonLocator.Named(library));
            string? program = PythonHome.ProgramOf(loaded, location); // refuses what would end the process
            Symbols.Choose(loaded.Handle);
            Initialise(location, program);
            Use(loaded);
            s_asked = library;
        }
    }

    /// <summary>Joins the interpreter that another part of this process runs (pythonnet, CSnakes, or a Python that hosts .NET). Calling it again is harmless.</summary>
    /// <exception cref="PythonHostException">None runs, or it is older than 3.11 or free-threaded.</exception>
    public static void Attach()
    {
        if (s_library is null)
        {
            lock (s_gate)
            {
                Use(s_library ?? PythonLibrary.Running() ?? throw Error.NothingToAttach());
            }
        }
    }

    /// <summary>
    /// Takes the interpreter's lock (the GIL) until the result is disposed: <c>using (PythonHost.Lock()) { ... }</c>. Every member of this package takes it by
    /// itself; hold it around several to be quicker, or to use raw pointers.
    /// </summary>
    /// <exception cref="PythonHostException">No Python runs.</exception>
    public static PythonLock Lock()
    {
        PythonLock held = LockOnly();
        PythonReleases.Drain();
        return held;
    }

    /// <summary>As <see cref="Lock"/>, and runs nothing: what waits to be given back may run code, which could take a borrowed reference away.</summary>
    internal static PythonLock LockOnly()
    {
        if (s_library is null)
        {
            throw Error.NotStarted();
        }

        if (Py.IsInitialized() == 0)
        {
            throw Error.InterpreterGone();
        }

        return new(Py.GilEnsure());
    }

    /// <summary>As <see cref="Lock"/>, where the interpreter may be gone: false then.</summary>
    internal static bool TryLock(out PythonLock held)
    {
        bool runs = s_library is not null && Py.IsInitialized() != 0;
        held = runs ? Take() : default;
        return runs;
    }

    private static PythonLock Take()
    {
        PythonLock held = new(Py.GilEnsure());
        PythonReleases.Drain();
        return held;
    }

    private static void Use(PythonLibrary library)
    {
        if (s_library is null)
        {
            Symbols.Choose(library.Handle);
            s_library = library;
        }
    }

    private static (PythonLibrary Library, PythonLocation Location) Load(string? named)
    {
        if (named is not null)
        {
            PythonLocation location = PythonLocator.Find(named);
            return (PythonLibrary.TryLoad(location.Library, out string reason) ?? throw Error.UnusablePython(named, reason), location);
        }

        List<string> tried = [];
        foreach (PythonLocation location in PythonLocator.Usual(tried))
        {
            if (PythonLibrary.TryLoad(location.Library, out string reason) is { } library)
            {
                return (library, location);
            }

            tried.Add($"{location.Library}: {reason}");
        }

        throw Error.NoPython(tried);
    }

    private static void CheckSame(PythonLibrary running, string? asked)
    {
        if (!string.IsNullOrEmpty(asked) && asked != s_asked && !running.IsSame(PythonLocator.Find(asked).Library))
        {
            throw Error.AnotherPython(running.Path, asked);
        }
    }
}
