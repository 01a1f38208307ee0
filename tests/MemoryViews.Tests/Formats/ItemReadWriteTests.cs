using System;
using System.Linq;
using System.Numerics;
using Xunit;

namespace MemoryViews.Tests.Formats;

public class ItemReadWriteTests
{
    public static TheoryData<string, object, string> Values => new()
    {
        { "b", (sbyte)-2, "FE" },
        { "B", (byte)254, "FE" },
        { "h", (short)-2, "FFFE" },
        { "H", (ushort)0x1234, "1234" },
        { "i", -2, "FFFFFFFE" },
        { "I", 0x12345678u, "12345678" },
        { "l", -2, "FFFFFFFE" },
        { "L", 0x12345678u, "12345678" },
        { "q", -2L, "FFFFFFFFFFFFFFFE" },
        { "Q", 0x123456789ABCDEF0UL, "123456789ABCDEF0" },
        { "?", true, "01" },
        { "e", (Half)1.5, "3E00" },
        { "f", 1.5f, "3FC00000" },
        { "d", -1.5, "BFF8000000000000" },
        { "Zf", new Complex(1, -2), "3F800000C0000000" },
        { "Zd", new Complex(1, -2), "3FF0000000000000C000000000000000" },
        { "u", 'é', "00E9" },
        { "w", "😀", "0001F600" },
        { "3u", "ab", "006100620000" },
        { "2w", "a😀", "000000610001F600" },
        { "c", "41"u8.ToArray()[..1], "34" },
        { "4s", "ab\0\0"u8.ToArray(), "61620000" },
        { "4p", "ab"u8.ToArray(), "02616200" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_is_read_and_written_in_network_order(string code, object value, string hex)
    {
        ItemFormat format = ItemFormat.Parse(">" + code);
        byte[] item = Convert.FromHexString(hex);
        Assert.Equal(item.Length, format.Size);
        Assert.Equal(value, format.Read(item));
        Assert.Equal(hex, Convert.ToHexString(Written(format, value)));
    }

    [Fact]
    public void A_value_survives_every_order()
    {
        Assert.All("@^=<>!", order => Assert.All(Values, row =>
        {
            (string code, object value, _) = row.Data;
            ItemFormat format = ItemFormat.Parse(order + code);
            Assert.True(ItemEquality.Values(value, format.Read(Written(format, value))), format.Text);
        }));
    }

    [Theory]
    [InlineData("<i", "78563412")]
    [InlineData(">i", "12345678")]
    [InlineData("!i", "12345678")]
    public void Order_marks_decide_over_the_host(string format, string hex) =>
        Assert.Equal(hex, Convert.ToHexString(Written(ItemFormat.Parse(format), 0x12345678)));

    [Theory]
    [InlineData("@i")]
    [InlineData("=i")]
    [InlineData("^i")]
    public void Host_order_is_the_hosts(string format) =>
        Assert.Equal(BitConverter.GetBytes(0x12345678), Written(ItemFormat.Parse(format), 0x12345678));

    [Fact]
    public void Native_codes_have_the_types_of_the_machine()
    {
        Assert.Equal((nint)(-5), RoundTrip("n", -5));
        Assert.Equal((nuint)5, RoundTrip("N", 5));
        Assert.Equal((nuint)5, RoundTrip("P", 5));
        Assert.Equal(FormatCodes.LongSize == 8 ? -5L : -5, RoundTrip("l", -5));
    }

    [Fact]
    public void A_negative_address_wraps() => Assert.Equal(nuint.MaxValue, RoundTrip("P", -1));

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(255, true)]
    public void Any_byte_but_zero_is_true(byte stored, bool expected) => Assert.Equal(expected, ItemFormat.Parse("?").Read([stored]));

    [Theory]
    [InlineData("x")]
    [InlineData("3x")]
    [InlineData("")]
    [InlineData("0i")]
    public void Padding_has_no_value(string format) => Assert.Empty((Record)ItemFormat.Parse(format).Read(new byte[3])!);

    [Theory]
    [InlineData("05616263", "616263")]
    [InlineData("00616263", "")]
    [InlineData("FF616263", "616263")]
    public void A_pascal_text_is_no_longer_than_its_field(string item, string expected) =>
        Assert.Equal(Convert.FromHexString(expected), ItemFormat.Parse("4p").Read(Convert.FromHexString(item)));

    [Fact]
    public void A_pascal_text_counts_255_bytes_at_most()
    {
        byte[] item = Written(ItemFormat.Parse("300p"), new byte[299]);
        Assert.Equal(255, item[0]);
        Assert.Equal(Array.Empty<byte>(), ItemFormat.Parse("0p").Read([]));
    }

    [Fact]
    public void Bytes_are_cut_or_padded_with_zeros()
    {
        Assert.Equal("616263", Convert.ToHexString(Written(ItemFormat.Parse("3s"), "abcdef"u8.ToArray())));
        Assert.Equal("610000", Convert.ToHexString(Written(ItemFormat.Parse("3s"), new ReadOnlyMemory<byte>([0x61]))));
        Assert.Equal("610000", Convert.ToHexString(Written(ItemFormat.Parse("3s"), new Memory<byte>([0x61]))));
    }

    [Theory]
    [InlineData("0000D800")]
    [InlineData("00110000")]
    [InlineData("FFFFFFFF")]
    public void A_number_that_is_no_code_point_reads_as_the_replacement_character(string hex) =>
        Assert.Equal("\uFFFD", ItemFormat.Parse(">w").Read(Convert.FromHexString(hex)));

    [Fact]
    public void Counted_text_ends_at_its_last_character_that_is_not_NUL()
    {
        Assert.Equal("a\0b", RoundTrip("5u", "a\0b"));
        Assert.Equal("", RoundTrip("5w", ""));
        Assert.Equal("\0", RoundTrip("w", "\0"));
        Assert.Equal('\0', RoundTrip("u", '\0'));
    }

    [Theory]
    [InlineData("O")]
    [InlineData("&i")]
    [InlineData("X{}")]
    [InlineData("t")]
    [InlineData("z")]
    [InlineData("iO")]
    [InlineData("T{i:a:&i:p:}")]
    public void Pointers_to_objects_and_bits_are_laid_out_and_not_read(string text)
    {
        ItemFormat format = ItemFormat.Parse(text);
        Assert.False(format.CanReadItems);
        Assert.Null(format.ClrType);
        Assert.True(format.Size > 0);
        Assert.Equal(ViewErrorCode.FormatUnsupported, Assert.Throws<ViewNotSupportedException>(() => format.Read(new byte[64])).Code);
        Assert.Equal(ViewErrorCode.FormatUnsupported, Assert.Throws<ViewNotSupportedException>(() => format.Write(new byte[64], 1)).Code);
    }

    [Fact]
    public void An_item_needs_all_its_bytes()
    {
        ViewArgumentException error = Assert.Throws<ViewArgumentException>(() => ItemFormat.Parse("d").Read(new byte[7]));
        Assert.Equal(ViewErrorCode.ShapeMismatch, error.Code);
        Assert.Throws<ViewArgumentException>(() => ItemFormat.Parse("d").Write(new byte[7], 1));
    }

    [Fact]
    public void Bytes_behind_the_item_are_left_alone()
    {
        byte[] memory = [.. Enumerable.Repeat((byte)0xAA, 6)];
        ItemFormat.Parse(">i").Write(memory, 1);
        Assert.Equal("00000001AAAA", Convert.ToHexString(memory));
    }

    private static object? RoundTrip(string text, object value)
    {
        ItemFormat format = ItemFormat.Parse(text);
        return format.Read(Written(format, value));
    }

    private static byte[] Written(ItemFormat format, object? value)
    {
        byte[] item = [.. Enumerable.Repeat((byte)0xAA, (int)format.Size)];
        format.Write(item, value);
        return item;
    }
}
