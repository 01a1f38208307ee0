using Xunit;
using static MemoryViews.Tests.Compat.Python;

namespace MemoryViews.Tests.Compat;

/// <summary>User code that runs in the middle of an operation and takes the memory away.</summary>
public sealed class PythonReentrancyTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_value_that_releases_the_view_is_not_stored(bool strict)
    {
        ByteArray bytes = new([1, 2, 3]);
        PythonView view = PythonView.Of(bytes, strict);

        Raises("ValueError", () => view.SetItem(0, Releasing(view, bytes)));
        Assert.Equal(0, bytes.Length);
    }

    [Theory]
    [InlineData("?")]
    [InlineData("d")]
    public void So_is_a_truth_value_or_a_float(string format)
    {
        byte[] data = new byte[8];
        PythonView view = Lent(data, format);
        UserNumber value = new(() => Release(view)) { IsFloat = true };

        Raises("ValueError", () => view.SetItem(0, value));
        Assert.Equal(new byte[8], data);
    }

    [Fact]
    public void An_index_that_releases_the_view_finds_no_item()
    {
        ByteArray bytes = new([1, 2, 3]);
        PythonView view = PythonView.Of(bytes);

        Raises("ValueError", () => view.GetItem(Releasing(view, bytes)));
    }

    [Fact]
    public void An_index_is_not_asked_for_its_number_where_the_subscript_is_refused_for_its_kind()
    {
        PythonView view = Lent(new byte[6], "B", [2, 3]);
        UserNumber index = new(() => Release(view));

        Raises("NotImplementedError", () => view.SetItem(index, 1));
        Raises("TypeError", () => view.GetItem(Tuple(index, Slice(null, null))));
        Assert.Equal(2, view.Len());
    }

    [Fact]
    public void An_index_that_releases_the_view_is_refused_for_what_was_known_before_it()
    {
        Raises("IndexError", () => SetReleasing(7, 9));
        Raises("TypeError", () => SetReleasing(0, 1.5));
        Raises("ValueError", () => SetReleasing(0, 9));
    }

    [Fact]
    public void A_view_cannot_be_released_by_the_bounds_of_the_slice_it_is_copied_into()
    {
        PythonView view = View<byte>(1, 2, 3);

        Raises("BufferError", () => view.SetItem(Slice(new UserNumber(() => Release(view)), null), view));
        Assert.Equal(3, view.Len());
    }

    [Fact]
    public void An_index_in_a_tuple_that_releases_the_view_writes_nothing()
    {
        ByteArray bytes = new([1, 2, 3]);
        PythonView view = PythonView.Of(bytes);

        Raises("ValueError", () => view.SetItem(Tuple(Releasing(view, bytes)), 9));
    }

    [Fact]
    public void A_bound_that_releases_the_view_still_gives_the_slice_and_the_exporter_stays_locked()
    {
        ByteArray bytes = new([1, 2, 3]);
        PythonView view = PythonView.Of(bytes);
        UserNumber bound = new(() => Release(view));

        using PythonView slice = (PythonView)view.GetItem(Slice(bound, null))!;

        Assert.Equal<byte[]>([2, 3], slice.ToBytes());
        Raises("BufferError", bytes.Clear);
    }

    [Fact]
    public void A_bound_that_releases_the_target_of_an_assignment_leaves_memory_alone()
    {
        ByteArray bytes = new([1, 2, 3]);
        PythonView view = PythonView.Of(bytes);

        Raises("ValueError", () => view.SetItem(Slice(Releasing(view, bytes), null), new Bytes([9, 9])));
    }

    [Fact]
    public void An_iteration_ends_with_the_view()
    {
        PythonView view = View<byte>(1, 2);
        using System.Collections.Generic.IEnumerator<object?> items = view.Iterate().GetEnumerator();
        Assert.True(items.MoveNext());

        view.Release();

        Raises("ValueError", () => items.MoveNext());
    }

    [Fact]
    public void An_overflow_in_user_code_is_a_value_that_does_not_fit()
        => Raises("ValueError", () => View<byte>(1).SetItem(0, new UserNumber(() => throw new System.OverflowException())));

    [Fact]
    public void What_a_float_of_user_code_throws_is_no_float_for_struct()
    {
        PythonView view = View<byte>(1);
        using BufferExport lent = view.GetBuffer(BufferRequest.FullReadOnly);

        Raises("struct.error", () => new PythonStruct("f").Pack(new UserNumber(() => Release(view)) { IsFloat = true }));
    }

    private static void SetReleasing(int index, object value)
    {
        PythonView view = View<byte>(1, 2, 3);
        view.SetItem(new UserNumber(() => index + Release(view) - 1), value);
    }

    private static int Release(PythonView view)
    {
        view.Release();
        return 1;
    }

    private static UserNumber Releasing(PythonView view, ByteArray owner) => new(() =>
    {
        Release(view);
        owner.Clear();
        return 1;
    });
}
