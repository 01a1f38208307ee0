using System;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MemoryViews.HouseKeeping;
using Xunit;

namespace MemoryViews.Tests.Structs;

public class StructBindingTests
{
    [Theory]
    [InlineData("<IhHdf")]
    [InlineData(">IhHdf")]
    [InlineData("@IhHdf")]
    [InlineData("!IhHdf")]
    [InlineData("<I3xhH5xdf9x")]
    [InlineData(">2xIhHdf")]
    public void A_record_is_read_and_written_whatever_its_order_and_padding(string text)
    {
        Struct format = Struct.Parse(text);
        Tick tick = new() { Id = 0x01020304, X = -2, Y = 0xABCD, Price = 1.25, Size = -0.5f };
        byte[] packed = format.Pack(tick.Id, tick.X, tick.Y, tick.Price, tick.Size);
        StructBinding<Tick> binding = format.Bind<Tick>();
        Assert.Equal(tick, binding.Read(packed));
        Assert.True(binding.TryRead(packed, out Tick tried));
        Assert.Equal(tick, tried);
        byte[] written = Enumerable.Repeat((byte)0xEE, packed.Length + 1).ToArray();
        binding.Write(written, tick);
        Assert.Equal([.. packed, 0xEE], written);
        Assert.Equal((format, format.Size), (binding.Struct, binding.Size));
    }

    [Fact]
    public void A_packed_struct_is_its_record()
    {
        byte[] packed = Struct.Parse("<IhHdf").Pack(1u, -2, 3, 4.5, 6.75);
        PackedTick tick = Struct.Parse("<IhHdf").Bind<PackedTick>().Read(packed);
        Assert.Equal((1u, -2, 3, 4.5, 6.75f), (tick.Id, tick.X, tick.Y, tick.Price, tick.Size));
    }

    [Fact]
    public void Tuples_are_bound_in_their_order_however_the_runtime_lays_them_out()
    {
        byte[] bytes = Struct.Parse(">bqhdi").Pack(1, 2, 3, 4.0, 5);
        Assert.Equal(((sbyte)1, 2L, (short)3, 4.0, 5), Struct.Parse(">bqhdi").Bind<(sbyte, long, short, double, int)>().Read(bytes));
        byte[] nine = Struct.Parse(">9H").Pack(1, 2, 3, 4, 5, 6, 7, 8, 9);
        (ushort a, _, _, _, _, _, ushort g, ushort h, ushort i) = Struct.Parse(">9H").Bind<(ushort, ushort, ushort, ushort, ushort, ushort, ushort, ushort, ushort)>().Read(nine);
        Assert.Equal((1, 7, 8, 9), (a, g, h, i));
    }

    [Fact]
    public void A_single_number_can_be_bound()
    {
        Assert.Equal(258, Struct.Parse(">H").Bind<ushort>().Read([1, 2]));
        Assert.Equal(DayOfWeek.Friday, Struct.Parse(">i").Bind<DayOfWeek>().Read([0, 0, 0, 5]));
        Assert.Equal(new Complex(1, 2), Struct.Parse(">Zd", FormatDialect.Pep3118).Bind<Complex>().Read(Struct.Parse(">2d").Pack(1, 2)));
    }

    [Fact]
    public void Bytes_text_nested_structs_and_sub_arrays_are_bound_number_by_number()
    {
        Struct format = Struct.Parse("T{>4s:magic:(2)T{H:x:H:y:}:points:2u:name:?:on:}", FormatDialect.Pep3118);
        byte[] bytes = format.Pack("PNG!"u8.ToArray(), new object[] { (1, 2), (3, 4) }, "ab", true);
        Header header = format.Bind<Header>().Read(bytes);
        Four magic = header.Magic;
        Assert.Equal("PNG!"u8, ((ReadOnlySpan<byte>)magic)[..4]);
        Assert.Equal((1, 2, 3, 4), (header.First.X, header.First.Y, header.Second.X, header.Second.Y));
        Assert.Equal(('a', 'b', true), (header.A, header.B, header.On));
        byte[] written = new byte[bytes.Length];
        format.Bind<Header>().Write(written, header);
        Assert.Equal(bytes, written);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(255, true)]
    public void A_truth_value_is_true_for_any_byte_but_0(byte raw, bool expected)
    {
        byte[] bytes = new byte[21];
        bytes[20] = raw;
        (_, _, bool flag) = Struct.Parse(">qq4x?").Bind<(long, long, bool)>().Read(bytes);
        Assert.Equal(expected ? (byte)1 : (byte)0, Unsafe.BitCast<bool, byte>(flag));
        Assert.Equal(expected, Struct.Parse("?").Bind<bool>().Read([raw]));
    }

    [Theory]
    [InlineData("<IhHd", "the format ends before its field Size")]
    [InlineData("<IhHdfB", "it has 5 numbers, and the format goes on with '<B' at byte 20")]
    [InlineData("<IHHdf", "its field X is a short, where the format has '<H' at byte 4. Make it a ushort")]
    [InlineData("<IhHfd", "its field Price is a double, where the format has '<f' at byte 8. Make it a float")]
    [InlineData("", "the format ends before its field Id")]
    public void A_struct_that_differs_is_refused_by_the_name_of_the_field(string format, string message)
    {
        ItemTypeException e = Assert.Throws<ItemTypeException>(() => Struct.Parse(format).Bind<Tick>());
        Assert.Equal((ViewErrorCode.FormatMismatch, format), (e.Code, e.Format));
        Assert.Contains(message, e.Message);
        Assert.Contains("Tick", e.Message);
    }

