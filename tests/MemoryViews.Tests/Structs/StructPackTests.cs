using System;
using System.Buffers;
using System.Numerics;
using Xunit;

namespace MemoryViews.Tests.Structs;

public class StructPackTests
{
    [Theory]
    [InlineData("<h", "0102", 0x0201)]
    [InlineData(">h", "0102", 0x0102)]
    [InlineData("!H", "FFFE", 0xFFFE)]
    [InlineData("<i", "FEFFFFFF", -2)]
    [InlineData(">I", "00000001", 1)]
    [InlineData("=l", "FBFFFFFF", -5)]
    [InlineData(">q", "8000000000000000", long.MinValue)]
    [InlineData("<Q", "0100000000000000", 1)]
    [InlineData("b", "80", -128)]
    [InlineData("B", "FF", 255)]
    [InlineData("?", "01", true)]
    [InlineData(">e", "3C00", 1.0)]
    [InlineData("<f", "0000C03F", 1.5)]
    [InlineData(">d", "3FF8000000000000", 1.5)]
    public void A_value_packs_into_the_bytes_of_its_code_and_order(string format, string hex, object value)
    {
        Struct one = Struct.Parse(format);
        Assert.Equal(hex, Convert.ToHexString(one.Pack(value)));
        Assert.Equal(Convert.ToDouble(value, null), Convert.ToDouble(Assert.Single(one.Unpack(Convert.FromHexString(hex))) switch { Half half => (double)half, var other => other }, null));
    }

    [Theory]
    [InlineData("bi", 8, 2)]
    [InlineData("ib", 5, 2)]
    [InlineData("llh0l", 24, 3)]
    [InlineData("<bi", 5, 2)]
    [InlineData("3x", 3, 0)]
    [InlineData("4s2p3c", 9, 5)]
    [InlineData("", 0, 0)]
    [InlineData("<IhHdf", 20, 5)]
    public void Size_and_number_of_values_are_those_of_the_struct_module(string format, int size, int values)
    {
        Assert.SkipUnless(nint.Size == 8 && !OperatingSystem.IsWindows(), "l is 8 bytes on 64-bit Unix alone.");
        Struct any = Struct.Parse(format);
        Assert.Equal((size, values, format), ((int)any.Size, any.ValueCount, any.ToString()));
    }

    [Fact]
    public void Bytes_are_cut_and_padded_and_pascal_strings_carry_their_length()
    {
        byte[] bytes = Struct.Parse("3s3s4pc").Pack("ab"u8.ToArray(), "abcd"u8.ToArray(), "xyzzy"u8.ToArray(), (byte)'!');
        Assert.Equal("6162006162630378797A21", Convert.ToHexString(bytes));
        Assert.Equal(["ab\0"u8.ToArray(), "abc"u8.ToArray(), "xyz"u8.ToArray(), "!"u8.ToArray()], Struct.Parse("3s3s4pc").Unpack(bytes));
    }

    [Fact]
    public void Padding_is_zeroed_whatever_was_there()
    {
        byte[] bytes = [9, 9, 9, 9, 9, 9];
        Struct.Parse("<b2xh").PackInto(bytes, 1, 2);
        Assert.Equal([1, 0, 0, 2, 0, 9], bytes);
    }

    [Fact]
    public void A_refused_value_leaves_the_destination_alone()
    {
        byte[] bytes = [1, 2, 3, 4];
        Assert.Throws<ItemRangeException>(() => Struct.Parse("4B").PackInto(bytes, 9, 9, 9, 256));
        Assert.Throws<ItemTypeException>(() => Struct.Parse("4B").PackInto(bytes, 9, 9, 9, "9"));
        Assert.Equal([1, 2, 3, 4], bytes);
        ArrayBufferWriter<byte> writer = new();
        Assert.Throws<ItemRangeException>(() => Struct.Parse("4B").PackInto(writer, 9, 9, 9, -1));
        Assert.Equal(0, writer.WrittenCount);
    }

