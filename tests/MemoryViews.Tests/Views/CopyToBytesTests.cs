using Xunit;

namespace MemoryViews.Tests.Views;

public class CopyToBytesTests
{
    [Fact]
    public void A_span_of_bytes_gets_the_bytes_of_the_items_and_not_their_values()
    {
        using MemoryView view = new short[] { 1, 2 }.AsMemoryView();
        byte[] bytes = new byte[4];
        view.CopyTo(bytes);
        Assert.Equal([1, 0, 2, 0], bytes);
        view.CopyTo<byte>(bytes);
        Assert.Equal([1, 2, 2, 0], bytes);
    }
}
