using System;
using System.Collections.Generic;

namespace MemoryViews.Python;

internal static partial class Error
{
    public static Exception NullInCode(int position) => new PythonValueException(
        ViewErrorCode.InvalidArgument, $"Python code cannot contain null characters, and has one at {position}: write it as \\0 inside a string of the code.");

    private const string HowToName = "give PythonHost.Start a path, or set MEMORYVIEWS_PYTHON to one, of a shared library (libpython3.11.so.1.0) or an executable of Python 3.11 or later";

    public static Exception NotStarted() => new PythonHostException(
        ViewErrorCode.NotFound, "No Python runs yet: call PythonHost.Start(), or PythonHost.Attach() where another part of the program runs one.");

    public static Exception SymbolMissing(string name) => new PythonHostException(
        ViewErrorCode.NotSupported, $"The Python library has no '{name}', which the stable ABI has from 3.11 on: use CPython 3.11 or later.");

    public static Exception NoPython(IEnumerable<string> tried) => new PythonHostException(
        ViewErrorCode.NotFound, $"No Python was found that can be used:\n  {Lines(tried)}\nInstall one (Debian: libpython3.11), or {HowToName}.");

    public static Exception UnusablePython(string asked, string reason) => new PythonHostException(
        ViewErrorCode.NotSupported, $"The Python '{asked}' cannot be used: {reason}.");

    public static Exception PythonNotFound(string asked, string reason) => new PythonHostException(
        ViewErrorCode.NotFound, $"There is no Python at '{asked}': {reason}. Otherwise {HowToName}.");

    public static Exception AnotherPython(string running, string asked) => new PythonHostException(
        ViewErrorCode.InvalidArgument, $"A process has one Python, and it runs '{running}' already: '{asked}' cannot be started beside it. Use another process.");

    public static Exception NothingToAttach() => new PythonHostException(
        ViewErrorCode.NotFound, "No Python interpreter runs in this process: start one with PythonHost.Start().");

    public static Exception InterpreterGone() => new PythonHostException(
        ViewErrorCode.Released, "The Python interpreter was finalised by its owner: nothing of it can be used any more.");

    public static Exception PlatformUnknown() => new PythonHostException(
        ViewErrorCode.NotSupported, "The system's loader of libraries (dlopen) was not found.");
}
