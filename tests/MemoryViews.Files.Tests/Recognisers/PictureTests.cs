using System;
using System.Linq;
using Xunit;

namespace MemoryViews.Files.Tests;

public sealed class PictureTests
{
    private static readonly byte[] s_picture = Sample.Pixels("picture.ppm", 45);

    [Theory]
    [InlineData("picture24.bmp", "B (3, 5, 3) (-16, 3, -1) at 88")]
    [InlineData("picture32.bmp", "B (3, 5, 3) (-20, 4, -1) at 180")]
    [InlineData("picture.ppm", "B (3, 5, 3) (15, 3, 1) at 27")]
    [InlineData("picture.pam", "B (3, 5, 3) (15, 3, 1) at 77")]
    [InlineData("picture.tif", "B (3, 5, 3) (15, 3, 1) at 8")]
    [InlineData("picturebig.tif", "B (3, 5, 3) (15, 3, 1) at 8")]
    public void One_picture_has_one_content_in_every_file(string name, string expected)
    {
        MemoryView pixels = Sample.Recognise(name)["pixels"];
        Assert.Equal(expected, Sample.Describe(pixels));
        Assert.Equal(s_picture, pixels.ToBytes());
    }

    [Theory]
    [InlineData("picture.pfm", "<f (3, 5, 3) (-60, 12, 4) at 150")]
    [InlineData("picturebig.pfm", ">f (3, 5, 3) (-60, 12, 4) at 149")]
    public void Float_maps_are_turned_up_and_hold_the_same_picture(string name, string expected)
    {
        MemoryView pixels = Sample.Recognise(name)["pixels"];
        Assert.Equal(expected, Sample.Describe(pixels));
        Assert.Equal(s_picture, pixels.Items<float>().Select(value => (byte)MathF.Round(value * 255)));
    }

    [Fact]
    public void Alpha_is_a_part_of_its_own() =>
        Assert.All(Sample.Recognise("picture32.bmp")["alpha"].Items<byte>(), value => Assert.Equal(102, value));

    [Fact]
    public void A_palette_gives_back_the_colours()
    {
        RecognisedFile file = Sample.Recognise("wide8.bmp");
        Assert.Equal("B (40, 24) (-24, 1) at 2014", Sample.Describe(file["pixels"]));
        Assert.Equal("B (256, 3) (4, -1) at 56", Sample.Describe(file["palette"]));
        byte index = file["pixels"].Get<byte>(0, 23);

        // Reduced to 200 colours, the pixel is near (230, 0, 23) still.
        byte[] colour = file["palette"][index, ..].ToBytes();
        Assert.All(colour.Zip(Sample.Pixels("wide.ppm", 2880).Skip(69)), pair => Assert.InRange(pair.First - pair.Second, -16, 16));
    }

    [Theory]
    [InlineData("picture4.bmp", "B (3, 3) (-4, 1) at 126", "4 bits")]
    [InlineData("picture.pbm", "B (3, 1) (1, 1) at 25", "1 bit")]
    public void Pixels_below_a_byte_are_refused_and_their_rows_given(string name, string rows, string reason)
    {
        RecognisedFile file = Sample.Recognise(name);
        Assert.Contains(reason, Assert.Throws<ArrayFileException>(() => file["pixels"]).Message, StringComparison.Ordinal);
        Assert.Equal(rows, Sample.Describe(file["rows"]));
    }

    [Theory]
    [InlineData("lzw.tif", "LZW")]
    [InlineData("plain.ppm", "letters")]
    public void Coded_pixels_are_refused_with_the_reason_beside_their_size(string name, string reason)
    {
        RecognisedFile file = Sample.Recognise(name);
        Assert.Contains(reason, Assert.Throws<ArrayFileException>(() => file["pixels"]).Message, StringComparison.Ordinal);
        Assert.Equal((5L, 3L), ((long)file.Field("width")!, (long)file.Field("height")!));
    }

    [Fact]
    public void Grey_maps_have_no_third_axis_and_wide_samples_are_big_endian()
    {
        byte[] narrow = Sample.Recognise("picture.pgm")["pixels"].ToBytes();
        MemoryView wide = Sample.Recognise("picture16.pgm")["pixels"];
        Assert.Equal(">H (3, 5) (10, 2)", Sample.Describe(wide)[..17]);
        Assert.All(wide.Items<ushort>().Zip(narrow), pair => Assert.InRange(pair.First / 257.0 - pair.Second, -1, 1));
    }

    [Fact]
    public void A_bitmap_from_the_top_has_positive_strides()
    {
        byte[] bytes = Sample.Bytes("picture24.bmp");
        BitConverter.TryWriteBytes(bytes.AsSpan(22), -3);
        Assert.Equal("B (3, 5, 3) (16, 3, -1) at 56", Sample.Describe(Sample.Recognise(bytes)["pixels"]));
    }

    [Theory]
    [InlineData("BMW and other cars, a text of more than twenty-six letters")]
    [InlineData("P5 hello")]
    [InlineData("P7 hello")]
    [InlineData("PF is no number")]
    [InlineData("II is a Roman number")]
    [InlineData("")]
    public void A_text_that_begins_like_a_picture_is_none(string text) =>
        Assert.False(Sample.IsRecognised(System.Text.Encoding.ASCII.GetBytes(text), "notes.txt"));

    [Fact]
    public void A_comment_without_end_is_given_up()
    {
        byte[] bytes = new byte[1 << 20];
        bytes.AsSpan().Fill((byte)'#');
        "P5 1 #"u8.CopyTo(bytes);
        Assert.Throws<ArrayFileException>(() => Sample.IsRecognised(bytes));
    }
}
