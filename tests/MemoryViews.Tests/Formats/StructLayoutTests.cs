using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;
using Xunit;

namespace MemoryViews.Tests.Formats;

public unsafe class StructLayoutTests
{
    [Fact]
    public void Primitive_types_have_a_code_each()
    {
        string[] codes =
        [
            Text<sbyte>(), Text<byte>(), Text<short>(), Text<ushort>(), Text<int>(), Text<uint>(), Text<long>(), Text<ulong>(), Text<nint>(), Text<nuint>(),
            Text<bool>(), Text<char>(), Text<Half>(), Text<float>(), Text<double>(), Text<Complex>(), Text<DayOfWeek>(),
        ];
        Assert.Equal("b B h H i I q Q n N ? u e f d Zd i", string.Join(' ', codes));
    }

    [Fact]
    public void A_struct_is_a_record_of_its_fields_with_the_gaps_written_out()
    {
        Assert.Equal("T{i:Id:4xd:Value:}", Text<Sample>());
        Assert.Equal("T{d:Value:i:Id:4x}", Text<Tail>());
        Assert.Equal("T{B:Flag:7xT{i:Id:4xd:Value:}:Inner:}", Text<Outer>());
        Assert.Equal("T{f:X:f:Y:f:Z:}", Text<Vector3>());
    }

    [Fact]
    public void Packed_and_explicit_structs_keep_their_offsets()
    {
        Assert.Equal("^T{B:A:i:B:}", Text<Packed>());
        Assert.Equal(5, ItemFormat.Of<Packed>().Size);
        Assert.Equal("T{f:B:4xi:A:4x}", Text<Explicit>());
    }

    [Fact]
    public void Fixed_buffers_and_inline_arrays_are_sub_arrays()
    {
        Assert.Equal("T{B:Count:x(3)h:Items:}", Text<Buffered>());
        Assert.Equal("T{i:Head:(4)i:Tail:}", Text<Inlined>());
        Assert.Equal("T{(4)i:_item:}", Text<FourInts>());
        Assert.Equal("T{(2)T{i:Id:4xd:Value:}:Pair:}", Text<Pairs>());
    }

    [Fact]
    public void Pointers_characters_and_truth_values_are_fields_like_others() =>
        Assert.Equal("T{P:Next:u:Letter:?:IsSet:5x}", Text<Node>());

    [Fact]
    public void The_field_behind_a_property_has_its_name() => Assert.Equal("T{i:Width:i:Height:}", Text<Extent>());

    [Fact]
    public void Structs_of_more_than_256_bytes_are_measured_too()
    {
        ItemFormat format = ItemFormat.Of<Large>();
        Assert.Equal("T{(300)B:Bytes:4xq:Last:}", format.Text);
        Assert.Equal(304, format.Fields[1].Offset);
    }

    [Fact]
    public void A_format_made_from_a_struct_has_its_size_and_matches_it()
    {
        AssertMatches<Sample>();
        AssertMatches<Tail>();
        AssertMatches<Outer>();
        AssertMatches<Packed>();
        AssertMatches<Explicit>();
        AssertMatches<Buffered>();
        AssertMatches<Inlined>();
        AssertMatches<Pairs>();
        AssertMatches<Node>();
        AssertMatches<Large>();
        AssertMatches<Guid>();
        AssertMatches<DateTime>();
        AssertMatches<Matrix4x4>();
        AssertMatches<(byte, Complex, Half)>();
        AssertMatches<int>();
    }

    [Fact]
    public void Values_of_a_struct_are_read_through_its_format()
    {
        Sample sample = new() { Id = 7, Value = 2.5 };
        Record record = (Record)ItemFormat.Of<Sample>().Read(MemoryMarshal.AsBytes(new ReadOnlySpan<Sample>(in sample)))!;
        Assert.Equal((7, 2.5), (record["Id"], record["Value"]));
    }

    [Theory]
    [InlineData("T{i:id:d:value:}", true)]
    [InlineData("T{i:id:4xd:value:}", true)]
    [InlineData("id", true)]
    [InlineData("T{T{i}d}", true)]
    [InlineData("i4xd", true)]
    [InlineData("T{(1)i:id:d:value:}", true)]
    [InlineData("T{I:id:d:value:}", false)]
    [InlineData("T{i:id:q:value:}", false)]
    [InlineData("T{<i:id:d:value:}", false)]
    [InlineData("T{<i:id:4xd:value:}", true)]
    [InlineData("T{>i:id:4xd:value:}", false)]
    [InlineData("T{d:value:i:id:}", false)]
    [InlineData("T{i:id:i:more:d:value:}", false)]
    [InlineData("T{i:id:12x}", false)]
    [InlineData("T{i:id:4x&d:value:}", false)]
    [InlineData("d", false)]
    public void A_struct_stands_for_items_of_the_same_layout_alone(string format, bool expected)
    {
        // Marks name the other order on a big-endian machine.
        bool expectedHere = BitConverter.IsLittleEndian || !format.Contains('<') ? expected : false;
        Assert.Equal(expectedHere, ItemFormat.Parse(format).Matches<Sample>());
        Assert.Equal(expectedHere, ItemFormat.Parse(format).Matches<Sample>());
    }

