using System;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace MemoryViews.Benchmarks;

/// <summary>A million records of five fields, 20 packed bytes each, all fields summed: bound structs and fields beside what one writes by hand.</summary>
internal static class Structs
{
    private const int N = 1_000_000;
    private const int Size = 20;
    private const string ByHand = "BinaryPrimitives, little-endian";
    private const string ByHandBig = "BinaryPrimitives, big-endian";
    private const string Cast = "MemoryMarshal.Cast, packed struct";

    public static Row[] Rows()
    {
        byte[] little = Records("<IhHdf"), big = Records(">IhHdf");
        StructBinding<Tick> bound = Struct.Parse("<IhHdf").Bind<Tick>(), boundBig = Struct.Parse(">IhHdf").Bind<Tick>();
        StructBinding<PackedTick> packed = Struct.Parse("<IhHdf").Bind<PackedTick>();
        Fields fields = new("<IhHdf"), fieldsBig = new(">IhHdf");
        Tick[] ticks = new Tick[N];
        byte[] written = new byte[N * Size];
        return
        [
            new(Cast, N, () => SumCast(little)),
            new(ByHand, N, () => SumPrimitives(little)),
            new(ByHandBig, N, () => SumPrimitivesBig(big)),
            new("binding.Iterate(span), little-endian", N, () => Sum(bound, little), 4.5, 0, Cast),
            new("binding.Iterate(span), packed struct", N, () => SumPacked(packed, little), 4.5, 0, Cast),
            new("binding.Iterate(span), big-endian", N, () => Sum(boundBig, big), 4.5, 0, ByHandBig),
            new("binding.Read(span), big-endian", N, () => SumReads(boundBig, big), 4.5, 0, ByHandBig),
            new("five fields, little-endian", N, () => fields.Sum(little), null, 0, ByHand),
            new("five fields, big-endian", N, () => fieldsBig.Sum(big), null, 0, ByHandBig),
            new("binding.Read(span, structs), big-endian", N, () => Count(boundBig.Read(big, ticks.AsSpan())), null, 0, ByHandBig),
            new("binding.Write(span, structs), big-endian", N, () => Count(boundBig.Write(written, ticks)), null, 0, ByHandBig),
            new("binding.Write(span, struct), big-endian", N, () => WriteEach(boundBig, written), null, 0, ByHandBig),
        ];
    }

    private static byte[] Records(string format)
    {
        StructBinding<Tick> binding = Struct.Parse(format).Bind<Tick>();
        byte[] records = new byte[N * Size];
        for (int i = 0; i < N; i++)
        {
            binding.Write(records.AsSpan(i * Size), new Tick { Id = (uint)i, X = (short)i, Y = (ushort)i, Price = i * 0.5, Size = i });
        }

        return records;
    }

    private static object Sum(StructBinding<Tick> binding, ReadOnlySpan<byte> records)
    {
        double total = 0;
        foreach (Tick tick in binding.Iterate(records))
        {
            total += tick.Id + tick.X + tick.Y + tick.Price + tick.Size;
        }

        return Done(total);
    }

    private static object SumPacked(StructBinding<PackedTick> binding, ReadOnlySpan<byte> records)
    {
        double total = 0;
        foreach (PackedTick tick in binding.Iterate(records))
        {
            total += tick.Id + tick.X + tick.Y + tick.Price + tick.Size;
        }

        return Done(total);
    }

    private static object SumReads(StructBinding<Tick> binding, ReadOnlySpan<byte> records)
    {
        double total = 0;
        for (; !records.IsEmpty; records = records[Size..])
        {
            Tick tick = binding.Read(records);
            total += tick.Id + tick.X + tick.Y + tick.Price + tick.Size;
        }

        return Done(total);
    }

    private static object SumCast(ReadOnlySpan<byte> records)
    {
        double total = 0;
        foreach (ref readonly PackedTick tick in MemoryMarshal.Cast<byte, PackedTick>(records))
        {
            total += tick.Id + tick.X + tick.Y + tick.Price + tick.Size;
        }

        return Done(total);
    }

    private static object SumPrimitives(ReadOnlySpan<byte> records)
    {
        double total = 0;
        for (; !records.IsEmpty; records = records[Size..])
        {
            total += BinaryPrimitives.ReadUInt32LittleEndian(records) + BinaryPrimitives.ReadInt16LittleEndian(records[4..])
                + BinaryPrimitives.ReadUInt16LittleEndian(records[6..]) + BinaryPrimitives.ReadDoubleLittleEndian(records[8..])
                + BinaryPrimitives.ReadSingleLittleEndian(records[16..]);
        }

        return Done(total);
    }

    private static object SumPrimitivesBig(ReadOnlySpan<byte> records)
    {
        double total = 0;
        for (; !records.IsEmpty; records = records[Size..])
        {
            total += BinaryPrimitives.ReadUInt32BigEndian(records) + BinaryPrimitives.ReadInt16BigEndian(records[4..])
                + BinaryPrimitives.ReadUInt16BigEndian(records[6..]) + BinaryPrimitives.ReadDoubleBigEndian(records[8..])
                + BinaryPrimitives.ReadSingleBigEndian(records[16..]);
        }

        return Done(total);
    }

    private static object? WriteEach(StructBinding<Tick> binding, Span<byte> records)
    {
        for (int i = 0; !records.IsEmpty; records = records[Size..], i++)
        {
            binding.Write(records, new Tick { Id = (uint)i, X = (short)i, Y = (ushort)i, Price = i, Size = i });
        }

        return null;
    }

    private static string? Count(int count) => count > 0 ? "some" : null;

    // The sum must be made, but a box of it would count as allocated: both answers are there already.
    private static string Done(double total) => total > 0 ? "positive" : "not positive";

    private struct Tick
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

    private sealed class Fields(string format)
    {
        private readonly StructField<uint> _id = Struct.Parse(format).Field<uint>(0);
        private readonly StructField<short> _x = Struct.Parse(format).Field<short>(1);
        private readonly StructField<ushort> _y = Struct.Parse(format).Field<ushort>(2);
        private readonly StructField<double> _price = Struct.Parse(format).Field<double>(3);
        private readonly StructField<float> _size = Struct.Parse(format).Field<float>(4);

        public object Sum(ReadOnlySpan<byte> records)
        {
            double total = 0;
            for (; !records.IsEmpty; records = records[Size..])
            {
                total += _id.Read(records) + _x.Read(records) + _y.Read(records) + _price.Read(records) + _size.Read(records);
            }

            return Done(total);
        }
    }
}
