using System;
using System.Numerics;
using MemoryViews.HouseKeeping;
using Xunit;

namespace MemoryViews.Tests.Formats;

public class ScalarCodecTests
{
    private static readonly ScalarKind[] s_integers =
    [
        ScalarKind.Int8, ScalarKind.UInt8, ScalarKind.Int16, ScalarKind.UInt16, ScalarKind.Int32, ScalarKind.UInt32, ScalarKind.Int64, ScalarKind.UInt64,
    ];

    private static readonly ScalarKind[] s_floats = [ScalarKind.Float16, ScalarKind.Float32, ScalarKind.Float64, ScalarKind.LongDouble];

    [Fact]
    public void The_kind_of_a_type_is_that_of_its_bits()
    {
        Assert.Equal(ScalarKind.Int32, ScalarKinds.Of<int>());
        Assert.Equal(ScalarKind.UInt8, ScalarKinds.Of<byte>());
        Assert.Equal(ScalarKind.Utf16, ScalarKinds.Of<char>());
        Assert.Equal(ScalarKind.Float16, ScalarKinds.Of<Half>());
        Assert.Equal(ScalarKind.Complex128, ScalarKinds.Of<Complex>());
        Assert.Equal(ScalarKinds.PointerSigned, ScalarKinds.Of<nint>());
        Assert.Equal(ScalarKind.Int32, ScalarKinds.Of<DayOfWeek>());
        Assert.Equal(ScalarKind.UInt8, ScalarKinds.Of<Narrow>());
        Assert.Equal(ScalarKind.None, ScalarKinds.Of<Guid>());
        Assert.Equal(ScalarKind.None, ScalarKinds.Of<Int128>());
        Assert.Equal(ScalarKind.None, ScalarKinds.Of<decimal>());
    }

