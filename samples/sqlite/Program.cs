using System;
using System.Linq;
using MemoryViews.Python;

namespace MemoryViews.Samples.PythonDatabase;

/// <summary>
/// Measurements kept as a BLOB by Python's sqlite3 and read back without a copy: <c>PythonDatabase</c>. Needs CPython 3.11 or later.
/// </summary>
internal static class Program
{
    public static void Main()
    {
        try
        {
            PythonHost.Start();
            Keep([.. Enumerable.Range(0, 1000).Select(i => Math.Sqrt(i))]);
        }
        catch (Exception e) when (e is PythonHostException or PythonException { TypeName: "ModuleNotFoundError" })
        {
            Console.WriteLine($"needs Python: {e.Message}");
        }
    }

    private static void Keep(double[] measurements)
    {
        using PythonObject sqlite = PythonHost.Import("sqlite3");
        using PythonObject database = sqlite.CallMethod("connect", ":memory:");
        database.CallMethod("execute", "create table kept (name text, data blob)").Dispose();

        // A tuple of a text and a view: sqlite3 reads the items where they lie.
        object?[] row = ["roots", measurements.AsMemoryView()];
        database.CallMethod("execute", "insert into kept values (?, ?)", row).Dispose();

        using PythonObject cursor = database.CallMethod("execute", "select data, length(data) from kept where name = ?", new object?[] { "roots" });
        using PythonObject found = cursor.CallMethod("fetchone");
        using PythonObject blob = found[0];
        using MemoryView read = blob.AsMemoryView();   // Python's bytes, read-only
        MemoryView values = read.Cast<double>();
        Console.WriteLine($"{found[1]} bytes, {values}, {(values.IsReadOnly ? "read-only" : "writable")}");
        Console.WriteLine($"the root of 144 is {values[144]}, the last {values.Get<double>(^1):0.000}");
        database.CallMethod("close").Dispose();
    }
}
