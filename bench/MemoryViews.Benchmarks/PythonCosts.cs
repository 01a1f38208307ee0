using System;
using System.IO;
using System.Runtime.InteropServices;
using MemoryViews.Python;

namespace MemoryViews.Benchmarks;

/// <summary>What crossing the border to a real CPython costs, beside the bare C calls and beside Python's own memoryview.</summary>
internal static unsafe class PythonCosts
{
    private const int N = 1024;

    public static Row[] Rows()
    {
        PythonHost.Start(Environment.GetEnvironmentVariable("MEMORYVIEWS_PYTHON") is null && File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : null);
        PythonObject matrix = Evaluate("__import__('numpy').arange(12, dtype='f4').reshape(3, 4)[::-1, ::2]");
        PythonObject bytes = Evaluate("bytearray(64)");
        MemoryView flat = new byte[64].AsMemoryView(), strided = new float[3, 4].AsMemoryView()[(..).By(-1), (..).By(2)];
        PythonHost.Run($"""
            def views(x):
                for _ in range({N}): memoryview(x)
            """);
        return
        [
            new("C: get and release, NumPy 2-D", N, () => Bare(matrix)),
            new("array.GetBuffer, dispose", N, () => Loans(matrix), null, null, "C: get and release, NumPy 2-D"),
            new("array.AsMemoryView, dispose", N, () => Views(matrix), null, null, "C: get and release, NumPy 2-D"),
            new("C: get and release, bytearray", N, () => Bare(bytes)),
            new("bytes.GetBuffer, dispose", N, () => Loans(bytes), null, null, "C: get and release, bytearray"),
            new("PythonHost.Lock", N, Locks),
            new("Python: memoryview(bytearray)", N, () => InPython(bytes)),
            new("Python: memoryview(NumPy 2-D)", N, () => InPython(matrix), null, null, "Python: memoryview(bytearray)"),
            new("Python: memoryview(.NET bytes)", N, InPythonOf(flat), null, null, "Python: memoryview(bytearray)"),
            new("Python: memoryview(.NET 2-D)", N, InPythonOf(strided), null, null, "Python: memoryview(bytearray)"),
            new("PythonHost.Export, dispose", N, () => Exports(flat)),
        ];
    }

    private static PythonObject Evaluate(string expression) => PythonHost.Evaluate(expression);

    private static object? Bare(PythonObject exporter)
    {
        // The library's own handle is found again by its path: the system's loader counts its users.
        nint library = NativeLibrary.Load(PythonHost.LibraryPath);
        var get = (delegate* unmanaged[Cdecl]<nint, byte*, int, int>)NativeLibrary.GetExport(library, "PyObject_GetBuffer");
        var release = (delegate* unmanaged[Cdecl]<byte*, void>)NativeLibrary.GetExport(library, "PyBuffer_Release");
        using PythonLock held = PythonHost.Lock();
        byte* buffer = stackalloc byte[80];
        nint pointer = exporter.Pointer;
        for (int i = 0; i < N; i++)
        {
            _ = get(pointer, buffer, (int)BufferRequest.FullReadOnly);
            release(buffer);
        }

        return null;
    }

    private static object? Loans(PythonObject exporter)
    {
        using PythonLock held = PythonHost.Lock();
        for (int i = 0; i < N; i++)
        {
            exporter.GetBuffer(BufferRequest.FullReadOnly).Dispose();
        }

        return null;
    }

    private static object? Views(PythonObject exporter)
    {
        using PythonLock held = PythonHost.Lock();
        for (int i = 0; i < N; i++)
        {
            exporter.AsMemoryView().Dispose();
        }

        return null;
    }

    private static object? Locks()
    {
        for (int i = 0; i < N; i++)
        {
            PythonHost.Lock().Dispose();
        }

        return null;
    }

    private static object? InPython(PythonObject exporter)
    {
        using PythonObject main = PythonHost.Main;
        using PythonObject result = main.CallMethod("views", exporter);
        return null;
    }

    private static Func<object?> InPythonOf(MemoryView view)
    {
        PythonObject exported = PythonHost.Export(view);
        return () => InPython(exported);
    }

    private static object? Exports(MemoryView view)
    {
        using PythonLock held = PythonHost.Lock();
        for (int i = 0; i < N; i++)
        {
            PythonHost.Export(view).Dispose();
        }

        return null;
    }
}
