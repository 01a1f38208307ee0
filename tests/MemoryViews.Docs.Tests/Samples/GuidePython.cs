using System;
using MemoryViews.Python;

namespace MemoryViews.Docs.Tests.Samples;

/// <summary>Samples of docs/guide/python.md. They need a Python; the tests pass over them where there is none.</summary>
internal static class GuidePython
{
    public static void PythonsMemory()
    {
        // sample: pythons-memory
        PythonHost.Start();                                    // python3 of this machine, or MEMORYVIEWS_PYTHON
        using PythonObject numbers = PythonHost.Evaluate("__import__('array').array('h', range(6))");
        using (MemoryView view = numbers.AsMemoryView())       // its memory, not a copy
        {
            MemoryView grid = view.Reshape(2, 3);
            grid[.., 0].Fill<short>(-1);                       // C# writes a column

            try
            {
                numbers.CallMethod("append", 6);               // Python refuses to move memory that is lent
            }
            catch (PythonException e)
            {
                Console.WriteLine(e.TypeName);
            }
        }

        Console.WriteLine(numbers);
        // end
    }

    public static void MemoryForPython()
    {
        // sample: memory-for-python
        PythonHost.Start();
        short[,] table = { { 1, 2, 3 }, { 4, 5, 6 } };
        using MemoryView view = table.AsMemoryView();
        using PythonObject seen = PythonHost.Evaluate("memoryview").Call(view.Transpose()[(..).By(-1), ..]);
        Console.WriteLine($"{seen.CallMethod("tolist")} {seen.GetAttribute("strides")}");

        seen.SetItem(PythonHost.Evaluate("(0, 1)"), 42);       // Python writes
        Console.WriteLine(table[1, 2]);
        // end
    }

    public static void OurMemoryview()
    {
        // sample: our-memoryview
        PythonHost.Start();
        using PythonObject memoryview = PythonHost.MemoryViewType();
        PythonHost.Main.SetAttribute("mv", memoryview);
        PythonHost.Run("""
            grid = mv(bytearray(range(24))).cast('B', [4, 6])
            column = grid[:, ::-2]                             # CPython: NotImplementedError
            column[1:3, 0] = column[1:3, 2]
            """);
        Console.WriteLine(PythonHost.Evaluate("column.tolist()"));
        Console.WriteLine(PythonHost.Evaluate("mv(b'\\x00\\x01\\x00\\x02').cast('>H').tolist()"));
        // end
    }
}
