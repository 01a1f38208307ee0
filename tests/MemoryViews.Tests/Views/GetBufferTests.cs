using MemoryViews.Tests.LayoutAlgebra;
using Xunit;

namespace MemoryViews.Tests.Views;

public class GetBufferTests
{
    [Theory]
    [MemberData(nameof(Lent.All), MemberType = typeof(Lent))]
    public void A_view_lends_its_items_on(Backing backing)
    {
        using Lent lent = Lent.Grid(backing, 2, 3, 1, 2, 3, 4, 5, 6);
        using MemoryView part = lent.View[(..).By(-1), 1..];
        using (MemoryView again = new(new Exporter(part.GetBuffer)))
        {
            Assert.Same(part, again.Exporter);
            Assert.Equal([5, 6, 2, 3], again.ToArray<int>());
            again.Set(0, 0, 50);
            Assert.Throws<BufferException>(part.Release);
        }

        Assert.Equal(50, lent.View[1, 1]);
    }

    [Fact]
    public void Plain_bytes_keep_the_size_of_their_items()
    {
        MemoryView ints = new[] { 0x01020304, 5 }.AsMemoryView();
        using MemoryView plain = new(new Exporter(_ => ints.GetBuffer(BufferRequest.Simple)));
        Assert.Equal(("B", (nint)4), (plain.Format.Text, plain.ItemSize));
        Assert.Equal([2], plain.Shape);
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.FormatUnsupported, () => _ = plain[0], "'B'");
        Assert.Equal(ints.ToBytes(), plain.ToBytes());
    }

    [Fact]
    public void A_refused_request_leaves_the_view_free()
    {
        MemoryView view = new int[3].AsMemoryView().AsReadOnly();
        Assert.Throws<BufferException>(() => view.GetBuffer(BufferRequest.Writable));
        view.Release();
    }

    [Fact]
    public void A_chain_of_views_of_views_goes_back_link_by_link()
    {
        using NativeBuffer buffer = NativeBuffer.Allocate(4);
        MemoryView first = buffer.AsMemoryView();
        MemoryView second = new(new Exporter(first.GetBuffer));
        MemoryView third = new(new Exporter(second.GetBuffer));
        first.Dispose();
        Assert.Equal((byte)0, third[3]);
        second.Dispose();
        Assert.Equal((byte)0, third[3]);
        Assert.Throws<BufferException>(() => buffer.Close());
        third.Dispose();
        buffer.Close();
    }
}
