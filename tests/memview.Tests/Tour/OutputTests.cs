using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace MemoryViews.Command.Tests.Tour;

/// <summary>What the tour's snippets print: word for word, and by shape where it is measured.</summary>
public partial class OutputTests
{
    [Theory]
    [InlineData(1, "array('i', [1, 42, 3, 4, -5])")]
    [InlineData(2, """
        Exporter    b'Hello World!'
        ByteLength  12
        Format      B
        ItemSize    1
        IsReadOnly  True
        The view is read-only: write through a view of writable memory (IsReadOnly tells).
        """)]
    [InlineData(3, "bytearray(b'Jython')")]
    [InlineData(4, """
        75
        MemoryView<B>[3]
        b'Kol'
        """)]
    [InlineData(5, """
        20
        21
        20, 30, 40
        array('i', [10, 20, 33, 40, 50])
        20, 30, 40
        """)]
    [InlineData(6, """
        the bytes         at <address>
        slice of bytes    at <address>, <number> bytes allocated
        slice of a view   at <address>, <number> bytes allocated
        """)]
    [InlineData(7, """
        the slice sees it:    b'View'
        the copy does not:    b'view'
        """)]
    [InlineData(8, """
        MemoryView<h>[5] [-2 -1 0 1 2]
        MemoryView<B>[10] [254 255 255 255 0 0 1 0 2 0]
        array('h', [-2, -1, 1024, 1, 2])
        """)]
    [InlineData(11, """
        from [10 0 0 1] to [127 0 0 1]
        35 bytes, ttl 64
        (source: 54321, destination: 53, length: 15, checksum: 0)
        byte 8 is 63 now
        MemoryView<<f>[4000000], 16 bytes apart, in 64,000,000 bytes
        the hottest of 4,000,000: (sensor: 1, temperature: 35.000008, time: 1703092191)
        <number> bytes allocated on the way
        """)]
    [InlineData(12, """
        1 holder: Cannot append to the bytes: 1 holder is out (one <number> <unit> old). <text>
        bytearray(b'grown')
        looked at 4 bytes
        bytearray(b'drop!')
        alive before a collection: True
        alive after it:            False
        """)]
    [InlineData(13, """
                                Python                here
        m[1]                    NotImplementedError   [4 5 6 7]
        m[:, 1]                 TypeError             [1 5 9]
        m[:, ::2]               NotImplementedError   [[0 2] [4 6] [8 10]]
        list(m)                 NotImplementedError   [0 1 2 3] [4 5 6 7] [8 9 10 11]
        v.cast('>H')            ValueError            [1 515 1029 1543 2057 2571]
        v.cast('>HB')           ValueError            (a: 1, b: 2)
        v.cast('H').cast('I')   TypeError             [50462976 117835012 185207048]
        m[::2].cast('H')        TypeError             [[256 770] [2312 2826]]
        """)]
    public void A_step_prints(int step, string expected) => AssertShape(expected, PrintedBy(step));

    [Fact]
    public void Twelve_bytes_become_a_table_and_its_items_are_the_bytes()
    {
        string[] lines = PrintedBy(9).Split('\n');
        Assert.Equal(["4 bytes to the next row, 1 to the next column", "12", "99"], lines[^3..]);
        Assert.Equal(["0", "1", "2", "3", "10", "11", "12", "13", "20", "21", "22", "23"], Numbers(string.Join(' ', lines[..^3])));
    }

    [Fact]
    public void A_slice_of_a_view_has_the_address_of_the_bytes_and_a_slice_of_bytes_its_own()
    {
        string[] lines = PrintedBy(6).Split('\n');
        string[] addresses = Array.ConvertAll(lines, line => Address().Match(line).Value);
        Assert.Equal(addresses[0], addresses[2]);
        Assert.NotEqual(addresses[0], addresses[1]);
        Assert.InRange(Allocated(lines[1]), 500_000, 2_000_000);
        Assert.InRange(Allocated(lines[2]), 1, 1_000);
    }

    // The limit is the collector's own: the step would end with "not enough memory" beyond it.
    [Fact]
    public void A_million_slices_take_a_fraction_of_what_copies_take_and_all_of_it_fits_3_GB()
    {
        Outcome run = Run.Memview("/", new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = "B2D05E00" }, "tour", "10");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        AssertShape("""
            <number> bytes
            a million slices: <number> ms, <number> MB
            a million copies: <number> ms, <number> MB
            the last byte: 7 in the slice, 0 in the copy
            """, run.Printed());
        string[] lines = run.Printed().Split('\n');
        long bytes = Number(Numbers(lines[0])[0]), slices = Number(Numbers(lines[1])[1]), copies = Number(Numbers(lines[2])[1]);
        Assert.InRange(bytes, 500_000_000, 1_000_000_000);
        Assert.InRange(slices, 1, 100);
        Assert.InRange(copies, bytes / 1_000_000, (bytes / 1_000_000) + 100);
    }

    [Fact]
    public void Four_million_records_are_read_without_copying_them()
    {
        string[] lines = PrintedBy(11).Split('\n');
        Assert.InRange(Number(Numbers(lines[^1])[0]), 1, 1_000_000);
    }

    private static string PrintedBy(int step)
    {
        Outcome run = Run.Memview("/", "tour", step.ToString(CultureInfo.InvariantCulture));
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        return run.Printed();
    }

    private static void AssertShape(string expected, string actual)
    {
        string pattern = Regex.Escape(expected.ReplaceLineEndings("\n"))
            .Replace("<number>", @"[0-9][0-9,]*", StringComparison.Ordinal)
            .Replace("<address>", "0x[0-9a-f]+", StringComparison.Ordinal)
            .Replace("<unit>", "(ns|us|µs|ms|s)", StringComparison.Ordinal)
            .Replace("<text>", ".+", StringComparison.Ordinal);
        Assert.Matches($"^{pattern}$", actual);
    }

    private static long Allocated(string line) => Number(Numbers(line[line.IndexOf(',', StringComparison.Ordinal)..])[0]);

    private static string[] Numbers(string text) => [.. Count().Matches(text).Select(match => match.Value)];

    private static long Number(string text) => long.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex("0x[0-9a-f]+")]
    private static partial Regex Address();

    [GeneratedRegex("[0-9][0-9,]*")]
    private static partial Regex Count();
}
