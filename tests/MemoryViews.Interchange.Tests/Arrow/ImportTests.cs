using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Xunit;

namespace MemoryViews.Interchange.Tests.Columns;

public unsafe class ImportTests
{
    [Fact]
    public void An_array_becomes_a_read_only_view_of_the_same_memory()
    {
        using ArrowProducer producer = new();
        using (MemoryView view = ArrowData.Import(producer.Array, producer.Schema))
        {
            producer.Data[3] = 42;
            Assert.Equal("i", view.Format.Text);
            Assert.Equal(12, view.Length);
            Assert.Equal(42, view[3]);
            Assert.True(view.IsReadOnly);
            Assert.Equal((0, 1), (producer.Releases, producer.SchemaReleases));
            Assert.True(producer.Array->Release is null);
        }

        Assert.Equal(1, producer.Releases);
    }

    [Fact]
    public void The_structures_may_be_gone_as_soon_as_they_are_imported()
    {
        using ArrowProducer producer = new();
        using MemoryView view = ImportFromStack(producer);
        Assert.Equal(Enumerable.Range(0, 12), view.ToArray<int>());
    }

    [Theory]
    [InlineData("c", "b", 1)]
    [InlineData("S", "H", 2)]
    [InlineData("e", "e", 2)]
    [InlineData("f", "f", 4)]
    [InlineData("l", "q", 8)]
    [InlineData("g", "d", 8)]
    [InlineData("w:3", "3s", 3)]
    public void A_type_has_its_format(string type, string format, int size)
    {
        using ArrowProducer producer = new(type);
        producer.Array->Length = 5;
        using MemoryView view = ArrowData.Import(producer.Array, producer.Schema);
        Assert.Equal((format, 5, size), (view.Format.Text, view.Length, view.ItemSize));
    }

    [Fact]
    public void Lists_of_fixed_size_become_axes()
    {
        using ArrowProducer producer = new("i", 3, 2);
        using MemoryView view = ArrowData.Import(producer.Array, producer.Schema);
        Assert.Equal([2, 3, 2], view.Shape.ToArray());
        Assert.Equal(11, view[1, 2, 1]);
    }

    [Fact]
    public void Offsets_of_all_levels_add_up()
    {
        using ArrowProducer producer = new("i", 2, 2);
        (producer.Array->Offset, producer.Array->Length) = (1, 1);
        (producer.Array->Children[0]->Offset, producer.Array->Children[0]->Length) = (1, 4);
        (producer.Leaf->Offset, producer.Leaf->Length) = (1, 11);
        using MemoryView view = ArrowData.Import(producer.Array, producer.Schema);
        Assert.Equal([1, 2, 2], view.Shape.ToArray());
        Assert.Equal([7, 8, 9, 10], MemoryMarshal.Cast<byte, int>(view.ToBytes()).ToArray());
    }

    [Fact]
    public void Buffers_without_bytes_may_be_null()
    {
        using ArrowProducer producer = new("i");
        producer.Array->Length = 0;
        producer.Array->Buffers[1] = null;
        using (MemoryView view = ArrowData.Import(producer.Array, producer.Schema))
        {
            Assert.Equal(0, view.Length);
        }

        Assert.Equal(1, producer.Releases);
        using ArrowProducer lists = new("w:0", 3);
        lists.Leaf->Buffers[1] = null;
        using MemoryView empty = ArrowData.Import(lists.Array, lists.Schema);
        Assert.Equal([4, 3], empty.Shape.ToArray());
    }

    [Fact]
    public void A_bitmap_without_zeros_is_no_hindrance()
    {
        using ArrowProducer counted = new();
        counted.Bitmap(counted.Array, 0, 0);
        counted.Array->NullCount = 0;
        ArrowData.Import(counted.Array, counted.Schema).Dispose();
        using ArrowProducer uncounted = new();
        uncounted.Bitmap(uncounted.Array, 0b1111_1000, 0b0000_0011);
        (uncounted.Array->NullCount, uncounted.Array->Offset, uncounted.Array->Length) = (-1, 3, 7);
        using MemoryView view = ArrowData.Import(uncounted.Array, uncounted.Schema);
        Assert.Equal([3, 4, 5, 6, 7, 8, 9], view.ToArray<int>());
        using ArrowProducer without = new();
        without.Array->NullCount = -1;
        ArrowData.Import(without.Array, without.Schema).Dispose();
    }

    [Fact]
    public void Bits_become_booleans_by_copy()
    {
        using ArrowProducer producer = new("b", 2);
        *(ushort*)producer.Data = 0b1010_1100_1000;
        producer.Array->Offset = 1;
        producer.Array->Length = 3;
        producer.Leaf->Offset = 1;
        producer.Leaf->Length = 11;
        using MemoryView view = ArrowData.Import(producer.Array, producer.Schema, CopyPolicy.IfNeeded);
        Assert.Equal((1, 1), (producer.Releases, producer.SchemaReleases));
        Assert.Equal("?", view.Format.Text);
        Assert.Equal([3, 2], view.Shape.ToArray());
        Assert.Equal<byte>([1, 0, 0, 1, 1, 0], view.ToBytes());
    }

    [Fact]
    public void A_copy_releases_the_array_at_once()
    {
        using ArrowProducer producer = new("i", 3);
        using MemoryView view = ArrowData.Import(producer.Array, producer.Schema, CopyPolicy.Always);
        Assert.Equal(1, producer.Releases);
        producer.Data[4] = 99;
        Assert.Equal(4, view[1, 1]);
        Assert.False(view.IsReadOnly);
    }

    [Fact]
    public void Items_beyond_32_bits_are_found()
    {
        using ArrowProducer producer = new("l");
        const long Far = 1L << 33;
        producer.Array->Offset = Far;
        producer.Array->Length = 2;
        producer.Array->Buffers[1] = (byte*)producer.Data - (Far * sizeof(long)); // the item at Far is the first there is
        using MemoryView view = ArrowData.Import(producer.Array, producer.Schema);
        Assert.Equal([1L << 32, (3L << 32) + 2], view.ToArray<long>());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static MemoryView ImportFromStack(ArrowProducer producer)
    {
        ArrowArray array = *producer.Array;
        ArrowSchema schema = *producer.Schema;
        MemoryView view = ArrowData.Import(&array, &schema);
        array = default;
        return view;
    }
}
