using Xunit;

namespace MemoryViews.Tests.Views;

/// <summary>The first view of a loan ends the loan when it is disposed; what it makes for itself on the way must not.</summary>
public sealed class RootViewTests
{
    [Fact]
    public void A_text_or_list_of_the_first_view_leaves_its_loan_alone()
    {
        using MemoryView view = ((byte[])[1, 2, 3]).AsMemoryView();

        Assert.Equal("010203", view.ToHexString());
        Assert.Equal([(byte)1, (byte)2, (byte)3], Assert.IsType<System.Collections.Generic.List<object?>>(view.ToList()));
        Assert.Equal((byte)3, view[2]);
    }

    [Fact]
    public void An_array_of_the_first_view_leaves_its_loan_alone()
    {
        using MemoryView view = ((int[])[1, 2, 3]).AsMemoryView();

        Assert.Equal((int[])[1, 2, 3], Assert.IsType<int[]>(view.ToArray()));
        Assert.Equal(3, view[2]);
    }

    [Fact]
    public void A_view_that_an_operation_left_as_it_was_can_be_disposed_without_ending_the_loan()
    {
        using MemoryView view = ((byte[])[7]).AsMemoryView();

        view.Transpose().Dispose();
        view.Reshape(1).Dispose();

        Assert.Equal((byte)7, view[0]);
    }
}
