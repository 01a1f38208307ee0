using System;
using MemoryViews.Benchmarks;

// dotnet run -c Release --project bench/MemoryViews.Benchmarks [-- access|bulk|structs|sums|files|lifetimes|python] : best and median of interleaved rounds, beside peers.
string part = args.Length > 0 ? args[0] : "all";
if (part is not ("all" or "access" or "bulk" or "structs" or "sums" or "files" or "lifetimes" or "python"))
{
    Console.Error.WriteLine($"benchmarks: unknown part '{part}': give access, bulk, structs, sums, files, lifetimes, python or nothing.");
    return 2;
}

if (part == "files")
{
    return Files.Run(); // by itself only: it writes half a gigabyte and waits for the disk
}

if (part == "lifetimes")
{
    return Lifetimes.Run(); // by itself only: for half of the time every core is busy
}

if (part == "python")
{
    return new Table([.. PythonCosts.Rows(), .. PythonTypeCosts.Rows()], rounds: 25).Run(); // by itself only: it needs a Python with NumPy
}

Row[] rows =
[
    .. part is "all" or "access" ? Access.Rows() : [],
    .. part is "all" or "bulk" ? Bulk.Rows() : [],
    .. part is "all" or "structs" ? Structs.Rows() : [],
    .. part is "all" or "sums" ? Sums.Rows() : [],
];
return new Table(rows, rounds: 25).Run();
