using System;
using System.Buffers.Binary;
using System.Linq;
using Xunit;

namespace MemoryViews.Files.Tests;

public sealed class TiffTests
{
    private static readonly byte[] s_wide = Sample.Pixels("wide.ppm", 2880);

    [Fact]
    public void Tiles_are_five_axes_that_make_the_picture_and_its_padding()
    {
        MemoryView tiles = Sample.Recognise("tiled.tif")["tiles"];
        Assert.Equal("B (3, 16, 2, 16, 3) (1536, 48, 768, 3, 1)", Sample.Describe(tiles)[..41]);
        byte[] all = tiles.ToBytes();
        byte[] cropped = [.. Enumerable.Range(0, 40).SelectMany(row => all.Skip(row * 96).Take(72))];
        Assert.Equal(s_wide, cropped);
    }

    [Fact]
    public void Planes_come_first_where_samples_lie_apart()
    {
        MemoryView pixels = Sample.Recognise("planar.tif")["pixels"];
        Assert.Equal("B (3, 40, 24) (960, 24, 1)", Sample.Describe(pixels)[..26]);
        Assert.Equal(s_wide, pixels.Permute(1, 2, 0).ToBytes());
    }

    [Fact]
    public void The_big_format_is_read_as_well_with_its_geography()
    {
        RecognisedFile file = Sample.Recognise("big.tif");
        Assert.Equal("BigTIFF image", file.Title);
        Assert.Equal("<f (40, 24) (96, 4)", Sample.Describe(file["pixels"])[..19]);
        Assert.Equal(s_wide.Where((_, i) => i % 3 == 0).Select(value => (float)value), file["pixels"].Items<float>());
        Assert.StartsWith("0 0 0 6 46 0", (string)file.Field("tie points")!, StringComparison.Ordinal);
    }

    [Fact]
    public void Tiles_in_disorder_are_refused_and_the_first_wrong_one_named()
    {
        byte[] bytes = Sample.Bytes("tiled.tif");
        int at = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(Entry(bytes, 324) + 8)) + 12;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), 500);
        Assert.Contains("piece 3 lies at 500", Sample.Recognise(bytes).Parts[0].Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tile_that_is_not_stored_is_refused()
    {
        byte[] bytes = Sample.Bytes("tiled.tif");
        bytes.AsSpan(BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(Entry(bytes, 324) + 8)) + 20, 4).Clear();
        Assert.Contains("piece 5 is not stored", Sample.Recognise(bytes).Parts[0].Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ring_of_directories_ends()
    {
        byte[] bytes = Sample.Bytes("picture.tif");
        int directory = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4)), entries = BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(directory));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(directory + 2 + 12 * entries), directory);
        Assert.Equal("1 and more", Sample.Recognise(bytes).Field("images"));
    }

    // Where the entry of a tag begins in a little-endian file.
    private static int Entry(byte[] bytes, int tag)
    {
        int directory = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4)), entries = BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(directory));
        return Enumerable.Range(0, entries).Select(i => directory + 2 + 12 * i).Single(at => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at)) == tag);
    }
}
