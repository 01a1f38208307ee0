using System;
using System.Linq;
using Xunit;

namespace MemoryViews.Tests;

public class ConvertKernelsTests
{
    private static readonly string[] s_numbers =
        ["b", "B", "<h", ">h", "<H", ">H", "<i", ">i", "<I", ">I", "<q", ">q", "<Q", ">Q", "<e", ">e", "<f", ">f", "<d", ">d", "?"];

    private static readonly string[] s_complex = ["<Zf", ">Zf", "<Zd", ">Zd"];

    public static TheoryData<string, string> Pairs =>
        [.. s_numbers.SelectMany(_ => s_numbers.Concat(s_complex), (from, to) => (from, to)), .. s_complex.SelectMany(_ => s_complex, (from, to) => (from, to))];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_item_arrives_by_value_and_no_other_byte_changes(string fromText, string toText)
    {
        ItemFormat from = ItemFormat.Parse(fromText), to = ItemFormat.Parse(toText);
        foreach ((Layout source, Layout destination) in KernelLayouts.Families((int)from.Size).Zip(KernelLayouts.Families((int)to.Size), (s, d) => (s[^1], d[0])))
        {
            AssertConverted(source, from, destination, to);
            AssertConverted(source.Rank == 2 ? source : Layout.Contiguous(from.Size, source.Shape), from, destination, to);
        }
    }

    [Fact]
    public void Equal_formats_of_any_kind_are_copied()
    {
        ItemFormat record = ItemFormat.Parse("T{i:a:3s:b:}");
        byte[] from = Naive.Noise(5 * (int)record.Size), to = new byte[from.Length];
        Layout layout = Layout.Contiguous(record.Size, [5]);
        ConvertKernels.Run(Naive.Over(to, layout), record, Naive.Over(from, layout), record);
        Assert.Equal(from, to);
    }

    [Fact]
    public void Records_are_not_converted_to_other_formats()
    {
        byte[] memory = new byte[64];
        Layout layout = Layout.Contiguous(8, [2]);
        Assert.Equal(
            ViewErrorCode.FormatMismatch,
            Assert.Throws<ViewArgumentException>(() => ConvertKernels.Run(
                Naive.Over(memory, layout), ItemFormat.Parse("d"), Naive.Over(memory, layout), ItemFormat.Parse("2i"))).Code);
    }

    [Fact]
    public void A_format_of_another_size_than_the_items_is_refused()
    {
        byte[] memory = new byte[64];
        Layout layout = Layout.Contiguous(8, [2]);
        Assert.Throws<ViewArgumentException>(() => ConvertKernels.Check(ItemFormat.Parse("d"), 8, Naive.Over(memory, layout), ItemFormat.Parse("i")));
        Assert.Throws<ViewArgumentException>(() => ConvertKernels.Check(ItemFormat.Parse("i"), 8, Naive.Over(memory, layout), ItemFormat.Parse("d")));
    }

    [Theory]
    [InlineData("i", "b", 300)]
    [InlineData("i", "B", -1)]
    [InlineData(">q", "<I", 1L << 40)]
    [InlineData("d", "h", 1e9)]
    [InlineData("d", "q", double.NaN)]
    public void A_check_finds_the_value_that_does_not_fit(string fromText, string toText, object value)
    {
        ItemFormat from = ItemFormat.Parse(fromText), to = ItemFormat.Parse(toText);
        byte[] memory = new byte[10 * from.Size];
        Layout layout = Layout.Contiguous(from.Size, [10]).Flip(0);
        ConvertKernels.Check(to, to.Size, Naive.Over(memory, layout), from);
        from.Write(memory.AsSpan(7 * (int)from.Size), value);
        Assert.Throws<ItemRangeException>(() => ConvertKernels.Check(to, to.Size, Naive.Over(memory, layout), from));
    }

    [Fact]
    public void What_always_fits_is_what_a_check_never_refuses()
    {
        Assert.True(ConvertKernels.AlwaysFits(ScalarKind.UInt8, ScalarKind.Int16));
        Assert.True(ConvertKernels.AlwaysFits(ScalarKind.UInt64, ScalarKind.Float32));
        Assert.True(ConvertKernels.AlwaysFits(ScalarKind.Float64, ScalarKind.Float64));
        Assert.False(ConvertKernels.AlwaysFits(ScalarKind.Int8, ScalarKind.UInt64));
        Assert.False(ConvertKernels.AlwaysFits(ScalarKind.Int64, ScalarKind.UInt64));
        Assert.False(ConvertKernels.AlwaysFits(ScalarKind.Int32, ScalarKind.Float16));
        Assert.False(ConvertKernels.AlwaysFits(ScalarKind.Float64, ScalarKind.Int64));
    }

    private static void AssertConverted(Layout source, ItemFormat from, Layout destination, ItemFormat to)
    {
        byte[] input = Naive.Noise(KernelLayouts.MemoryLength), output = Naive.Noise(KernelLayouts.MemoryLength, 5), expected = [.. output];
        foreach (((nint s, nint d), int i) in Naive.Offsets(source).Zip(Naive.Offsets(destination)).Select((pair, i) => (pair, i)))
        {
            from.Write(input.AsSpan((int)s), i % 101);
            to.Write(expected.AsSpan((int)d), from.Scalar == ScalarKind.Boolean ? (i % 101 != 0 ? 1 : 0) : i % 101);
        }

        ConvertKernels.Check(to, to.Size, Naive.Over(input, source), from);
        ConvertKernels.Run(Naive.Over(output, destination), to, Naive.Over(input, source), from);
        Assert.True(expected.AsSpan().SequenceEqual(output), $"{source} to {destination}");
    }
}
