using System;
using System.IO;
using System.Linq;
using MemoryViews.HouseKeeping;
using Xunit;

namespace MemoryViews.Samples.Tests;

/// <summary>Every sample runs, and prints what it should.</summary>
public class SampleTests
{
    private const string Frame = "0202020202020a0b0c0d0e0f080045000020000100004011f978c0a80002c0a800010007d431000c0000706f6e67";

    [Fact]
    public void A_big_file_is_studied_by_records() => Assert.Equal(
        """
        24,000,000 bytes are 1,000,000 trades
        the last: (time: 1700099999, price: 121.02, volume: 182, symbol: 0x41434d45)
        prices from 50.00 to 150.00
        the minute after the first hour: trades 36,000 to 36,600, from 142.64 to 150.00
        the first of NOVA is trade 1: 41434d45 4e4f5641...
        corrected: (time: 1700000000, price: 99.34, volume: 0, symbol: 0x4e4f5641)
        """.ReplaceLineEndings("\n"),
        Sample.Run("BigFile"));

    [Fact]
    public void A_packet_is_answered_in_its_buffer() => Assert.Equal(
        $"""
        request  02:02:02:02:02:02 -> 0a:0b:0c:0d:0e:0f
                 192.168.0.1:54321 -> 192.168.0.2:7
                 checksum 0xf978, "ping"
        answer   0a:0b:0c:0d:0e:0f -> 02:02:02:02:02:02
                 192.168.0.2:7 -> 192.168.0.1:54321
                 checksum 0xf978, "pong"
        bytes {Frame}
        """.ReplaceLineEndings("\n"),
        Sample.Run("NetworkPacket"));

    [Fact]
    public void An_image_is_edited_in_its_file()
    {
        string[] lines = Sample.Run("ImageInPlace").Split('\n');
        Assert.Equal("MemoryView<B>[8, 17, 3], strides -52, 3, -1, offset 420", lines[0]);
        Assert.Equal(["as it was", .. Enumerable.Repeat("  |---===++=++**##%@|", 8)], lines[1..10]);
        Assert.Equal(["mirrored", .. Enumerable.Repeat("  |@%##**++=++===---|", 8)], lines[10..19]);
        Assert.Equal(
            [
                "a white corner, two rows without red",
                .. Enumerable.Repeat("  |@@@@@*++=++===---|", 3),
                .. Enumerable.Repeat("  |@%##**++=++===---|", 3),
                .. Enumerable.Repeat("  |*++===--:::...   |", 2),
            ],
            lines[19..]);
    }

    [Fact]
    public void An_image_of_another_program_is_edited_where_it_lies()
    {
        // Two pixels side by side, blue and white, as every program writes them: the row is padded from 6 bytes to 8.
        string path = Path.GetTempFileName();
        try
        {
            string header = "424d3e0000000000000036000000" + "28000000" + "02000000" + "01000000" + "01001800" + "00000000" + new string('0', 40);
            File.WriteAllBytes(path, Convert.FromHexString(header + "ff0000" + "ffffff" + "0000"));
            Sample.Run("ImageInPlace", path);
            Assert.Equal(Convert.FromHexString("ffff00" + "ffff00" + "0000"), File.ReadAllBytes(path)[54..]);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Libraries_that_do_not_know_each_other_share_memory() => Assert.Equal(
        """
        MemoryView<f>[1000, 3]: -999 to 999, mean 83.25
        cannot grow: held by "Summary"
        grown to 100,000
        MemoryView<i>[6]: -30 to 9, mean -6.5
        MemoryView<i>[3]: 5 to 9, mean 7
        MemoryView<u>[4]: 101 to 120, mean 113.25
        SHA-256 of ten samples: 8dec6871eacfc3da...
        """.ReplaceLineEndings("\n"),
        Sample.Run("LibraryToLibrary"));

    [Fact]
    public void Every_sample_has_a_line_in_the_list_and_a_test_here()
    {
        string samples = Repository.At("samples"), list = File.ReadAllText(Path.Combine(samples, "README.md"));
        string[] projects = [.. Directory.EnumerateFiles(samples, "*.csproj", SearchOption.AllDirectories)];
        string[] names = [.. projects.Select(file => Path.GetFileNameWithoutExtension(file))];
        Assert.NotEmpty(names);
        Assert.All(projects, file => Assert.Contains(
            $"[{Path.GetFileNameWithoutExtension(file)}]({Path.GetFileName(Path.GetDirectoryName(file))}/Program.cs)", list, StringComparison.Ordinal));
        string tests = string.Concat(Directory.EnumerateFiles(Repository.At("tests/MemoryViews.Samples.Tests"), "*Tests.cs").Select(File.ReadAllText));
        Assert.All(names, name => Assert.Contains($"(\"{name}\"", tests, StringComparison.Ordinal));
    }
}