    [Fact]
    public void Bytes_of_text_may_stand_in_a_struct_as_bytes()
    {
        Assert.True(ItemFormat.Parse("T{4s:tag:}").Matches<FourBytes>());
        Assert.True(ItemFormat.Parse("(4)c").Matches<FourBytes>());
        Assert.True(ItemFormat.Parse("4B").Matches<FourBytes>());
        Assert.False(ItemFormat.Parse("4b").Matches<FourBytes>());
        Assert.False(ItemFormat.Parse("3sx").Matches<FourBytes>());
        Assert.True(ItemFormat.Parse("c").Matches<byte>());
    }

    [Fact]
    public void What_has_no_format_is_refused_and_matches_nothing()
    {
        Assert.Equal(ViewErrorCode.FormatMismatch, Assert.Throws<ItemTypeException>(ItemFormat.Of<Union>).Code);
        Assert.Contains("overlap", Assert.Throws<ItemTypeException>(ItemFormat.Of<Union>).Message, StringComparison.Ordinal);
        Assert.Throws<ItemTypeException>(ItemFormat.Of<Int128>);
        Assert.Throws<ItemTypeException>(ItemFormat.Of<decimal>);
        Assert.Throws<ItemTypeException>(ItemFormat.Of<UInt128>);
        Assert.Throws<ItemTypeException>(ItemFormat.Of<Vector<int>>);
        Assert.Throws<ItemTypeException>(ItemFormat.Of<Empty>);
        Assert.False(ItemFormat.Parse("i").Matches<Union>());
        Assert.False(ItemFormat.Parse("2Q").Matches<Int128>());
        Assert.False(ItemFormat.ParseOrUnknown("?!").Matches<int>());
    }

    [Fact]
    public void Threads_that_ask_for_a_type_first_and_at_once_are_given_one_object()
    {
        ItemFormat[] formats = new ItemFormat[4];
        using Barrier barrier = new(formats.Length);
        Thread[] threads = Array.ConvertAll(formats, _ => new Thread(Ask));
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i].Start(i);
        }

        Array.ForEach(threads, thread => thread.Join());
        Assert.All(formats, format => Assert.Same(ItemFormat.Of<AskedForAtOnce>(), format));

        void Ask(object? place)
        {
            barrier.SignalAndWait();
            formats[(int)place!] = ItemFormat.Of<AskedForAtOnce>();
        }
    }

    private static string Text<T>()
        where T : unmanaged => ItemFormat.Of<T>().Text;

    private static void AssertMatches<T>()
        where T : unmanaged
    {
        ItemFormat format = ItemFormat.Of<T>();
        Assert.Equal(Unsafe.SizeOf<T>(), format.Size);
        Assert.True(format.Matches<T>(), format.Text);
        Assert.Same(format, ItemFormat.Of<T>());
    }

#pragma warning disable CS0649, CS0169, IDE0044, IDE0051 // fields are measured, not used
    // Its format is too long a text for the cache of formats, which would hide who came first.
    private struct AskedForAtOnce
    {
        public int TheFirstOfSeveralFieldsWhoseNamesMakeALongFormat;
        public int TheSecondOfSeveralFieldsWhoseNamesMakeALongFormat;
        public int TheThirdOfSeveralFieldsWhoseNamesMakeALongFormat;
        public int TheFourthOfSeveralFieldsWhoseNamesMakeALongFormat;
        public int TheFifthOfSeveralFieldsWhoseNamesMakeALongFormat;
        public int TheSixthOfSeveralFieldsWhoseNamesMakeALongFormat;
    }

    private struct Sample
    {
        public int Id;
        public double Value;
    }

    private struct Tail
    {
        public double Value;
        public int Id;
    }

    private struct Outer
    {
        public byte Flag;
        public Sample Inner;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct Packed
    {
        public byte A;
        public int B;
    }

    [StructLayout(LayoutKind.Explicit, Size = 16)]
    private struct Explicit
    {
        [FieldOffset(8)]
        public int A;

        [FieldOffset(0)]
        public float B;
    }

    [StructLayout(LayoutKind.Explicit)]
    private struct Union
    {
        [FieldOffset(0)]
        public int A;

        [FieldOffset(2)]
        public short B;
    }

    private struct Buffered
    {
        public byte Count;
        public fixed short Items[3];
    }

    private struct Large
    {
        public fixed byte Bytes[300];
        public long Last;
    }

    private struct FourBytes
    {
        public fixed byte Bytes[4];
    }

    [InlineArray(4)]
    private struct FourInts
    {
        private int _item;
    }

    [InlineArray(2)]
    private struct TwoSamples
    {
        private Sample _item;
    }

    private struct Inlined
    {
        public int Head;
        public FourInts Tail;
    }

    private struct Pairs
    {
        public TwoSamples Pair;
    }

    private struct Node
    {
        public Node* Next;
        public char Letter;
        public bool IsSet;
    }

    private struct Extent
    {
        public int Width { get; set; }

        public int Height { get; set; }
    }

    private struct Empty
    {
    }
#pragma warning restore CS0649, CS0169, IDE0044, IDE0051
}
