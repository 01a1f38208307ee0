using System;
using System.Linq;
using Xunit;

namespace MemoryViews.Files.Tests;

public sealed class RecogniserTests
{
    public static TheoryData<string> Names => [.. Sample.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_sample_is_recognised_and_says_something(string name)
    {
        RecognisedFile file = Sample.Recognise(name);
        Assert.NotEmpty(file.Fields);
        Assert.NotEmpty(file.Parts);
        Assert.All(file.Parts, part => Assert.NotEqual(part.IsRefused, part.Refusal is null));
        Assert.NotEmpty(file.ToString());
    }

    [Fact]
    public void Parts_share_the_memory_and_end_with_it()
    {
        byte[] bytes = Sample.Bytes("picture24.bmp");
        MemoryView all = bytes.AsMemoryView();
        Assert.True(FileRecogniser.TryRecognise(all, null, out RecognisedFile? file));
        MemoryView pixels = file["pixels"];
        pixels.Set([0, 0, 0], (byte)99);
        Assert.Equal(99, bytes[88]);
        all.Dispose();
        Assert.Throws<ViewReleasedException>(() => pixels.Get<byte>(0, 0, 0));
    }

    [Fact]
    public void Parts_of_read_only_bytes_are_read_only()
    {
        Assert.True(FileRecogniser.TryRecognise(Sample.Bytes("tone16.wav").AsMemoryView().AsReadOnly(), null, out RecognisedFile? file));
        Assert.True(file["samples"].IsReadOnly);
    }

    [Fact]
    public void A_mapped_file_is_recognised_like_bytes_in_memory()
    {
        using MappedFile mapped = MappedFile.Open(Sample.PathOf("tiled.tif"));
        using MemoryView all = mapped.AsMemoryView();
        Assert.True(FileRecogniser.TryRecognise(all, mapped.Path, out RecognisedFile? file));
        Assert.True(file["tiles"].ContentEquals(Sample.Recognise("tiled.tif")["tiles"]));
    }

    [Fact]
    public void A_file_within_a_file_is_recognised_where_it_lies()
    {
        byte[] nested = [1, 2, 3, .. Sample.Bytes("picture24.bmp"), 4, 5];
        MemoryView inner = nested.AsMemoryView().Slice(3, nested.Length - 5);
        Assert.True(FileRecogniser.TryRecognise(inner, null, out RecognisedFile? file));
        Assert.Equal("B (3, 5, 3) (-16, 3, -1) at 91", Sample.Describe(file["pixels"]));
        Assert.Equal(Sample.Pixels("picture.ppm", 45), file["pixels"].ToBytes());
    }

    [Fact]
    public void A_part_never_reaches_beyond_the_bytes_given_though_there_is_memory()
    {
        MemoryView cut = Sample.Bytes("picture24.bmp").AsMemoryView()[..100];
        Assert.True(FileRecogniser.TryRecognise(cut, null, out RecognisedFile? file));
        Assert.Contains("100 bytes", file.Parts[0].Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_of_any_format_will_do_if_they_lie_together()
    {
        byte[] bytes = Sample.Bytes("tone16.wav");
        Assert.True(FileRecogniser.TryRecognise(bytes.AsMemoryView().Cast("H", [2, 91]), null, out RecognisedFile? file));
        Assert.Equal(80, file["samples"].Length);
        ArrayFileException error = Assert.Throws<ArrayFileException>(() => FileRecogniser.TryRecognise(bytes.AsMemoryView()[(..).By(2)], null, out _));
        Assert.Equal(ViewErrorCode.NotContiguous, error.Code);
    }

    [Fact]
    public void A_part_that_is_not_there_is_named_with_those_that_are()
    {
        RecognisedFile file = Sample.Recognise("grid.nc");
        string message = Assert.Throws<ArrayFileException>(() => file["salinity"]).Message;
        Assert.Contains("'salinity'", message, StringComparison.Ordinal);
        Assert.Contains("'temperature'", message, StringComparison.Ordinal);
        Assert.Null(file.Field("salinity"));
    }

    [Fact]
    public void Bytes_of_nothing_known_are_not_recognised() =>
        Assert.All(Enumerable.Range(0, 64), length => Assert.False(Sample.IsRecognised(new byte[length], "file")));
}
