using System;
using System.Numerics;
using Xunit;

namespace MemoryViews.Tests.Formats;

public class ItemFloatTests
{
    [Theory]
    [InlineData(65504.0, 0x7BFF)]
    [InlineData(65519.999, 0x7BFF)]
    [InlineData(-65519.999, 0xFBFF)]
    [InlineData(double.PositiveInfinity, 0x7C00)]
    [InlineData(1.0009765625, 0x3C01)]
    [InlineData(1.00048828125, 0x3C00)]
    [InlineData(1.00146484375, 0x3C02)]
    [InlineData(5.960464477539063e-08, 0x0001)]
    [InlineData(2.980232238769531e-08, 0x0000)]
    [InlineData(8.940696716308594e-08, 0x0002)]
    [InlineData(-0.0, 0x8000)]
    public void Halves_round_half_to_even(double value, int bits)
    {
        byte[] item = new byte[2];
        ItemFormat.Parse("e").Write(item, value);
        Assert.Equal(bits, BitConverter.ToUInt16(item));
    }

    [Theory]
    [InlineData(65520.0)]
    [InlineData(-65520.0)]
    [InlineData(1e300)]
    public void A_half_refuses_what_would_round_to_infinity(double value)
    {
        ItemRangeException error = Assert.Throws<ItemRangeException>(() => ItemFormat.Parse("e").Write(new byte[2], value));
        Assert.Equal(ViewErrorCode.ValueRange, error.Code);
        Assert.Contains("65520", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("f")]
    [InlineData(">f")]
    public void A_single_stores_infinity_for_what_it_cannot_hold(string text)
    {
        ItemFormat format = ItemFormat.Parse(text);
        byte[] item = new byte[4];
        format.Write(item, 1e39);
        Assert.Equal(float.PositiveInfinity, format.Read(item));
    }

    [Fact]
    public void Any_number_goes_into_a_float()
    {
        Assert.All(new object[] { (sbyte)7, 7u, 7UL, (Int128)7, new BigInteger(7), 7m, (Half)7, 7f, 7.0 }, value =>
        {
            byte[] item = new byte[8];
            ItemFormat.Parse("d").Write(item, value);
            Assert.Equal(7.0, ItemFormat.Parse("d").Read(item));
        });
    }

    [Fact]
    public void A_whole_number_beyond_double_is_refused()
    {
        BigInteger limit = BigInteger.Pow(2, 1024);
        BigInteger half = BigInteger.Pow(2, 970);
        byte[] item = new byte[8];
        ItemFormat.Parse("d").Write(item, limit - half - 1);
        Assert.Equal(double.MaxValue, ItemFormat.Parse("d").Read(item));
        Assert.Equal(ViewErrorCode.ValueRange, Assert.Throws<ItemRangeException>(() => ItemFormat.Parse("d").Write(item, limit - half)).Code);
        Assert.Throws<ItemRangeException>(() => ItemFormat.Parse("Zd").Write(new byte[16], limit));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(1, 1, 2)]
    [InlineData(2, 0, 2)]
    [InlineData(3, -1, 2)]
    [InlineData(3, 0, 4)]
    public void Long_whole_numbers_round_half_to_even_by_all_their_bits(int halfSteps, int more, int expected)
    {
        // From 2^200 on, doubles are 2^148 apart.
        BigInteger big = BigInteger.Pow(2, 200), halfStep = BigInteger.Pow(2, 147);
        double rounded = Math.ScaleB(1, 200) + (expected * Math.ScaleB(1, 147));
        Assert.Equal(rounded, Rounding.ToDouble(big + (halfSteps * halfStep) + more));
        Assert.Equal(-rounded, Rounding.ToDouble(-(big + (halfSteps * halfStep) + more)));
    }

    [Fact]
    public void A_long_is_rounded_to_single_once()
    {
        // 2^63 + 2^39 + 1 lies just above the middle of two singles; by way of double it would fall on it.
        byte[] item = new byte[4];
        ulong value = (1UL << 63) + (1UL << 39) + 1;
        ScalarCodec.Store(ScalarKind.Float32, false, ref item[0], value);
        Assert.Equal(9223373136366403584f, BitConverter.ToSingle(item));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(-1.5)]
    [InlineData(Math.PI)]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    [InlineData(-2.2250738585072009e-308)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.NaN)]
    public void A_long_double_holds_every_double(double value)
    {
        (ulong low, ulong high) = LongDouble.ToExtended(value);
        Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(LongDouble.FromExtended(low, (ushort)high)));
        (low, high) = LongDouble.ToQuad(value);
        Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(LongDouble.FromQuad(low, high)));
        foreach (string text in new[] { "g", ">g", "<g" })
        {
            ItemFormat format = ItemFormat.Parse(text);
            byte[] item = new byte[format.Size];
            format.Write(item, value);
            Assert.Equal(value, format.Read(item));
        }
    }

    [Theory]
    [InlineData(0x8000000000000000UL, 0x3FFF, 1.0)]
    [InlineData(0x8000000000000400UL, 0x3FFF, 1.0)]
    [InlineData(0x8000000000000401UL, 0x3FFF, 1.0000000000000002)]
    [InlineData(0x8000000000000C00UL, 0x3FFF, 1.0000000000000004)]
    [InlineData(0xFFFFFFFFFFFFFFFFUL, 0x3FFF, 2.0)]
    [InlineData(0xFFFFFFFFFFFFFFFFUL, 0x43FE, double.PositiveInfinity)]
    [InlineData(0x8000000000000000UL, 0x0001, 0.0)]
    [InlineData(0x8000000000000000UL, 0x3BCC, 0.0)]
    [InlineData(0x8000000000000001UL, 0x3BCC, 5E-324)]
    [InlineData(0xC000000000000000UL, 0xC000, -3.0)]
    public void A_long_double_is_read_as_the_nearest_double(ulong mantissa, int top, double expected) =>
        Assert.Equal(expected, LongDouble.FromExtended(mantissa, (ushort)top));

    [Fact]
    public void A_long_double_keeps_the_sign_of_zero()
    {
        (ulong low, ulong high) = LongDouble.ToExtended(-0.0);
        Assert.True(double.IsNegative(LongDouble.FromExtended(low, (ushort)high)));
        (low, high) = LongDouble.ToQuad(-0.0);
        Assert.True(double.IsNegative(LongDouble.FromQuad(low, high)));
    }

    [Fact]
    public void Complex_long_doubles_keep_both_parts()
    {
        foreach (string text in new[] { "Zg", ">Zg", "<Zg" })
        {
            ItemFormat format = ItemFormat.Parse(text);
            byte[] item = new byte[format.Size];
            format.Write(item, new Complex(1.5, -2.5));
            Assert.Equal(new Complex(1.5, -2.5), format.Read(item));
        }
    }

    [Fact]
    public void A_real_number_becomes_complex()
    {
        byte[] item = new byte[16];
        ItemFormat.Parse("Zd").Write(item, 3);
        Assert.Equal(new Complex(3, 0), ItemFormat.Parse("Zd").Read(item));
    }

    [Fact]
    public void The_payload_of_a_NaN_survives_a_change_of_order()
    {
        byte[] source = Convert.FromHexString("7FF0000000001234"), back = new byte[8];
        byte[] middle = new byte[8];
        ScalarCodec.Convert(ScalarKind.Float64, BitConverter.IsLittleEndian, in source[0], ScalarKind.Float64, !BitConverter.IsLittleEndian, ref middle[0]);
        Assert.Equal("341200000000F07F", Convert.ToHexString(middle));
        ScalarCodec.Convert(ScalarKind.Float64, !BitConverter.IsLittleEndian, in middle[0], ScalarKind.Float64, BitConverter.IsLittleEndian, ref back[0]);
        Assert.Equal(source, back);
    }
}
