using System;
using Xunit;

namespace MemoryViews.Tests.Exporters;

/// <summary>Bytes: a value that never changes.</summary>
public class BytesTests
{
    private static readonly Bytes s_data = new("abcabca"u8);

    [Fact]
    public void Bytes_are_a_copy_of_what_they_were_made_from()
    {
        byte[] source = [1, 2, 3];
        Bytes fromArray = new(source), fromView = new(source.AsMemoryView()[(..).By(-1)]);
        source[0] = 9;
        Assert.Equal([1, 2, 3], fromArray.ToArray());
        Assert.Equal([3, 2, 1], fromView.ToArray());
    }

    [Fact]
    public void Bytes_of_a_view_of_two_axes_are_its_items_in_C_order()
    {
        using MemoryView view = new byte[,] { { 1, 2 }, { 3, 4 } }.AsMemoryView();
        Assert.Equal([1, 3, 2, 4], new Bytes(view.Transpose()).ToArray());
    }

    [Theory]
    [InlineData(0, (byte)'a')]
    [InlineData(6, (byte)'a')]
    [InlineData(-1, (byte)'a')]
    [InlineData(-5, (byte)'c')]
    public void An_index_below_0_counts_from_the_end(int index, byte value) => Assert.Equal(value, s_data[index]);

    [Theory]
    [InlineData(7)]
    [InlineData(-8)]
    public void An_index_outside_is_refused_with_the_limits(int index)
    {
        AxisIndexException e = Assert.Throws<AxisIndexException>(() => s_data[index]);
        Assert.Equal((index, 7), ((int)e.Index, (int)e.Length));
    }

    [Fact]
    public void Slices_are_clamped_and_may_have_any_step()
    {
        Assert.Equal(new Bytes("bc"u8), s_data[1..3]);
        Assert.Equal(new Bytes("ca"u8), s_data[^2..100]);
        Assert.Equal(Bytes.Empty, s_data[5..2]);
        Assert.Equal(new Bytes("acbacba"u8), s_data.Slice((..).By(-1)));
        Assert.Equal(new Bytes("aaa"u8), s_data.Slice((..).By(3)));
        Assert.Equal(ViewErrorCode.ZeroStep, Assert.Throws<ViewArgumentException>(() => s_data.Slice(new Slice(null, null, 0))).Code);
    }

    [Theory]
    [InlineData("abc", 0, null, 0, 3, 2)]
    [InlineData("abc", 1, null, 3, 3, 1)]
    [InlineData("abc", 0, 5, 0, 0, 1)]
    [InlineData("abc", -4, null, 3, 3, 1)]
    [InlineData("a", 0, -1, 0, 3, 2)]
    [InlineData("", 0, null, 0, 7, 8)]
    [InlineData("", 7, null, 7, 7, 1)]
    [InlineData("", 8, null, -1, -1, 0)]
    [InlineData("", 3, 2, -1, -1, 0)]
    [InlineData("x", -100, 100, -1, -1, 0)]
    public void Patterns_are_found_within_bounds_as_Python_takes_them(string pattern, int start, int? stop, int first, int last, int count)
    {
        byte[] bytes = System.Text.Encoding.ASCII.GetBytes(pattern);
        ByteArray array = new(s_data);
        Assert.Equal((first, last, count), ((int)s_data.IndexOf(bytes, start, stop), (int)s_data.LastIndexOf(bytes, start, stop), (int)s_data.Count(bytes, start, stop)));
        Assert.Equal((first, last, count), ((int)array.IndexOf(bytes, start, stop), (int)array.LastIndexOf(bytes, start, stop), (int)array.Count(bytes, start, stop)));
    }

    [Fact]
    public void Prefixes_suffixes_and_members()
    {
        Assert.True(s_data.StartsWith("abca"u8) && s_data.EndsWith("bca"u8) && s_data.Contains("cab"u8) && s_data.StartsWith(""u8));
        Assert.False(s_data.StartsWith("b"u8) || s_data.EndsWith("b"u8) || s_data.Contains("cc"u8));
    }

    [Fact]
    public void Bytes_are_equal_by_content()
    {
        Bytes same = Bytes.FromHex("61 62 63 61 62 63 61"), other = new("abcabcb"u8);
        Assert.True(same == s_data && same.Equals((object)s_data) && s_data != other);
        Assert.False(s_data.Equals(null) || s_data.Equals((object)"abcabca") || s_data == null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("61626364656667")]
    public void The_hash_is_that_of_every_view_of_the_same_bytes(string hex)
    {
        Bytes bytes = Bytes.FromHex(hex);
        byte[] spread = new byte[3 * bytes.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            spread[3 * i] = bytes[i];
        }

        using MemoryView view = new(bytes), strided = spread.AsMemoryView();
        Assert.Equal(bytes.GetHashCode(), view.ContentHashCode());
        Assert.Equal(bytes.GetHashCode(), strided[(..).By(3)].AsReadOnly().ContentHashCode());
        Assert.Equal(bytes.GetHashCode(), Bytes.FromHex(hex).GetHashCode());
    }

    [Fact]
    public void Bytes_lend_themselves_read_only()
    {
        using MemoryView view = new(s_data);
        Assert.Same(s_data, view.Exporter);
        Assert.True(view.IsReadOnly);
        Assert.Equal(("B", 7, 1), (view.Format.Text, (int)view.Length, view.Rank));
        Assert.Equal(ViewErrorCode.ReadOnly, Assert.Throws<ViewOperationException>(() => view[0] = 1).Code);
        Assert.Equal(ViewErrorCode.RequestRefused, Assert.Throws<BufferException>(() => s_data.GetBuffer(BufferRequest.Writable)).Code);
    }

    [Fact]
    public unsafe void A_view_of_bytes_copies_nothing()
    {
        using MemoryView view = new(s_data);
        using System.Buffers.MemoryHandle pin = view.Pin();
        fixed (byte* first = s_data.AsSpan())
        {
            Assert.Equal((nint)first, (nint)pin.Pointer);
        }
    }

    [Fact]
    public void Text_is_Python_s()
    {
        Assert.Equal("b'a\\\\b\\n\\x00\\xff'", new Bytes([(byte)'a', (byte)'\\', (byte)'b', 10, 0, 255]).ToString());
        Assert.Equal("b\"it's\"", new Bytes("it's"u8).ToString());
        Assert.Equal("b''", Bytes.Empty.ToString());
        Assert.Equal(64, new Bytes(new byte[65]).ToString().Split("\\x00").Length - 1);
        Assert.EndsWith("'...", new Bytes(new byte[65]).ToString(), StringComparison.Ordinal);
    }
}
