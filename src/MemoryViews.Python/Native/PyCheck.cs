using System.Runtime.CompilerServices;

namespace MemoryViews.Python;

/// <summary>Turns what C functions answer on failure (a null reference, a negative status) into the Python error as an exception.</summary>
internal static class PyCheck
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Reference(nint reference) => reference != 0 ? reference : throw PythonException.Fetch();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Status(int status) => status >= 0 ? status : throw PythonException.Fetch();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Size(nint size) => size >= 0 ? size : throw PythonException.Fetch();
}
