using System;
using System.Buffers.Binary;
using System.Linq;
using Xunit;

namespace MemoryViews.Files.Tests;

public sealed class ArrayTests
{
    [Theory]
    [InlineData("grid.nc", "netCDF, classic")]
    [InlineData("grid64.nc", "netCDF, 64-bit offset")]
    [InlineData("grid5.nc", "netCDF, 64-bit data")]
    public void Variables_of_netCDF_are_views_also_between_the_records(string name, string title)
    {
        RecognisedFile file = Sample.Recognise(name);
        Assert.Equal(title, file.Title);
        Assert.Equal(["height", "temperature", "flag"], file.Parts.Select(part => part.Name));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, -12], file["height"].Items<short>());
        Assert.Equal(Enumerable.Range(1, 12).Select(i => i + 0.5f), file["temperature"].Items<float>());
        Assert.Equal(new sbyte[] { 7, 8, 9 }, file["flag"].Items<sbyte>());
        Assert.Equal([20, 4], file["temperature"].Strides.ToArray());
    }

    [Fact]
    public void Attributes_and_dimensions_are_fields()
    {
        RecognisedFile file = Sample.Recognise("grid.nc");
        Assert.Equal("a grid", file.Field(":title"));
        Assert.Equal("metres", file.Field("height:units"));
        Assert.Equal(0.5, file.Field("temperature:scale"));
        Assert.Equal("records", file.Field("dimension time"));
        Assert.Equal(3L, file.Field("records"));
    }

    [Fact]
    public void Records_that_nobody_counted_are_counted_by_size()
    {
        byte[] bytes = Sample.Bytes("grid.nc");
        bytes.AsSpan(4, 4).Fill(0xFF);
        Assert.Equal(3, Sample.Recognise(bytes)["temperature"].Length);
    }

    [Theory]
    [InlineData(0x08, "B", 1)]
    [InlineData(0x09, "b", 1)]
    [InlineData(0x0B, ">h", 2)]
    [InlineData(0x0C, ">i", 4)]
    [InlineData(0x0D, ">f", 4)]
    [InlineData(0x0E, ">d", 8)]
    public void Every_type_of_IDX_is_known(byte type, string format, int size)
    {
        byte[] bytes = [0, 0, type, 2, 0, 0, 0, 2, 0, 0, 0, 3, .. new byte[6 * size]];
        Assert.Equal($"{format} (2, 3) ({3 * size}, {size}) at 12", Sample.Describe(Sample.Recognise(bytes)["items"]));
    }

    [Fact]
    public void IDX_is_sure_by_its_size_or_its_name()
    {
        byte[] bytes = Sample.Bytes("digits-idx3");
        Assert.Equal(Enumerable.Range(0, 24).Select(i => (byte)i), Sample.Recognise(bytes)["items"].Items<byte>());
        Assert.False(Sample.IsRecognised(bytes[..^1]));
        Assert.True(Sample.Recognise(bytes[..^1], "digits-idx3").Parts[0].IsRefused);
    }

    [Fact]
    public void Grids_of_NTv2_have_north_at_the_top_and_west_on_the_left()
    {
        RecognisedFile file = Sample.Recognise("grid.gsb");
        MemoryView grid = file["GRID"];
        Assert.Equal([-32, -16], grid.Strides.ToArray());

        // Written 0, 1 | 2, 3 | 4, 5 from the south-east on.
        Assert.Equal([5, 4, 3, 2, 1, 0], grid["latitude_shift"].Items<float>());
        Assert.Equal(5.75f, grid["longitude_accuracy"].Get<float>(0, 0));
        Assert.Equal(("OLD", "NEW", "SECONDS"), ((string)file.Field("from")!, (string)file.Field("to")!, (string)file.Field("unit")!));
    }

    [Fact]
    public void A_grid_whose_edges_do_not_make_its_nodes_is_refused()
    {
        byte[] bytes = Sample.Bytes("grid.gsb");
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(176 + 168), 5);
        Assert.Contains("5 nodes", Sample.Recognise(bytes).Parts[0].Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("S01W070.hgt", 1201, 1201, -1.0)]
    [InlineData("n45e006.HGT", 3601, 1801, 45.0)]
    public void Heights_are_known_by_size_and_placed_by_name(string name, int rows, int columns, double south)
    {
        byte[] bytes = new byte[rows * columns * 2];
        bytes[^1] = 7;
        RecognisedFile file = Sample.Recognise(bytes, "/data/" + name);
        Assert.Equal(7, file["heights"].Get<short>(rows - 1, columns - 1));
        Assert.Equal(south, file.Field("south"));
    }

    [Fact]
    public void Heights_of_another_size_are_refused_and_other_names_not_recognised()
    {
        ArrayFileException error = Assert.Throws<ArrayFileException>(() => Sample.IsRecognised(new byte[100], "N45E006.hgt"));
        Assert.Contains("2884802", error.Message, StringComparison.Ordinal);
        Assert.False(Sample.IsRecognised(new byte[100], "mercury.hgt"));
        Assert.False(Sample.IsRecognised(new byte[2884802], "zeros.raw"));
        Assert.True(Sample.IsRecognised(new byte[2884802]));
    }
}
