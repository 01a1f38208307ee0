using System;
using System.IO;
using System.Linq;
using System.Numerics;
using Xunit;

namespace MemoryViews.Tests.Exporters;

/// <summary>TypedArray: type codes, values in and out, and its errors.</summary>
public class TypedArrayTests
{
    public static TheoryData<string> Codes => [.. TypedArray.Typecodes];

    [Theory]
    [InlineData("b", 1, typeof(sbyte))]
    [InlineData("B", 1, typeof(byte))]
    [InlineData("h", 2, typeof(short))]
    [InlineData("H", 2, typeof(ushort))]
    [InlineData("i", 4, typeof(int))]
    [InlineData("I", 4, typeof(uint))]
    [InlineData("q", 8, typeof(long))]
    [InlineData("Q", 8, typeof(ulong))]
    [InlineData("e", 2, typeof(Half))]
    [InlineData("f", 4, typeof(float))]
    [InlineData("d", 8, typeof(double))]
    [InlineData("Zf", 8, typeof(Complex))]
    [InlineData("Zd", 16, typeof(Complex))]
    public void A_type_code_says_what_an_item_is(string typecode, int size, Type type)
    {
        TypedArray array = new(typecode, [1, 0]);
        using MemoryView view = new(array);
        Assert.Equal((typecode, typecode, size, size, false), (array.Typecode, view.Format.Text, (int)array.ItemSize, (int)view.ItemSize, view.IsReadOnly));
        Assert.Equal([2], view.Shape);
        Assert.IsType(type, array[0]);
        Assert.IsType(type, view[0]);
    }

    [Fact]
    public void Longs_and_wide_characters_are_those_of_the_platform()
    {
        bool isWindows = OperatingSystem.IsWindows();
        Assert.Equal((isWindows ? 4 : 8, isWindows ? 4 : 8), ((int)new TypedArray("l").ItemSize, (int)new TypedArray("L").ItemSize));
        using MemoryView wide = new(new TypedArray("u", "x")), four = new(new TypedArray("w", "x"));
        Assert.Equal(isWindows ? ("u", 2) : ("w", 4), (wide.Format.Text, (int)wide.ItemSize));
        Assert.Equal(("w", 4), (four.Format.Text, (int)four.ItemSize));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("hh")]
    [InlineData("<h")]
    [InlineData(null)]
    public void Another_type_code_is_refused(string? typecode)
        => Assert.Equal(ViewErrorCode.InvalidArgument, Assert.Throws<ViewArgumentException>(() => new TypedArray(typecode!)).Code);

    [Theory]
    [InlineData("b", sbyte.MinValue, sbyte.MaxValue)]
    [InlineData("B", byte.MinValue, byte.MaxValue)]
    [InlineData("h", short.MinValue, short.MaxValue)]
    [InlineData("H", ushort.MinValue, ushort.MaxValue)]
    [InlineData("i", int.MinValue, int.MaxValue)]
    [InlineData("I", uint.MinValue, uint.MaxValue)]
    [InlineData("q", long.MinValue, long.MaxValue)]
    [InlineData("Q", ulong.MinValue, ulong.MaxValue)]
    public void Integers_out_of_range_are_an_overflow_and_change_nothing(string typecode, object low, object high)
    {
        BigInteger least = BigInteger.Parse(low.ToString()!, null), most = BigInteger.Parse(high.ToString()!, null);
        TypedArray array = new(typecode, [least, most]);
        Assert.Equal([low, high], array.ToList().Select(item => item is sbyte or byte or short or ushort ? Convert.ChangeType(item, low.GetType(), null) : item));
        foreach (BigInteger value in new[] { least - 1, most + 1, BigInteger.Pow(2, 200) })
        {
            foreach (Action set in new Action[] { () => array[0] = value, () => array.Append(value), () => array.Insert(0, value), () => array.Extend([1, value]) })
            {
                ItemRangeException e = Assert.Throws<ItemRangeException>(set);
                Assert.Equal((ViewErrorCode.ValueOverflow, typecode), (e.Code, e.Format));
            }
        }

        Assert.Equal((2, low.ToString()), ((int)array.Length, array[0]!.ToString()));
    }

    [Fact]
    public void Values_of_the_wrong_type_are_refused()
    {
        foreach (string typecode in TypedArray.Typecodes)
        {
            object?[] wrong = typecode switch
            {
                "u" or "w" => [1, null, "ab", "", 1.5],
                "e" or "f" or "d" => ["1", null, new byte[1], new Complex(1, 1)],
                "Zf" or "Zd" => ["1", null, new byte[1]],
                _ => ["1", null, 1.0, 1m, new byte[1], Complex.One],
            };
            foreach (object? value in wrong)
            {
                Assert.Equal(ViewErrorCode.ValueType, Assert.Throws<ItemTypeException>(() => new TypedArray(typecode, [value])).Code);
            }
        }
    }

    [Fact]
    public void A_float_too_large_is_infinity_and_a_half_or_whole_number_too_large_an_overflow()
    {
        Assert.Equal([float.PositiveInfinity, float.NegativeInfinity], new TypedArray("f", [1e300, -1e300]).ToList());
        Assert.Equal(ViewErrorCode.ValueOverflow, Assert.Throws<ItemRangeException>(() => new TypedArray("e", [65520])).Code);
        Assert.Equal(ViewErrorCode.ValueOverflow, Assert.Throws<ItemRangeException>(() => new TypedArray("d", [BigInteger.Pow(10, 400)])).Code);
    }

