using Xunit;

namespace MemoryViews.Tests.Reentrancy;

/// <summary>What is compared with a view is asked for its memory, which is user code; so is whatever a Python value is compared with.</summary>
public sealed class ComparisonTests
{
    // gh-142663: the other side gives this one back.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_exporter_that_gives_the_view_back_while_it_is_compared_reads_nothing_of_it(bool isPython)
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3), other = Poisoned.Of(1, 2, 3);
        MemoryView view = new(bytes);
        other.WhenAsked = () =>
        {
            view.Dispose();
            bytes.Resize();
        };

        Assert.Throws<ViewReleasedException>(() => isPython ? new PythonView(view).ContentEquals(other) : view.ContentEquals(other));
        Assert.True(bytes.IsGone);
        Assert.Equal(0, other.Loans);
    }

    [Fact]
    public void An_exporter_that_closes_its_own_memory_while_it_is_compared_is_not_read()
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3), other = Poisoned.Of(1, 2, 3);
        using MemoryView view = new(bytes);
        other.WhenAsked = () => other.Block.Close();

        Assert.Throws<ViewReleasedException>(() => view.ContentEquals(other));
        Assert.Equal(0, other.Loans);
    }

    // gh-142560: who is compared stays locked meanwhile.
    [Fact]
    public void A_growing_array_is_compared_with_what_it_holds_then()
    {
        ByteArray bytes = new([1, 2, 3]);
        using Poisoned other = Poisoned.Of(1, 2);
        other.WhenAsked = () => bytes.Resize(2);

        Assert.True(bytes.ContentEquals(other));
        Assert.Equal(2, bytes.Length);
    }

    [Fact]
    public void A_typed_array_cannot_be_changed_by_what_it_is_compared_with()
    {
        TypedArray array = TypedArray.OfBytes("B", [1, 2, 3]);
        using Poisoned other = Poisoned.Of(1, 2, 3);
        int refused = 0;
        other.WhenAsked = () =>
        {
            Assert.Throws<BufferException>(array.Clear);
            refused++;
        };

        Assert.True(array.ContentEquals(other));
        Assert.Equal(1, refused);
    }

    [Fact]
    public void Whatever_an_exporter_throws_when_it_is_compared_is_not_equal()
    {
        using MemoryView view = new byte[3].AsMemoryView();
        Exporter other = new(static _ => throw new System.NotSupportedException());

        Assert.False(view.ContentEquals(other));
        Assert.False(new PythonView(view).ContentEquals(other));
        Assert.False(new ByteArray(3).ContentEquals(other));
    }

    // Rows of a view are compared as views: their exporter is asked at each step.
    [Fact]
    public void A_search_for_a_row_ends_when_the_row_gives_the_view_back()
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3, 4), row = Poisoned.Of(9, 9);
        MemoryView root = new(bytes);
        PythonView view = new(root.Cast("B", [2, 2]), strict: false);
        row.WhenAsked = root.Dispose;

        Assert.Throws<ViewReleasedException>(() => view.Count(row));
        Assert.Equal(0, row.Loans);
    }

    [Fact]
    public void A_value_looked_for_that_gives_the_view_back_ends_the_search()
    {
        using Poisoned bytes = Poisoned.Items("(2)i", 1, 2, 3, 4);
        MemoryView view = new(bytes);
        UserList value = new(2, 1, 5)
        {
            WhenRead = () =>
            {
                view.Dispose();
                if (!bytes.IsGone)
                {
                    bytes.Resize();
                }
            },
        };

        Assert.Throws<ViewReleasedException>(() => new PythonView(view, strict: false).Contains(value));
        Assert.True(bytes.IsGone);
    }
}