    [Fact]
    public void A_record_lands_behind_what_a_writer_holds()
    {
        ArrayBufferWriter<byte> writer = new();
        Struct.Parse(">H").PackInto(writer, 0x0102);
        Struct.Parse("600s").PackInto(writer, new byte[] { 7 });
        Assert.Equal((602, 1, 2, 7, 0), (writer.WrittenCount, writer.WrittenSpan[0], writer.WrittenSpan[1], writer.WrittenSpan[2], writer.WrittenSpan[601]));
    }

    [Theory]
    [InlineData("i", 0)]
    [InlineData("i", 2)]
    [InlineData("2x", 1)]
    [InlineData("0i", 1)]
    public void The_number_of_values_is_exact(string format, int count)
    {
        ViewArgumentException e = Assert.Throws<ViewArgumentException>(() => Struct.Parse(format).Pack(new object?[count]));
        Assert.Equal((ViewErrorCode.ShapeMismatch, format), (e.Code, e.Format));
    }

    [Fact]
    public void A_destination_that_is_too_short_is_refused() =>
        Assert.Contains("takes 4 bytes, but there is room for 3", Assert.Throws<ViewArgumentException>(() => Struct.Parse("i").PackInto(new byte[3], 1)).Message);

    [Theory]
    [InlineData("<f")]
    [InlineData(">f")]
    [InlineData("=f")]
    [InlineData("!f")]
    public void A_finite_number_that_a_standard_float_does_not_hold_is_refused(string format)
    {
        Assert.Equal(ViewErrorCode.ValueOverflow, Assert.Throws<ItemRangeException>(() => Struct.Parse(format).Pack(1e39)).Code);
        Assert.Equal([float.PositiveInfinity], Struct.Parse(format).Unpack(Struct.Parse(format).Pack(double.PositiveInfinity)));
    }

    [Fact]
    public void A_native_float_becomes_infinity_as_in_Python() =>
        Assert.Equal([float.NegativeInfinity], Struct.Parse("f").Unpack(Struct.Parse("f").Pack(-1e39)));

    [Fact]
    public void The_whole_of_PEP_3118_can_be_packed()
    {
        Struct record = Struct.Parse("T{<H:len:(2,2)B:grid:T{h:x:h:y:}:at:Zd:z:3w:name:}", FormatDialect.Pep3118);
        object?[] values = [(ushort)7, new byte[,] { { 1, 2 }, { 3, 4 } }, (5, 6), new Complex(1, -1), "né"];
        object?[] back = record.Unpack(record.Pack(values));
        Assert.Equal((5, 38), (record.ValueCount, (int)record.Size));
        Assert.Equal(values[0], back[0]);
        Assert.Equal(values[1], back[1]);
        Assert.Equal([(short)5, (short)6], Assert.IsType<Record>(back[2]));
        Assert.Equal((values[3], values[4]), (back[3], back[4]));
    }

    [Fact]
    public void Formats_are_those_of_the_struct_module_unless_asked_otherwise()
    {
        Assert.Equal(ViewErrorCode.FormatSyntax, Assert.Throws<ViewSyntaxException>(() => Struct.Parse("T{i:a:}")).Code);
        Assert.False(Struct.TryParse("i<i", out _));
        Assert.False(Struct.TryParse(null, out _));
        Assert.True(Struct.TryParse("i<i", out Struct? mixed, FormatDialect.Pep3118));
        Assert.Equal(8, mixed.Size);
        Assert.Equal(8, Struct.Of(ItemFormat.Parse("T{i:a:i:b:}")).Size);
    }

    [Fact]
    public void Formats_without_a_codec_have_a_size_and_nothing_else()
    {
        Struct pointers = Struct.Parse("2O", FormatDialect.Pep3118);
        Assert.Equal(2 * nint.Size, pointers.Size);
        Assert.Throws<ViewNotSupportedException>(() => pointers.Pack(1, 2));
        Assert.Throws<ViewNotSupportedException>(() => pointers.Unpack(new byte[2 * nint.Size]));
        Assert.Throws<ViewNotSupportedException>(() => pointers.Bind<long>());
        Assert.Throws<ViewNotSupportedException>(() => Struct.Parse("9999999999s").Pack(Array.Empty<byte>()));
    }
}