    [Fact]
    public void Values_of_a_type_convert_and_are_checked_all_before_any_is_added()
    {
        TypedArray array = TypedArray.Of("h", 1L, 2L, 3L);
        Assert.Equal(ViewErrorCode.ValueOverflow, Assert.Throws<ItemRangeException>(() => array.Extend([4, 40000])).Code);
        Assert.Equal(ViewErrorCode.ValueOverflow, Assert.Throws<ItemRangeException>(() => array.Set(0, 40000)).Code);
        Assert.Equal([1, 2, 3], array.ToList().Select(item => Convert.ToInt32(item, null)));
        array.Set(-1, (byte)30);
        Assert.Equal((30, 30.0), (array.Get<int>(2), array.Get<double>(-1)));
        Assert.Throws<AxisIndexException>(() => array.Get<int>(3));
    }

    [Fact]
    public void Another_array_is_converted_by_value()
    {
        Assert.Equal([1.0, -2.0], new TypedArray("d", new TypedArray("b", [1, -2])).ToList());
        Assert.Equal("xy", new TypedArray("w", new TypedArray("u", "xy")).ToUnicode());
        Assert.Equal(ViewErrorCode.ValueOverflow, Assert.Throws<ItemRangeException>(() => new TypedArray("b", new TypedArray("h", [300]))).Code);
        Assert.Throws<ItemTypeException>(() => new TypedArray("i", new TypedArray("d", [1])));
        Assert.Throws<ItemTypeException>(() => new TypedArray("i", new TypedArray("u", "x")));
        Assert.Throws<ItemTypeException>(() => new TypedArray("w", new TypedArray("i", [1])));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Bytes_must_be_whole_items(string typecode)
    {
        TypedArray array = new(typecode);
        byte[] bytes = new byte[3 * array.ItemSize];
        bytes[0] = 1;
        array.FromBytes(bytes);
        array.FromBytes(new Bytes(bytes));
        array.FromBytes(array);
        Assert.Equal([.. bytes, .. bytes, .. bytes, .. bytes], array.ToBytes());
        if (array.ItemSize > 1)
        {
            Assert.Equal(ViewErrorCode.InvalidArgument, Assert.Throws<ViewArgumentException>(() => array.FromBytes(bytes.AsSpan(1))).Code);
            Assert.Equal(ViewErrorCode.InvalidArgument, Assert.Throws<ViewArgumentException>(() => TypedArray.OfBytes(typecode, bytes.AsSpan(1))).Code);
        }
    }

    [Fact]
    public void ByteSwap_turns_each_number_round_and_twice_is_as_before()
    {
        foreach (string typecode in TypedArray.Typecodes)
        {
            TypedArray array = TypedArray.OfBytes(typecode, [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
            byte[] before = array.ToBytes();
            array.ByteSwap();
            int size = (int)array.ItemSize / (typecode[0] == 'Z' ? 2 : 1);
            Assert.Equal(before.Chunk(size).SelectMany(number => number.Reverse()), array.ToBytes());
            array.ByteSwap();
            Assert.Equal(before, array.ToBytes());
        }
    }

    [Theory]
    [InlineData("u")]
    [InlineData("w")]
    public void Text_goes_in_and_out_without_loss(string typecode)
    {
        const string Text = "a\u00e9\u20ac\U0001F600\ud800z";
        TypedArray array = new(typecode, Text);
        Assert.Equal(Text, array.ToUnicode());
        Assert.Equal(array.ItemSize == 4 ? 6 : 7, array.Length);
        array.FromUnicode("!");
        array.Append("?");
        array.Append('.');
        Assert.EndsWith("z!?.", array.ToUnicode(), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_arrays_of_characters_are_text()
    {
        TypedArray array = new("h");
        Assert.Equal(ViewErrorCode.InvalidArgument, Assert.Throws<ViewOperationException>(() => array.FromUnicode("x")).Code);
        Assert.Equal(ViewErrorCode.InvalidArgument, Assert.Throws<ViewOperationException>(array.ToUnicode).Code);
        Assert.Equal(ViewErrorCode.InvalidType, Assert.Throws<ItemTypeException>(() => new TypedArray("h", "x")).Code);
        Assert.Equal(ViewErrorCode.ValueRange, Assert.Throws<ItemRangeException>(TypedArray.OfBytes("w", [0, 0, 0x11, 0]).ToUnicode).Code);
    }

    [Fact]
    public void Streams_hold_the_machine_s_representation()
    {
        TypedArray array = new("i", Enumerable.Range(0, 40_000).Cast<object?>());
        using MemoryStream stream = new();
        array.ToStream(stream);
        Assert.Equal(array.ToBytes(), stream.ToArray());
        stream.Position = 4;
        TypedArray read = new("i", [-1]);
        read.FromStream(stream, 39_999);
        Assert.Equal((40_000, -1, 1, 39_999), ((int)read.Length, read.Get<int>(0), read.Get<int>(1), read.Get<int>(-1)));
    }

    [Fact]
    public void A_stream_that_ends_early_gives_its_whole_items_and_an_error()
    {
        TypedArray array = new("h", [7]);
        Assert.Equal(ViewErrorCode.FileFailed, Assert.Throws<ViewFileException>(() => array.FromStream(new MemoryStream([1, 0, 2, 0, 3]), nint.MaxValue)).Code);
        Assert.Equal([(short)7, (short)1, (short)2], array.ToList());
        Assert.Throws<ViewArgumentException>(() => array.FromStream(Stream.Null, -1));
    }

    [Fact]
    public void A_stream_that_is_written_to_cannot_resize_the_array_it_reads()
    {
        TypedArray array = new("i", [1, 2]);
        Assert.Throws<BufferException>(() => array.ToStream(new Meddler(array.Clear)));
        Assert.Equal(2, array.Length);
        array.Clear();
    }

    private sealed class Meddler(Action meddle) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => meddle();
    }
}
