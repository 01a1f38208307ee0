using System;
using System.Globalization;
using System.IO;

namespace MemoryViews.Samples.BigFile;

/// <summary>
/// A large file of fixed records, by columns, by time and by record, without reading it in: <c>BigFile [RECORDS]</c>. A million records are
/// written to a temporary file first, or as many as asked for; a hundred million (2.4 GB) work the same way.
/// </summary>
internal static class Program
{
    private const int Records = 1_000_000;

    // 24 bytes a record, little-endian on every machine:
    //
    //   |0              |8              |16     |20     |24
    //   | time, seconds | price         | volume| symbol|
    private const string Trade = "T{<q:time:d:price:I:volume:4s:symbol:}";

    public static void Main(string[] arguments)
    {
        string path = Path.GetTempFileName();
        try
        {
            TradeFile.Write(path, arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : Records);
            Study(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Study(string path)
    {
        using MappedFile file = MappedFile.Open(path, MapAccess.ReadWrite);
        using MemoryView bytes = new(file);
        MemoryView trades = bytes.Cast(Trade);
        Console.WriteLine($"{bytes.ByteLength:N0} bytes are {trades.Length:N0} trades");
        Console.WriteLine($"the last: {trades[^1]}");

        MemoryView prices = trades["price"];               // a column: the same bytes, 24 apart
        (double low, double high) = Extremes(prices);
        Console.WriteLine($"prices from {low:F2} to {high:F2}");

        MemoryView times = trades["time"];
        long opening = times.Get<long>(0);
        nint from = FirstAtOrAfter(times, opening + 3600), to = FirstAtOrAfter(times, opening + 3660);
        MemoryView minute = prices.Slice(from, to - from);
        (low, high) = Extremes(minute);
        Console.WriteLine($"the minute after the first hour: trades {from:N0} to {to:N0}, from {low:F2} to {high:F2}");

        MemoryView symbols = trades["symbol"];
        nint first = bytes.IndexOf("NOVA"u8) / trades.ItemSize;
        Console.WriteLine($"the first of NOVA is trade {first}: {symbols.ToHexString(' ', 4)[..17]}...");

        trades["volume"].Set(first, 0u);                   // corrected in the file, where it stands
        file.Flush();
        Console.WriteLine($"corrected: {trades[first]}");
    }

    private static (double Low, double High) Extremes(MemoryView prices)
    {
        (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
        using ReadOnlyLease lease = prices.LeaseReadOnly();
        foreach (ref readonly double price in lease.View1D<double>())
        {
            (low, high) = (Math.Min(low, price), Math.Max(high, price));
        }

        return (low, high);
    }

    /// <summary>A binary search touches twenty places of the file, however long it is.</summary>
    private static nint FirstAtOrAfter(MemoryView times, long time)
    {
        (nint low, nint high) = (0, times.Length);
        while (low < high)
        {
            nint middle = low + ((high - low) / 2);
            (low, high) = times.Get<long>(middle) < time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