    [Fact]
    public void A_field_inside_a_field_is_named_with_its_path()
    {
        ItemTypeException e = Assert.Throws<ItemTypeException>(() => Struct.Parse("4sHi").Bind<Header>());
        Assert.Contains("field First.Y is a ushort", e.Message);
        Assert.Contains("field Magic[1] is a byte", Assert.Throws<ItemTypeException>(() => Struct.Parse("sb").Bind<Header>()).Message);
        Assert.Contains("its value is an int", Assert.Throws<ItemTypeException>(() => Struct.Parse("I").Bind<int>()).Message);
    }

    [Fact]
    public void Types_and_formats_without_a_counterpart_are_refused()
    {
        Assert.Throws<ItemTypeException>(() => Struct.Parse("QQ").Bind<Int128>());
        Assert.Throws<ItemTypeException>(() => Struct.Parse("i").Bind<Overlapping>());
        Assert.Contains("no fixed order", Assert.Throws<ItemTypeException>(() => Struct.Parse("ib").Bind<Loose>()).Message);
        Assert.SkipUnless(ItemFormat.Parse("g").Size == 16, "long double is a double here.");
        Assert.Contains("no type for 'g' at byte 0", Assert.Throws<ItemTypeException>(() => Struct.Parse("g", FormatDialect.Pep3118).Bind<double>()).Message);
    }

    [Fact]
    public void Many_records_are_read_and_written_at_once_or_not_at_all()
    {
        StructBinding<Tick> binding = Struct.Parse(">IhHdf").Bind<Tick>();
        Tick[] ticks = [.. Enumerable.Range(0, 7).Select(i => new Tick { Id = (uint)i, X = (short)-i, Y = 1, Price = i, Size = i })];
        byte[] bytes = new byte[7 * 20];
        Assert.Equal(140, binding.Write(bytes, ticks));
        Tick[] back = new Tick[8];
        Assert.Equal(7, binding.Read(bytes, back.AsSpan()));
        Assert.Equal([.. ticks, default], back);
        Assert.Throws<ViewArgumentException>(() => binding.Read(bytes, back.AsSpan(0, 6)));
        Assert.Throws<ViewArgumentException>(() => binding.Read(bytes.AsSpan(1), back.AsSpan()));
        byte[] room = new byte[139];
        Assert.Contains("need 140 bytes, but there are 139", Assert.Throws<ViewArgumentException>(() => binding.Write(room, ticks)).Message);
        Assert.All(room, b => Assert.Equal(0, b));
    }

    [Fact]
    public void Short_records_are_refused_by_every_door()
    {
        StructBinding<Tick> binding = Struct.Parse(">IhHdf").Bind<Tick>();
        Assert.Throws<ViewArgumentException>(() => binding.Read(new byte[19]));
        Assert.Throws<ViewArgumentException>(() => binding.Write(new byte[19], default(Tick)));
        Assert.False(binding.TryRead(new byte[19], out _));
        Assert.Throws<ViewArgumentException>(() => binding.Iterate(new byte[19].AsSpan()));
    }

    [Fact]
    public void A_walk_over_a_span_gives_each_record_once()
    {
        StructBinding<ushort> binding = Struct.Parse(">H").Bind<ushort>();
        int total = 0;
        foreach (ushort value in binding.Iterate(stackalloc byte[] { 1, 0, 2, 0, 4, 0 }))
        {
            total += value;
        }

        Assert.Equal(7 * 256, total);
        StructBinding<ushort>.Records walk = binding.Iterate(new byte[2].AsSpan());
        Assert.True(walk.MoveNext());
        Assert.False(walk.MoveNext());
        Assert.False(walk.MoveNext());
        Assert.Throws<AxisIndexException>(() => binding.Iterate(new byte[2].AsSpan()).Current);
    }

    [Fact]
    public void Records_are_read_and_written_without_allocating()
    {
        StructBinding<Tick> binding = Struct.Parse(">IhHdf").Bind<Tick>();
        StructField<double> price = Struct.Parse(">IhHdf").Field<double>(3);
        byte[] bytes = new byte[40];
        void Run()
        {
            double total = 0;
            foreach (Tick tick in binding.Iterate(bytes.AsSpan()))
            {
                binding.Write(bytes, tick with { Price = total });
                total += tick.Price + price.Read(bytes);
            }
        }

        Assert.Equal(0, Allocated.By(Run));
    }

    private record struct Tick
    {
        public uint Id;
        public short X;
        public ushort Y;
        public double Price;
        public float Size;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct PackedTick
    {
        public uint Id;
        public short X;
        public ushort Y;
        public double Price;
        public float Size;
    }

    private record struct Point(ushort X, ushort Y);

    [InlineArray(4)]
    private struct Four
    {
        private byte _first;
    }

    private record struct Header(Four Magic, Point First, Point Second, char A, char B, bool On);

    [StructLayout(LayoutKind.Explicit)]
    private struct Overlapping
    {
        [FieldOffset(0)]
        public int A;

        [FieldOffset(2)]
        public short B;
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Loose
    {
        public int A;
        public sbyte B;
    }
}
