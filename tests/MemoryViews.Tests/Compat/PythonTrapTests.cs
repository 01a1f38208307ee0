using System;
using System.Collections.Generic;
using Xunit;
using static MemoryViews.Tests.Compat.Python;

namespace MemoryViews.Tests.Compat;

/// <summary>Corners of CPython's memoryview that are easily got wrong.</summary>
public sealed class PythonTrapTests
{
    [Fact]
    public void An_empty_strided_axis_is_not_contiguous_and_one_of_length_1_is()
    {
        using PythonView view = View<byte>(1, 2, 3);

        Assert.False(((PythonView)view.GetItem(Slice(0, 0, 2))!).IsContiguous);
        Assert.True(((PythonView)view.GetItem(Slice(0, 1, 2))!).IsContiguous);
    }

    [Fact]
    public void A_view_without_items_is_false()
    {
        using PythonView truths = View<bool>(true), empty = View<byte>();

        truths.SetItem(0, empty);

        Assert.Equal(false, truths.GetItem(0));
        truths.SetItem(0, new TypedArray("i", [0]));
        Assert.Equal(true, truths.GetItem(0));
        truths.SetItem(0, new TypedArray("i"));
        Assert.Equal(false, truths.GetItem(0));
        Raises("TypeError", () => truths.SetItem(0, Lent([1], "B", [])));
    }

    [Fact]
    public void A_format_is_refused_before_bounds_read_only_and_deletion()
    {
        using PythonView view = Lent(new byte[4], "<i", isReadOnly: true);

        Raises("NotImplementedError", () => view.GetItem(9));
        Raises("NotImplementedError", () => view.SetItem(9, 1));
        Raises("NotImplementedError", () => view.DelItem(0));
    }

    [Fact]
    public void Characters_never_equal_numbers_unless_there_are_none()
    {
        using PythonView characters = Lent([5], "c"), numbers = Lent([5], "B"), none = Lent([], "c");

        Assert.False(characters.ContentEquals(numbers));
        Assert.True(none.ContentEquals(Lent([], "B")));
    }

    [Fact]
    public void A_view_compares_items_where_a_bytearray_compares_bytes()
    {
        ByteArray bytes = new("a\0"u8);
        using PythonView view = Lent([97, 0], "H");

        Assert.False(view.ContentEquals(bytes));
        Assert.True(bytes.ContentEquals(view.View));
    }

    [Fact]
    public void Formats_of_one_size_are_not_assigned_to_each_other()
    {
        using PythonView target = Lent(new byte[8], "l"), source = Lent(new byte[8], "q");

        Raises("ValueError", () => target.SetItem(Slice(null, null), source));
    }

    [Fact]
    public void A_code_that_cannot_be_read_is_still_assigned_as_bytes()
    {
        byte[] data = new byte[8];
        using PythonView target = Lent(data, "w"), source = Lent([1, 0, 0, 0], "w");

        target.SetItem(Slice(1, null), source);

        Assert.Equal<byte[]>([0, 0, 0, 0, 1, 0, 0, 0], data);
        Raises("NotImplementedError", () => target.GetItem(0));
        Raises("IndexError", () => target.GetItem(2));
    }

    [Fact]
    public void A_float_too_large_becomes_infinity_and_a_half_too_large_is_refused()
    {
        using PythonView singles = View<float>(0), halves = View<Half>((Half)0);

        singles.SetItem(0, 1e39);

        Assert.Equal(float.PositiveInfinity, singles.GetItem(0));
        Raises("ValueError", () => halves.SetItem(0, 65520.0));
    }

    [Fact]
    public void An_address_takes_minus_one_and_reads_back_the_largest()
    {
        using PythonView view = Lent(new byte[8], "P");

        view.SetItem(0, -1);

        Assert.Equal(nuint.MaxValue, view.GetItem(0));
    }

    [Fact]
    public void An_ellipsis_gives_the_very_object_of_rank_0_and_nothing_else()
    {
        using PythonView scalar = Lent([7], "B", []), vector = View<byte>(7);

        Assert.Same(scalar, scalar.GetItem(PythonEllipsis.Value));
        Raises("TypeError", () => vector.GetItem(PythonEllipsis.Value));
    }

    [Fact]
    public void An_empty_tuple_is_too_few_indices_and_a_tuple_of_one_is_an_item()
    {
        using PythonView view = View<byte>(7);

        Raises("NotImplementedError", () => view.GetItem(Tuple()));
        Assert.Equal((byte)7, view.GetItem(Tuple(0)));
    }

    [Fact]
    public void A_hash_once_asked_for_survives_release()
    {
        PythonView view = PythonView.Of(new Bytes([1, 2, 3]));
        int hash = view.GetHash();

        view.Release();

        Assert.Equal(hash, view.GetHash());
    }

    [Fact]
    public void A_read_only_view_of_a_bytearray_has_no_hash()
    {
        using PythonView whole = PythonView.Of(new ByteArray([1, 2, 3])), view = whole.ToReadOnly();

        Raises("TypeError", () => view.GetHash());
    }

    [Fact]
    public void A_buffer_without_a_format_keeps_its_item_size_and_reads_the_first_byte_of_each_item()
    {
        using PythonView view = View(0x01020304, 0x05060708);
        using PythonView again = new(new MemoryView(view, BufferRequest.Simple));

        Assert.Equal(("B", 4), (again.Format, again.ItemSize));
        Assert.Equal((byte)8, again.GetItem(1));
        Assert.Equal([(byte)4, (byte)8], Assert.IsType<List<object?>>(again.ToList()));
    }

    [Fact]
    public void Storing_into_such_a_buffer_changes_that_byte_alone()
    {
        int[] items = [0x01020304];
        using PythonView view = new(new MemoryView(new PythonView(items.AsMemoryView()), BufferRequest.Simple));

        view.SetItem(0, 0xFF);

        Assert.Equal(0x010203FF, items[0]);
    }

    [Fact]
    public void A_view_may_differ_from_itself()
    {
        using PythonView nan = View(double.NaN), unknown = Lent(new byte[4], "w"), scattered = Lent([], "w");

        Assert.False(nan.ContentEquals(nan));
        Assert.False(unknown.ContentEquals(unknown));
        Assert.False(scattered.ContentEquals(scattered));
    }

    [Fact]
    public void An_axis_of_length_1_may_have_any_stride()
    {
        using PythonView view = Lent(new byte[4], "B", [1, 4], [77, 1]);

        Assert.True(view.IsCContiguous);
        Assert.Equal(4, view.Cast("B").Len());
    }
}
