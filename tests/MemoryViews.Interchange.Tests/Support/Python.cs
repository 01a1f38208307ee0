using System;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Xunit;

namespace MemoryViews.Interchange.Tests;

/// <summary>
/// A CPython in this process, as another party to hand tensors to: it runs texts, and what they leave in their variable <c>out</c> comes back. The
/// tests that need it are skipped where the library or NumPy is not installed.
/// </summary>
internal static unsafe class Python
{
    private static readonly string? s_missing = Start();
    private static nint s_library;

    /// <summary>Skips the test, with the reason, where there is no Python with NumPy to talk to.</summary>
    public static void SkipWithoutNumPy() => Assert.SkipUnless(s_missing is null, s_missing ?? "");

    /// <summary>Runs a text in <c>__main__</c>. Numbers go in by being written into it; <c>out</c>, a list of integers, comes back.</summary>
    public static long[] Run(string text)
    {
        long[] answers = new long[32];
        fixed (long* place = answers)
        {
            string tail = string.Create(CultureInfo.InvariantCulture, $"\n(ctypes.c_int64 * 32).from_address({(nint)place})[:len(out)] = [int(x) for x in out]\n");
            Assert.Equal(0, Simple("out = []\n" + text + tail));
        }

        return answers;
    }

    private static string? Start()
    {
        if (!TryLoad(out s_library))
        {
            return "libpython3 is not installed (Debian: packages libpython3.11 and python3-numpy)";
        }

        ((delegate* unmanaged[Cdecl]<int, void>)Symbol("Py_InitializeEx"))(0);
        ((delegate* unmanaged[Cdecl]<nint>)Symbol("PyEval_SaveThread"))();
        return Simple(Preparation) == 0 ? null : "this Python has no NumPy that knows DLPack (package python3-numpy)";
    }

    // Extension modules find the symbols of libpython among those of the process, so it is loaded for all to see (RTLD_NOW | RTLD_GLOBAL).
    private static bool TryLoad(out nint library)
    {
        library = 0;
        if (!OperatingSystem.IsLinux() || !NativeLibrary.TryLoad("libc.so.6", out nint libc) || !NativeLibrary.TryGetExport(libc, "dlopen", out nint dlopen))
        {
            return false;
        }

        for (int minor = 11; minor <= 14 && library == 0; minor++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"libpython3.{minor}.so.1.0\0");
            fixed (byte* bytes = Encoding.UTF8.GetBytes(name))
            {
                library = ((delegate* unmanaged[Cdecl]<byte*, int, nint>)dlopen)(bytes, 0x102);
            }
        }

        return library != 0;
    }

    private static int Simple(string text)
    {
        int state = ((delegate* unmanaged[Cdecl]<int>)Symbol("PyGILState_Ensure"))();
        try
        {
            fixed (byte* bytes = Encoding.UTF8.GetBytes(text + '\0'))
            {
                return ((delegate* unmanaged[Cdecl]<byte*, nint, int>)Symbol("PyRun_SimpleStringFlags"))(bytes, 0);
            }
        }
        finally
        {
            ((delegate* unmanaged[Cdecl]<int, void>)Symbol("PyGILState_Release"))(state);
        }
    }

    private static nint Symbol(string name) => NativeLibrary.GetExport(s_library, name);

    // A capsule is a named pointer; taking a tensor out of one is renaming it, so that its destructor leaves the tensor alone.
    private const string Preparation = """
        import ctypes, gc
        import numpy as np
        api = ctypes.pythonapi
        api.PyCapsule_New.restype = ctypes.py_object
        api.PyCapsule_New.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p]
        api.PyCapsule_GetPointer.restype = ctypes.c_void_p
        api.PyCapsule_GetPointer.argtypes = [ctypes.py_object, ctypes.c_char_p]
        api.PyCapsule_SetName.argtypes = [ctypes.py_object, ctypes.c_char_p]
        FRESH, USED = ctypes.c_char_p(b"dltensor"), ctypes.c_char_p(b"used_dltensor")

        class Tensor:
            def __init__(self, address): self.address = address
            def __dlpack_device__(self): return (1, 0)
            def __dlpack__(self, **options): return api.PyCapsule_New(self.address, FRESH, None)

        def take(array):
            capsule = array.__dlpack__()
            address = api.PyCapsule_GetPointer(capsule, FRESH)
            api.PyCapsule_SetName(capsule, USED)
            return address

        np.from_dlpack
        """;
}
