using System;
using MemoryViews.Benchmarks;

// dotnet run -c Release --project bench/MemoryViews.Benchmarks [-- access|bulk] : best and median of interleaved rounds, beside peers.
string part = args.Length > 0 ? args[0] : "all";
if (part is not ("all" or "access" or "bulk"))
{
    Console.Error.WriteLine($"benchmarks: unknown part '{part}': give access, bulk or nothing.");
    return 2;
}

Row[] rows = [.. part != "bulk" ? Access.Rows() : [], .. part != "access" ? Bulk.Rows() : []];
return new Table(rows, rounds: 25).Run();
