using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using Xunit;

namespace MemoryViews.Tests;

public class ObjectKernelsTests
{
    private static readonly ItemFormat s_int = ItemFormat.Parse("i");

    [Fact]
    public void A_scalar_is_its_bare_item() => Assert.Equal(7, List([0, 7], Layout.Strided(4, [], [], 4)));

    [Fact]
    public void Each_axis_is_a_level_of_lists()
    {
        int[] values = [.. Enumerable.Range(0, 12)];
        Assert.Equal("[[[0, 1], [2, 3], [4, 5]], [[6, 7], [8, 9], [10, 11]]]", Text(List(values, Layout.Contiguous(4, [2, 3, 2]))));
        Assert.Equal("[[0, 3], [1, 4], [2, 5]]", Text(List(values, Layout.Contiguous(4, [2, 3]).Permute())));
        Assert.Equal("[11, 8, 5, 2]", Text(List(values, Layout.Contiguous(4, [12]).Slice(0, new Slice(null, null, -3)))));
        Assert.Equal("[[[0]], [[1]]]", Text(List(values, Layout.Contiguous(4, [2, 1, 1]))));
        Assert.Equal("[[[0, 0], [0, 0]]]", Text(List(values, Layout.Contiguous(4, []).BroadcastTo(1, 2, 2))));
    }

    [Fact]
    public void An_empty_axis_ends_the_nesting()
    {
        Assert.Equal("[]", Text(List([1], Layout.Contiguous(4, [0]))));
        Assert.Equal("[]", Text(List([1], Layout.Contiguous(4, [0, 3]))));
        Assert.Equal("[[], [], []]", Text(List([1], Layout.Contiguous(4, [3, 0]))));
        Assert.Equal("[[[], []], [[], []]]", Text(List([1], Layout.Contiguous(4, [2, 2, 0, 5]))));
    }

    [Fact]
    public void Items_come_in_C_order_into_a_span()
    {
        int[] values = [.. Enumerable.Range(0, 6)];
        object?[] items = new object?[7];
        ObjectKernels.CopyItems(Naive.Over(Bytes(values), Layout.Contiguous(4, [2, 3]).Permute()), s_int, items);
        Assert.Equal([0, 3, 1, 4, 2, 5, null], items);
    }

    [Theory]
    [InlineData("b")]
    [InlineData("B")]
    [InlineData("h")]
    [InlineData("@H")]
    [InlineData("i")]
    [InlineData("I")]
    [InlineData("l")]
    [InlineData("q")]
    [InlineData("@Q")]
    [InlineData("n")]
    [InlineData("P")]
    [InlineData("?")]
    [InlineData("e")]
    [InlineData("f")]
    [InlineData("d")]
    [InlineData(">d")]
    [InlineData("T{i:a:h:b:}")]
    public void Items_are_the_objects_their_format_reads_in_type_and_value(string text)
    {
        ItemFormat format = ItemFormat.Parse(text);
        byte[] memory = Naive.Noise(64 * (int)format.Size);
        Layout layout = Layout.Contiguous(format.Size, [8, 4, 2]).Permute(1, 0, 2);
        List<object?> expected = [.. Naive.Offsets(layout).Select(offset => format.Read(memory.AsSpan((int)offset, (int)format.Size)))];
        List<object?> leaves = [.. Leaves(ObjectKernels.ToList(Naive.Over(memory, layout), format))];
        Assert.Equal(expected.Select(item => item!.GetType()), leaves.Select(item => item!.GetType()));
        Assert.Equal(expected, leaves);
    }

    [Fact]
    public void A_span_too_short_is_refused()
        => Assert.Equal(
            ViewErrorCode.StructureMismatch,
            Assert.Throws<ViewArgumentException>(() => ObjectKernels.CopyItems(Naive.Over(new byte[8], Layout.Contiguous(4, [2])), s_int, new object?[1])).Code);

    [Fact]
    public void Items_that_cannot_be_read_are_refused_even_where_there_are_none()
    {
        Assert.Throws<ViewNotSupportedException>(() => ObjectKernels.ToList(Naive.Over(new byte[8], Layout.Contiguous(8, [0])), ItemFormat.Parse("O")));
        Assert.Throws<ViewArgumentException>(() => ObjectKernels.ToList(Naive.Over(new byte[8], Layout.Contiguous(8, [1])), s_int));
    }

    [Fact]
    public void A_list_longer_than_a_list_may_be_is_refused_at_once()
        => Assert.Throws<ViewOperationException>(() => ObjectKernels.ToList(Naive.Over(new byte[4], Layout.Contiguous(4, []).BroadcastTo((nint)1 << 40)), s_int));

    private static object? List(int[] values, Layout layout) => ObjectKernels.ToList(Naive.Over(Bytes(values), layout), s_int);

    private static byte[] Bytes(int[] values) => MemoryMarshal.AsBytes<int>(values).ToArray();

    private static IEnumerable<object?> Leaves(object? value) => value is List<object?> list ? list.SelectMany(Leaves) : [value];

    private static string Text(object? value) => value is List<object?> list ? $"[{string.Join(", ", list.Select(Text))}]" : $"{value}";
}
