using System;
using System.Linq;
using Xunit;

namespace MemoryViews.Tests.Formats;

public class FormatSizeTests
{
    [Theory]
    [InlineData("bi", 8)]
    [InlineData("ib", 5)]
    [InlineData("bq", 16)]
    [InlineData("nb", 9)]
    [InlineData("b0q", 8)]
    [InlineData("3xi", 8)]
    [InlineData("ix", 5)]
    [InlineData("", 0)]
    [InlineData("0i", 0)]
    [InlineData("5s", 5)]
    [InlineData("s", 1)]
    [InlineData("3p", 3)]
    [InlineData("0s", 0)]
    [InlineData("2i", 8)]
    [InlineData("(2,3)i", 24)]
    [InlineData("(2,0)i", 0)]
    [InlineData("(2)3h", 12)]
    [InlineData("e?cbB", 6)]
    [InlineData("ZfZd", 24)]
    [InlineData("uw", 8)]
    [InlineData("3u", 6)]
    [InlineData("9t", 2)]
    public void A_native_sequence_is_padded_between_items_and_not_behind_the_last(string format, int size) =>
        Assert.Equal(size, ItemFormat.Parse(format).Size);

    [Theory]
    [InlineData("llh0l", 4)]
    [InlineData("lb", 1)]
    public void C_long_is_eight_bytes_on_64_bit_unix_and_four_elsewhere(string format, int rest)
    {
        int size = OperatingSystem.IsWindows() || !Environment.Is64BitProcess ? 4 : 8;
        Assert.Equal(size, ItemFormat.Parse("l").Size);
        Assert.Equal(format == "lb" ? size + rest : size * 3, ItemFormat.Parse(format).Size);
    }

    [Theory]
    [InlineData("l", 4)]
    [InlineData("L", 4)]
    [InlineData("q", 8)]
    [InlineData("bi", 5)]
    [InlineData("bq0q", 9)]
    [InlineData("?hHiIQefd", 35)]
    public void Standard_sizes_are_the_same_everywhere_and_unpadded(string items, int size)
    {
        Assert.All("=<>!", order => Assert.Equal(size, ItemFormat.Parse(order + items).Size));
    }

    [Theory]
    [InlineData("^bi", 5)]
    [InlineData("^bq", 9)]
    [InlineData("^T{bi}", 5)]
    [InlineData("b^i", 5)]
    [InlineData("b^i@h", 8)]
    public void The_circumflex_takes_native_sizes_without_alignment(string format, int size) => Assert.Equal(size, ItemFormat.Parse(format).Size);

    [Theory]
    [InlineData("T{ib}", 8, 4)]
    [InlineData("T{bi}", 8, 4)]
    [InlineData("T{qb}", 16, 8)]
    [InlineData("T{bT{qb}}", 24, 8)]
    [InlineData("2T{ib}", 16, 4)]
    [InlineData("(2,2)T{ib}", 32, 4)]
    [InlineData("bT{h}", 4, 2)]
    [InlineData("T{}", 0, 1)]
    [InlineData("T{<ib}", 5, 1)]
    [InlineData("<T{ib}", 5, 1)]
    [InlineData("b<T{@ib}", 9, 1)]
    public void A_record_is_aligned_to_and_rounded_up_to_its_largest_member(string format, int size, int alignment)
    {
        ItemFormat parsed = ItemFormat.Parse(format);
        Assert.Equal((size, alignment), ((int)parsed.Size, (int)parsed.Alignment));
    }

    [Theory]
    [InlineData("T{b:a:i:b:h:c:q:d:}", "0 4 8 16")]
    [InlineData("T{<b:a:i:b:h:c:q:d:}", "0 1 5 7")]
    [InlineData("T{b:a:T{h:x:q:y:}:b:?:c:}", "0 8 24")]
    [InlineData("T{b:a:3x<i:b:(3)<h:c:2x}", "0 4 8")]
    [InlineData("bhiq", "0 2 4 8")]
    [InlineData("x3sxh", "1 6")]
    public void Fields_lie_where_C_puts_them(string format, string offsets) =>
        Assert.Equal(offsets, string.Join(' ', ItemFormat.Parse(format).Fields.Select(field => field.Offset)));

    [Fact]
    public void Addresses_have_the_size_of_the_machine_in_every_order()
    {
        Assert.All(["P", "<P", "n", ">N", "O", "<O", "&<i", "X{}", "<z", "<Z"], text => Assert.Equal(IntPtr.Size, ItemFormat.Parse(text).Size));
    }

    [Fact]
    public void A_count_under_a_shape_or_a_name_is_the_last_axis_of_the_array()
    {
        Assert.Equal([2, 3], ItemFormat.Parse("(2)3h").Fields.Single().SubShape.ToArray());
        Assert.Equal([3], ItemFormat.Parse("3h:a:").Fields.Single().SubShape.ToArray());
        Assert.Equal(1, ItemFormat.Parse("3h:a:").ValueCount);
        Assert.Equal(3, ItemFormat.Parse("3h").ValueCount);
    }
}
