using System;
using System.IO;
using Xunit;

namespace MemoryViews.Command.Tests;

/// <summary>Files that other programs wrote, in samples/data; their PROVENANCE.md tells how.</summary>
public sealed class SampleTests
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "data");

    [Fact]
    public void SQLite_s_pages_start_with_their_kind_and_its_header_holds_the_version_it_was_given()
    {
        Assert.Equal("[83  5 13 13 13  2 10 10]\n", Run.Memview(s_folder, "pages.db", "-S", "-1,1024", ":,0").Output);
        Assert.Equal("42\n", Run.Memview(s_folder, "pages.db", "-s", "60", "-n", "4", "-t", "u4be", "0").Output);
        Assert.Equal("SQLite format 3\n", Run.Memview(s_folder, "pages.db", "-t", "S16", "0").Output);
    }

    [Fact]
    public void Samples_of_24_bits_are_integers_and_their_top_16_bits_a_view_that_overlaps()
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(s_folder, "tone24.wav"));
        int last = bytes[^1] << 24 | bytes[^2] << 16 | bytes[^3] << 8;
        Assert.Equal($"{last >> 8}\n", Run.Memview(s_folder, "tone24.wav", "-s", "80", "-t", "i3le", "-S", "-1,2", "-1,-1").Output);
        Assert.Equal($"{last >> 16}\n", Run.Memview(s_folder, "tone24.wav", "-s", "81", "-t", "i2le", "-S", "-1,2", "--strides", "6,3", "-1,-1").Output);
    }
}
