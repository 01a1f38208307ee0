using System;
using System.Linq;
using System.Text;
using MemoryViews.Tests.LayoutAlgebra;
using Xunit;

namespace MemoryViews.Tests.Views;

public class HexTests
{
    [Theory]
    [MemberData(nameof(Shapes.All), MemberType = typeof(Shapes))]
    public void Hex_is_that_of_the_bytes_in_c_order(Backing backing, string shape)
    {
        using Lent lent = Shapes.Of(backing, shape);
        byte[] bytes = Shapes.Bytes(shape);
        Assert.Equal(Convert.ToHexStringLower(bytes), lent.View.ToHexString());
        Assert.Equal(Convert.ToHexString(bytes), lent.View.ToHexString(upper: true));
        Assert.Equal(string.Join('-', bytes.Chunk(4).Select(Convert.ToHexStringLower)), lent.View.ToHexString('-', -4));
        Assert.False(lent.View.IsReleased);
    }

    [Theory]
    [InlineData(1, "61:62:63:64:65:66:67")]
    [InlineData(2, "61:6263:6465:6667")]
    [InlineData(-2, "6162:6364:6566:67")]
    [InlineData(3, "61:626364:656667")]
    [InlineData(7, "61626364656667")]
    [InlineData(0, "61626364656667")]
    [InlineData(-100, "61626364656667")]
    [InlineData(int.MaxValue, "61626364656667")]
    [InlineData(int.MinValue, "61626364656667")]
    public void Groups_count_from_the_right_and_negative_ones_from_the_left(int group, string expected)
        => Assert.Equal(expected, Encoding.ASCII.GetBytes("abcdefg").AsMemoryView().ToHexString(':', group));

    [Fact]
    public void Nothing_gives_nothing_and_a_group_without_a_separator_has_no_effect()
    {
        Assert.Equal("", Array.Empty<byte>().AsMemoryView().ToHexString(':'));
        Assert.Equal("0102", new byte[] { 1, 2 }.AsMemoryView().ToHexString(null, 1));
        Assert.Equal("07", new byte[] { 7 }.AsMemoryView().Reshape().ToHexString(':'));
    }

    [Fact]
    public void A_text_longer_than_a_string_is_refused_with_the_limit()
    {
        MemoryView view = new byte[1].AsMemoryView().BroadcastTo(1 << 30);
        Refusal.Of<ViewOperationException>(ViewErrorCode.InvalidArgument, () => view.ToHexString(), "1073741824 bytes", "slice the view");
    }
}
