using System;
using MemoryViews.Benchmarks;

// dotnet run -c Release --project bench/MemoryViews.Benchmarks [-- access|bulk|files] : best and median of interleaved rounds, beside peers.
string part = args.Length > 0 ? args[0] : "all";
if (part is not ("all" or "access" or "bulk" or "files"))
{
    Console.Error.WriteLine($"benchmarks: unknown part '{part}': give access, bulk, files or nothing.");
    return 2;
}

if (part == "files")
{
    return Files.Run(); // by itself only: it writes half a gigabyte and waits for the disk
}

Row[] rows = [.. part != "bulk" ? Access.Rows() : [], .. part != "access" ? Bulk.Rows() : []];
return new Table(rows, rounds: 25).Run();
