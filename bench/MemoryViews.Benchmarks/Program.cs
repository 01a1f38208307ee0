using System;
using MemoryViews.Benchmarks;

// dotnet run -c Release --project bench/MemoryViews.Benchmarks [-- access|bulk|structs] : best and median of interleaved rounds, beside peers.
string part = args.Length > 0 ? args[0] : "all";
if (part is not ("all" or "access" or "bulk" or "structs"))
{
    Console.Error.WriteLine($"benchmarks: unknown part '{part}': give access, bulk, structs or nothing.");
    return 2;
}

Row[] rows =
[
    .. part is "all" or "access" ? Access.Rows() : [],
    .. part is "all" or "bulk" ? Bulk.Rows() : [],
    .. part is "all" or "structs" ? Structs.Rows() : [],
];
return new Table(rows, rounds: 25).Run();
