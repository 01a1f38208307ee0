using System;
using Xunit;

namespace MemoryViews.Tests.Exporters;

/// <summary>Hexadecimal text both ways, by the rules of Python's fromhex and hex.</summary>
public class HexTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  \t\n\r\v\f ", "")]
    [InlineData("2Ef0", "2ef0")]
    [InlineData(" 2E f0\n", "2ef0")]
    [InlineData("00  01 02ff", "000102ff")]
    public void White_space_between_bytes_is_skipped(string text, string hex)
    {
        Assert.Equal(hex, Bytes.FromHex(text).ToHexString());
        Assert.Equal(hex, ByteArray.FromHex(text).ToHexString());
    }

    [Theory]
    [InlineData("0g", 1)]
    [InlineData("g0", 0)]
    [InlineData("00 0 1", 4)]
    [InlineData("00 x", 3)]
    [InlineData("\u00a000", 0)]
    [InlineData("\uff11\uff12", 0)]
    [InlineData("0", 1)]
    [InlineData("00 0", 4)]
    public void An_error_names_the_position(string text, int position)
    {
        foreach (Action read in new Action[] { () => Bytes.FromHex(text), () => ByteArray.FromHex(text) })
        {
            ViewSyntaxException e = Assert.Throws<ViewSyntaxException>(read);
            Assert.Equal((position, ViewErrorCode.InvalidArgument), (e.Position, e.Code));
            Assert.Contains($"position {position}", e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Groups_are_counted_from_the_right_and_negative_ones_from_the_left()
    {
        Assert.Equal("61:6263:6465:6667", new Bytes("abcdefg"u8).ToHexString(':', 2));
        Assert.Equal("6162-6364-6566-67", new ByteArray("abcdefg"u8).ToHexString('-', -2));
        Assert.Equal("FF", new Bytes([255]).ToHexString(upper: true));
        Assert.Equal("", new ByteArray().ToHexString(':'));
    }

    [Fact]
    public void What_was_written_is_read_again()
    {
        byte[] all = new byte[256];
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = (byte)i;
        }

        Assert.Equal(all, Bytes.FromHex(new Bytes(all).ToHexString(' ')).ToArray());
        Assert.Equal(all, Bytes.FromHex(new Bytes(all).ToHexString(upper: true)).ToArray());
    }
}
