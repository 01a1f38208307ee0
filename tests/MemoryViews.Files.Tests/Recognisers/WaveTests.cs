using System;
using System.Linq;
using Xunit;

namespace MemoryViews.Files.Tests;

public sealed class WaveTests
{
    [Theory]
    [InlineData("tone8.wav", "B (80, 1) (1, 1) at 44")]
    [InlineData("tone16.wav", "<h (80, 2) (4, 2) at 44")]
    [InlineData("tone16big.wav", ">h (80, 2) (4, 2) at 44")]
    [InlineData("tone24.wav", "<h (80, 2) (6, 3) at 81")]
    [InlineData("tone32.wav", "<i (80, 2) (8, 4) at 80")]
    [InlineData("tonef32.wav", "<f (80, 1) (4, 4) at 58")]
    public void Samples_are_frames_by_channels_where_they_lie(string name, string expected) =>
        Assert.Equal(expected, Sample.Describe(Sample.Recognise(name)["samples"]));

    [Fact]
    public void The_header_tells_what_SoX_was_told()
    {
        RecognisedFile file = Sample.Recognise("tone24.wav");
        Assert.Equal(FileKind.Wave, file.Kind);
        Assert.Equal(["PCM", 2L, 8000L, 24L, 480L], file.Fields.Select(field => field.Value));
    }

    [Theory]
    [InlineData("tone24.wav", 0)]
    [InlineData("tone32.wav", 16)]
    public void One_sound_is_the_same_at_every_depth_but_for_rounding(string name, int shift)
    {
        int[] expected = [.. Sample.Recognise("tone16.wav")["samples"].Items<short>().Select(value => (int)value)];
        RecognisedFile file = Sample.Recognise(name);
        int[] found = [.. file["samples"].Items<int>().Select(value => value >> shift)];
        Assert.Equal(expected.Length, found.Length);
        Assert.All(expected.Zip(found), pair => Assert.InRange(pair.Second - pair.First, -1, 1));
    }

    [Fact]
    public void Samples_of_24_bits_are_there_in_full_as_three_bytes()
    {
        MemoryView exact = Sample.Recognise("tone24.wav")["samples24"];
        Assert.Equal(3, exact.ItemSize);
        Assert.Equal(Sample.Bytes("tone24.wav")[80..], exact.ToBytes());
    }

    [Fact]
    public void Floats_agree_with_integers()
    {
        short[] integers = Sample.Recognise("tone16.wav")["samples"][.., 0].ToArray<short>();
        float[] floats = Sample.Recognise("tonef32.wav")["samples"][.., 0].ToArray<float>();
        Assert.All(integers.Zip(floats), pair => Assert.InRange(pair.Second * 32768 - pair.First, -1.01, 1.01));
    }

    [Fact]
    public void Coded_samples_are_refused_and_their_bytes_given()
    {
        RecognisedFile file = Sample.Recognise("alaw.wav");
        ArrayFileException refusal = Assert.Throws<ArrayFileException>(() => file["samples"]);
        Assert.Equal(ViewErrorCode.NotSupported, refusal.Code);
        Assert.Contains("A-law", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(80, file["data"].Length);
    }

    [Fact]
    public void Data_cut_short_is_a_refused_part_that_tells_both_sizes()
    {
        RecognisedFile file = Sample.Recognise(Sample.Bytes("tone16.wav")[..100]);
        RecognisedPart samples = Assert.Single(file.Parts);
        Assert.True(samples.IsRefused);
        Assert.Contains("[44, 364)", samples.Refusal, StringComparison.Ordinal);
        Assert.Contains("100 bytes", samples.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_length_that_a_pipe_left_open_goes_to_the_end()
    {
        byte[] bytes = Sample.Bytes("tone16.wav");
        bytes.AsSpan(40, 4).Fill(0xFF);
        Assert.Equal(80, Sample.Recognise(bytes)["samples"].Length);
    }

    [Fact]
    public void A_file_of_chunks_without_end_is_given_up()
    {
        byte[] bytes = new byte[1 << 20];
        "RIFF....WAVE"u8.CopyTo(bytes);
        ArrayFileException error = Assert.Throws<ArrayFileException>(() => Sample.IsRecognised(bytes));
        Assert.Contains("4096", error.Message, StringComparison.Ordinal);
    }
}