    [Fact]
    public void Every_integer_moves_to_every_integer_kind_that_holds_it()
    {
        Int128[] values = [0, 1, -1, 127, 128, -128, -129, 255, 256, 32767, 32768, 65535, 65536, int.MaxValue, int.MinValue, uint.MaxValue, long.MaxValue, long.MinValue, ulong.MaxValue];
        foreach (ScalarKind from in s_integers)
        {
            foreach (ScalarKind to in s_integers)
            {
                foreach (Int128 value in values)
                {
                    if (Holds(from, value))
                    {
                        AssertMoves(from, to, value, Holds(to, value));
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData(1.9, 1)]
    [InlineData(-1.9, -1)]
    [InlineData(-0.9, 0)]
    [InlineData(127.99, 127)]
    [InlineData(-128.99, -128)]
    public void A_float_becomes_an_integer_by_dropping_its_fraction(double value, int expected)
    {
        byte[] item = [0];
        ScalarCodec.Store(ScalarKind.Int8, false, ref item[0], value);
        Assert.Equal(expected, (sbyte)item[0]);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(9223372036854775808.0)]
    [InlineData(-9223372036854777856.0)]
    [InlineData(1e300)]
    public void A_float_outside_the_range_is_refused(double value)
    {
        byte[] item = new byte[8];
        Assert.Equal(ViewErrorCode.ValueRange, Assert.Throws<ItemRangeException>(() => ScalarCodec.Store(ScalarKind.Int64, false, ref item[0], value)).Code);
        Assert.Equal(new byte[8], item);
    }

    [Fact]
    public void The_limits_of_long_and_ulong_are_exact()
    {
        byte[] item = new byte[8];
        ScalarCodec.Store(ScalarKind.Int64, false, ref item[0], -9223372036854775808.0);
        Assert.Equal(long.MinValue, BitConverter.ToInt64(item));
        ScalarCodec.Store(ScalarKind.UInt64, false, ref item[0], 18446744073709549568.0);
        Assert.Equal(18446744073709549568UL, BitConverter.ToUInt64(item));
        Assert.Throws<ItemRangeException>(() => ScalarCodec.Store(ScalarKind.UInt64, false, ref item[0], 18446744073709551616.0));
        Assert.Throws<ItemRangeException>(() => ScalarCodec.Store(ScalarKind.UInt64, false, ref item[0], -1.0));
    }

    [Fact]
    public void Integers_become_floats_by_rounding()
    {
        byte[] item = new byte[8];
        ScalarCodec.Store(ScalarKind.Float64, false, ref item[0], long.MaxValue);
        Assert.Equal(9223372036854775808.0, BitConverter.ToDouble(item));
        ScalarCodec.Store(ScalarKind.Float32, false, ref item[0], 16777217);
        Assert.Equal(16777216f, BitConverter.ToSingle(item));
        ScalarCodec.Store(ScalarKind.Float16, false, ref item[0], 2049);
        Assert.Equal((Half)2048, BitConverter.ToHalf(item));
        Assert.Throws<ItemRangeException>(() => ScalarCodec.Store(ScalarKind.Float16, false, ref item[0], 65520));
    }

    [Fact]
    public void Floats_move_to_every_float_kind()
    {
        foreach (ScalarKind from in s_floats)
        {
            foreach (ScalarKind to in s_floats)
            {
                byte[] source = new byte[16], destination = new byte[16];
                ScalarCodec.Store(from, true, ref source[0], -1.5);
                ScalarCodec.Convert(from, true, in source[0], to, true, ref destination[0]);
                Assert.Equal(-1.5, ScalarCodec.Load<double>(to, true, in destination[0]));
            }
        }
    }

    [Fact]
    public void Everything_becomes_a_truth_value_by_being_not_zero()
    {
        byte[] item = [7];
        ScalarCodec.Store(ScalarKind.Boolean, false, ref item[0], 256);
        Assert.Equal(1, item[0]);
        ScalarCodec.Store(ScalarKind.Boolean, false, ref item[0], -0.0);
        Assert.Equal(0, item[0]);
        ScalarCodec.Store(ScalarKind.Boolean, false, ref item[0], double.NaN);
        Assert.Equal(1, item[0]);
        ScalarCodec.Store(ScalarKind.Boolean, false, ref item[0], Complex.ImaginaryOne);
        Assert.Equal(1, item[0]);
    }

    [Fact]
    public void A_stored_2_is_read_as_a_proper_true()
    {
        byte[] item = [2];
        bool value = ScalarCodec.Load<bool>(ScalarKind.Boolean, false, in item[0]);
        Assert.Equal(1, (int)System.Runtime.CompilerServices.Unsafe.BitCast<bool, byte>(value));
        Assert.Equal(1, ScalarCodec.Load<int>(ScalarKind.Boolean, false, in item[0]));
    }

    [Fact]
    public void Real_becomes_complex_and_complex_does_not_become_real()
    {
        byte[] item = new byte[16];
        ScalarCodec.Store(ScalarKind.Complex64, false, ref item[0], 3);
        Assert.Equal(new Complex(3, 0), ScalarCodec.Load<Complex>(ScalarKind.Complex64, false, in item[0]));
        Assert.Equal(ViewErrorCode.ValueType, Assert.Throws<ItemTypeException>(() => ScalarCodec.Load<double>(ScalarKind.Complex64, false, in item[0])).Code);
    }

    [Fact]
    public void Complex_numbers_are_swapped_part_by_part()
    {
        byte[] item = new byte[16];
        ScalarCodec.Store(ScalarKind.Complex128, BitConverter.IsLittleEndian, ref item[0], new Complex(1, 2));
        Assert.Equal("3FF00000000000004000000000000000", Convert.ToHexString(item));
        ScalarCodec.Store(ScalarKind.Complex64, BitConverter.IsLittleEndian, ref item[0], new Complex(1, 2));
        Assert.Equal("3F80000040000000", Convert.ToHexString(item, 0, 8));
    }

    [Fact]
    public void Characters_count_as_the_numbers_of_their_bits()
    {
        byte[] item = [0x41, 0];
        Assert.Equal(0x41, ScalarCodec.Load<byte>(ScalarKind.Char8, false, in item[0]));
        Assert.Equal('A', ScalarCodec.Load<char>(ScalarKind.UInt16, false, in item[0]));
        Assert.Equal(0x41, ScalarCodec.Load<int>(ScalarKind.Utf16, !BitConverter.IsLittleEndian, in item[0]));
    }

    [Fact]
    public void A_struct_is_no_number()
    {
        byte[] item = new byte[16];
        Assert.Equal(ViewErrorCode.FormatMismatch, Assert.Throws<ItemTypeException>(() => ScalarCodec.Load<Guid>(ScalarKind.Int32, false, in item[0])).Code);
        Assert.Equal(ViewErrorCode.FormatMismatch, Assert.Throws<ItemTypeException>(() => ScalarCodec.Store(ScalarKind.Int32, false, ref item[0], Guid.Empty)).Code);
        Assert.Equal(ViewErrorCode.FormatMismatch, Assert.Throws<ItemTypeException>(() => ScalarCodec.Load<int>(ScalarKind.None, false, in item[0])).Code);
        Assert.Equal(ViewErrorCode.FormatMismatch, Assert.Throws<ItemTypeException>(() => ScalarCodec.Store(ScalarKind.None, false, ref item[0], 1)).Code);
    }

    [Fact]
    public void Values_move_without_allocation()
    {
        byte[] item = new byte[16];
        Assert.Equal(0, Allocated.By(() => Move(item)));
    }

    private static void Move(byte[] item)
    {
        for (int i = 0; i < 1000; i++)
        {
            ScalarCodec.Store(ScalarKind.Int32, true, ref item[0], (long)i);
            ScalarCodec.Store(ScalarKind.Float64, false, ref item[0], ScalarCodec.Load<double>(ScalarKind.Int32, true, in item[0]));
            ScalarCodec.Store(ScalarKind.Int32, false, ref item[0], ScalarCodec.Load<DayOfWeek>(ScalarKind.Float64, false, in item[0]));
        }
    }

    private static void AssertMoves(ScalarKind from, ScalarKind to, Int128 value, bool holds)
    {
        byte[] source = new byte[8], destination = new byte[8];
        new Number(value).Store(from, swapped: true, ref source[0]);
        if (holds)
        {
            ScalarCodec.Convert(from, true, in source[0], to, false, ref destination[0]);
            Assert.Equal(value, Number.Load(to, false, in destination[0]).Integer);
        }
        else
        {
            Assert.Throws<ItemRangeException>(() => ScalarCodec.Convert(from, true, in source[0], to, false, ref destination[0]));
            Assert.Equal(new byte[8], destination);
        }
    }

    private static bool Holds(ScalarKind kind, Int128 value)
    {
        (Int128 low, Int128 high) = ScalarKinds.Range(kind);
        return value >= low && value <= high;
    }

    private enum Narrow : byte
    {
        Zero,
    }
}
