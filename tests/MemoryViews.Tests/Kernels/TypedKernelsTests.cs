using System;
using System.Linq;
using System.Runtime.InteropServices;
using Xunit;

namespace MemoryViews.Tests;

public class TypedKernelsTests
{
    [Fact]
    public void Items_of_the_very_type_are_copied_in_C_order_both_ways()
    {
        foreach (Layout layout in KernelLayouts.Families(8).SelectMany(family => family))
        {
            byte[] memory = Naive.Noise(KernelLayouts.MemoryLength), copy = new byte[KernelLayouts.MemoryLength];
            long[] values = new long[layout.ItemCount];
            TypedKernels.CopyTo(Naive.Over(memory, layout), ItemFormat.Parse("q"), values.AsSpan());
            Assert.Equal(Naive.Gather(memory, layout), MemoryMarshal.AsBytes<long>(values).ToArray());
            TypedKernels.CopyFrom<long>(Naive.Over(copy, layout), ItemFormat.Parse("q"), values);
            Assert.Equal(Naive.Gather(memory, layout), Naive.Gather(copy, layout));
        }
    }

    [Theory]
    [InlineData("<b")]
    [InlineData(">h")]
    [InlineData("<H")]
    [InlineData(">i")]
    [InlineData(">q")]
    [InlineData(">e")]
    [InlineData("f")]
    [InlineData(">d")]
    [InlineData("Zd")]
    public void Other_numbers_go_by_value(string text)
    {
        ItemFormat format = ItemFormat.Parse(text);
        Layout layout = Layout.Contiguous(format.Size, [4, 3]).Permute().Flip(1);
        byte[] memory = new byte[layout.ByteLength];
        int[] values = [.. Enumerable.Range(20, 12)], back = new int[13];
        TypedKernels.CopyFrom<int>(Naive.Over(memory, layout), format, values);
        Assert.Equal(values.Select(value => format.Read(Written(format, value))),
            Naive.Offsets(layout).Select(offset => format.Read(memory.AsSpan((int)offset))));
        if (format.Kind != ItemKind.Complex)
        {
            TypedKernels.CopyTo(Naive.Over(memory, layout), format, back.AsSpan());
            Assert.Equal([.. values, 0], back);
        }
    }

    [Fact]
    public void Truth_values_are_read_as_not_0_and_never_copied_raw()
    {
        bool[] truth = new bool[3];
        TypedKernels.CopyTo(Naive.Over([0, 1, 200], Layout.Contiguous(1, [3])), ItemFormat.Parse("?"), truth.AsSpan());
        Assert.Equal([0, 1, 1], MemoryMarshal.AsBytes<bool>(truth).ToArray());
    }

    [Fact]
    public void A_struct_goes_with_the_record_of_its_layout()
    {
        ItemFormat record = ItemFormat.Of<Pair>();
        Pair[] pairs = [new(1, 2.5), new(3, 4.5)], back = new Pair[2];
        byte[] memory = new byte[2 * record.Size];
        Layout layout = Layout.Contiguous(record.Size, [2]).Flip(0);
        TypedKernels.CopyFrom<Pair>(Naive.Over(memory, layout), record, pairs);
        TypedKernels.CopyTo(Naive.Over(memory, layout), record, back.AsSpan());
        Assert.Equal(pairs, back);
        Assert.Equal(pairs[1], MemoryMarshal.Read<Pair>(memory));
    }

    [Fact]
    public void A_struct_does_not_go_with_another_record_nor_a_number_with_any()
    {
        byte[] memory = new byte[32];
        Layout layout = Layout.Contiguous(16, [2]);
        Assert.Throws<ItemTypeException>(() => TypedKernels.CopyTo(Naive.Over(memory, layout), ItemFormat.Parse("T{q:a:q:b:}"), new Pair[2].AsSpan()));
        Assert.Throws<ItemTypeException>(() => TypedKernels.CopyFrom<int>(Naive.Over(memory, layout), ItemFormat.Parse("2q"), new int[2]));
    }

    [Fact]
    public void Nothing_is_written_when_one_value_does_not_fit()
    {
        byte[] memory = new byte[3];
        Assert.Throws<ItemRangeException>(() => TypedKernels.CopyFrom<int>(Naive.Over(memory, Layout.Contiguous(1, [3])), ItemFormat.Parse("B"), new int[] { 1, 2, 256 }));
        Assert.Equal([0, 0, 0], memory);
    }

    [Fact]
    public void Counts_are_checked_before_memory_is_touched()
    {
        Assert.Throws<ViewArgumentException>(() => TypedKernels.CopyTo(Naive.Over(new byte[8], Layout.Contiguous(1, [8])), ItemFormat.UInt8, new byte[7].AsSpan()));
        Assert.Throws<ViewArgumentException>(() => TypedKernels.CopyFrom<byte>(Naive.Over(new byte[8], Layout.Contiguous(1, [8])), ItemFormat.UInt8, new byte[9]));
        Assert.Throws<ViewArgumentException>(() => TypedKernels.CopyTo(Naive.Over(new byte[8], Layout.Contiguous(8, [1])), ItemFormat.Parse("i"), new int[1].AsSpan()));
    }

    private static byte[] Written(ItemFormat format, int value)
    {
        byte[] item = new byte[format.Size];
        format.Write(item, value);
        return item;
    }

    private readonly record struct Pair(int Id, double Value);
}
