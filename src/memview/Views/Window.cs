using System;
using System.Globalization;

namespace MemoryViews.Command;

/// <summary>The bytes [Low, High) of a file that <c>--skip</c> and <c>--length</c> leave.</summary>
internal readonly record struct Window(long Low, long High)
{
    public long Length => High - Low;

    /// <summary>Resolves a skip, which may count from the end, and a length, which ends with the file at the latest, as hexdump's do.</summary>
    /// <exception cref="Refusal">The skip leads outside the file.</exception>
    public static Window Of(string name, Int128 skip, Int128? length, long size)
    {
        Int128 low = skip < 0 ? size + skip : skip;
        return low < 0 || low > size
            ? throw Error.SkipPastEnd(name, skip, size)
            : new((long)low, (long)(low + Int128.Min(length ?? size, size - low)));
    }

    /// <summary>struct.raw[0:32,000]</summary>
    public string Describe(string name) => string.Create(CultureInfo.InvariantCulture, $"{Error.Plain(name)}[{Low:N0}:{High:N0}]");
}
