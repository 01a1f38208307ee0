using System;
using System.Buffers;
using MemoryViews.Python;

namespace MemoryViews.Samples.NumPyArray;

/// <summary>
/// An array of NumPy worked on in C#, and one of C# worked on in NumPy, where they lie: <c>NumPyArray</c>. Needs CPython 3.11 or later with NumPy;
/// the environment variable MEMORYVIEWS_PYTHON names another one than <c>python3</c>.
/// </summary>
internal static class Program
{
    public static void Main()
    {
        try
        {
            PythonHost.Start();
            using PythonObject numpy = PythonHost.Import("numpy");
            FromPython(numpy);
            ToPython(numpy);
        }
        catch (Exception e) when (e is PythonHostException or PythonException { TypeName: "ModuleNotFoundError" })
        {
            Console.WriteLine($"needs Python with NumPy: {e.Message}");
        }
    }

    private static void FromPython(PythonObject numpy)
    {
        using PythonObject array = numpy.CallMethod("arange", 12.0).CallMethod("reshape", 3, 4);
        using MemoryView view = array.AsMemoryView();
        Console.WriteLine($"NumPy's array is {view} here, {Place(view, array)}");

        view[1, ..].Fill(0.5);                         // C# writes ...
        view[.., 0].CopyFrom(view[(..).By(-1), 3]);    // ... and copies a column, backwards
        Console.WriteLine(array);                      // ... and Python sees it
        Console.WriteLine($"its sum is {array.CallMethod("sum")}");
    }

    private static void ToPython(PythonObject numpy)
    {
        float[,] table = { { 1, 2, 3 }, { 4, 5, 6 } };
        MemoryView view = table.AsMemoryView();
        using PythonObject array = numpy.CallMethod("asarray", view.Transpose());
        Console.WriteLine($"the table is {array.GetAttribute("shape")} of {array.GetAttribute("dtype")} there, {Place(view, array)}");

        array.CallMethod("__imul__", 10).Dispose();    // Python writes, C# sees it
        Console.WriteLine(string.Join(" ", view.Items<float>()));
    }

    /// <summary>Whether both sides see the same address.</summary>
    private static unsafe string Place(MemoryView view, PythonObject array)
    {
        using MemoryHandle pin = view.Pin();
        long there = array.GetAttribute("ctypes").GetAttribute("data").ToInt64();
        return (long)pin.Pointer == there ? "at the same address" : "elsewhere";
    }
}
