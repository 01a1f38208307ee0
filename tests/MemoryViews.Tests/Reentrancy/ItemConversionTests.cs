using System;
using System.Runtime.InteropServices;
using Xunit;

namespace MemoryViews.Tests.Reentrancy;

/// <summary>
/// A value that is stored as an item may be a user's list, whose code runs while it is read. What it takes away is looked for again before a
/// byte is written, and what it says of itself is not believed.
/// </summary>
public sealed class ItemConversionTests
{
    private const string Pair = "T{(2)i:a:i:b:}";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_value_that_gives_the_view_back_is_not_stored(bool isDisposed)
    {
        using Poisoned bytes = Poisoned.Items("(2)i", 1, 2, 3, 4);
        MemoryView view = new(bytes);
        UserList value = new(2, 7, 8) { WhenRead = () => Give(view, bytes, isDisposed) };

        Assert.Throws<ViewReleasedException>(() => view[0] = value);
        Assert.Equal([1, 2, 3, 4], MemoryMarshal.Cast<byte, int>(bytes.Content));
    }

    [Fact]
    public void A_value_that_closes_the_memory_is_not_stored()
    {
        using Poisoned bytes = Poisoned.Items("(2)i", 1, 2, 3, 4);
        using MemoryView view = new(bytes);
        UserList value = new(2, 7, 8) { WhenAsked = () => bytes.Block.Close() };

        Assert.Throws<ViewReleasedException>(() => view[0] = value);
        Assert.True(bytes.IsGone);
        Assert.Equal([1, 2, 3, 4], MemoryMarshal.Cast<byte, int>(bytes.Content));
    }

    [Fact]
    public void A_value_whose_text_gives_the_view_back_is_refused_as_a_value()
    {
        using Poisoned bytes = Poisoned.Items("i", 1, 2);
        MemoryView view = new(bytes);
        UserText value = new(() => Give(view, bytes, isDisposed: true));

        Assert.Throws<ItemTypeException>(() => view[0] = value);
        Assert.Equal([1, 2], MemoryMarshal.Cast<byte, int>(bytes.Content));
    }

    [Fact]
    public void A_truth_value_may_be_a_user_s_collection()
    {
        using Poisoned bytes = Poisoned.Items("?", true);
        MemoryView view = new(bytes);
        UserList value = new(0) { WhenAsked = () => Give(view, bytes, isDisposed: false) };

        Assert.Throws<ViewReleasedException>(() => view[0] = value);
        Assert.Equal([1], bytes.Content);
    }

    [Fact]
    public void A_value_that_writes_the_item_meanwhile_is_stored_over_that()
    {
        int[] items = [1, 2, 3, 4];
        using MemoryView view = new MemoryView(items.AsMemoryView()).WithLayout(ItemFormat.Parse("(2)i"), Layout.Contiguous(8, [2]));
        view[0] = new UserList(2, 7, 8) { WhenRead = () => view[0] = new[] { 5, 6 } };

        Assert.Equal([7, 8, 3, 4], items);
    }

    // An item behind a pointer lies where the pointer leads when it is written, not where it led before user code ran.
    [Fact]
    public unsafe void A_value_that_moves_the_row_is_stored_where_the_row_is_then()
    {
        int* before = stackalloc int[2] { 1, 2 }, after = stackalloc int[2] { 3, 4 };
        nint* table = stackalloc nint[1] { (nint)before };
        using MemoryBlock block = MemoryBlock.Borrow(table, nint.Size, isReadOnly: false);
        Layout layout = Layout.Indirect(8, [1, 1], [nint.Size, 8], [0, -1]);
        using MemoryView view = MemoryView.Over(new(null, block, layout, ItemFormat.Parse("(2)i"), isReadOnly: false));
        nint address = (nint)table, moved = (nint)after;

        view[0, 0] = new UserList(2, 7, 8) { WhenAsked = () => Marshal.WriteIntPtr(address, moved) };

        Assert.Equal([1, 2], new Span<int>(before, 2));
        Assert.Equal([7, 8], new Span<int>(after, 2));
    }

    [Theory]
    [InlineData(2, new object[] { 7 })]
    [InlineData(2, new object[] { 7, 8, 9 })]
    [InlineData(2, new object[] { })]
    [InlineData(3, new object[] { 7, 8 })]
    [InlineData(-1, new object[] { 7, 8 })]
    [InlineData(int.MaxValue, new object[] { 7, 8 })]
    public void A_list_with_another_number_of_values_than_a_sub_array_is_refused_whatever_it_says(int says, object[] has)
    {
        byte[] memory = new byte[12];
        using MemoryView view = memory.AsMemoryView().WithLayout(ItemFormat.Parse(Pair), Layout.Contiguous(12, [1]));

        Assert.Throws<ItemTypeException>(() => view[0] = new object[] { new UserList(says, has), 1 });
        Assert.Throws<ItemTypeException>(() => ItemFormat.Parse(Pair).Write(memory, new object[] { new UserList(says, has), 1 }));
        Assert.Throws<ItemTypeException>(() => Struct.Of(ItemFormat.Parse(Pair)).PackInto(memory, new UserList(says, has), 1));
        Assert.Equal(new byte[12], memory);
    }

    [Fact]
    public void A_list_without_an_end_is_refused_when_the_sub_array_is_full()
    {
        int[] memory = [1, 2];
        using MemoryView view = memory.AsMemoryView().WithLayout(ItemFormat.Parse("(2)i"), Layout.Contiguous(8, [1]));

        Assert.Throws<ItemTypeException>(() => view[0] = new Endless(2));
        Assert.Equal([1, 2], memory);
    }

    [Fact]
    public void A_record_that_says_it_has_more_values_than_it_has_fails_with_its_own_exception_and_writes_nothing()
    {
        int[] memory = [1, 2];
        using MemoryView view = memory.AsMemoryView().WithLayout(ItemFormat.Parse("T{i:a:i:b:}"), Layout.Contiguous(8, [1]));

        Assert.Throws<IndexOutOfRangeException>(() => view[0] = new UserList(2, 7));
        Assert.Throws<ViewArgumentException>(() => view[0] = new UserList(int.MaxValue, 7));
        Assert.Equal([1, 2], memory);
    }

    private static void Give(MemoryView view, Poisoned owner, bool isDisposed)
    {
        if (isDisposed)
        {
            view.Dispose();
        }
        else
        {
            view.Release();
        }

        if (!owner.IsGone)
        {
            owner.Resize();
        }
    }
}
