using System;
using System.IO;
using Xunit;

namespace MemoryViews.Tests.Views;

public class CopyToSpanTests
{
    [Fact]
    public void A_value_that_does_not_fit_leaves_the_whole_span_alone()
    {
        MemoryView view = new[] { 1, 2, 300 }.AsMemoryView();
        sbyte[] destination = [7, 7, 7];

        ItemRangeException e = Assert.Throws<ItemRangeException>(() => view.CopyTo<sbyte>(destination));

        Assert.Contains("300", e.Message, StringComparison.Ordinal);
        Assert.Equal([7, 7, 7], destination);
    }

    [Fact]
    public void A_disposed_stream_says_so_for_its_length_and_position()
    {
        Stream stream = new byte[4].AsMemoryView().AsStream();
        stream.Dispose();

        Assert.Throws<ViewReleasedException>(() => stream.Length);
        Assert.Throws<ViewReleasedException>(() => stream.Position);
        Assert.Throws<ViewReleasedException>(() => stream.Position = 1);
        Assert.Throws<ViewReleasedException>(() => stream.Read(new byte[1]));
    }
}
