using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using MemoryViews.Tests.Compat;
using Xunit;
using static MemoryViews.Tests.Compat.Python;

namespace MemoryViews.Tests.Reentrancy;

/// <summary>
/// Arguments of Python's calls that are user code: numbers, shapes, separators, argument lists. Keys and values of items are in
/// <see cref="PythonReentrancyTests"/>.
/// </summary>
public sealed class PythonCallTests
{
    public static TheoryData<bool> Modes => [true, false];

    [Theory]
    [MemberData(nameof(Modes))]
    public void A_source_that_releases_the_target_of_an_assignment_while_it_lends_writes_nothing(bool strict)
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3), source = Poisoned.Of(8, 9);
        PythonView view = PythonView.Of(bytes, strict);
        source.WhenAsked = () =>
        {
            view.View.Dispose();
            bytes.Resize();
        };

        Raises("ValueError", () => view.SetItem(Slice(1, null), source));
        Assert.Equal([1, 2, 3], bytes.Content);
        Assert.Equal(0, source.Loans);
    }

    // As in CPython, whose assignment has taken the source's buffer by then.
    [Fact]
    public void A_bound_cannot_release_the_source_of_the_assignment()
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3), source = Poisoned.Of(8, 9);
        using PythonView view = PythonView.Of(bytes), from = PythonView.Of(source);
        UserNumber bound = new(() =>
        {
            Raises("BufferError", from.Release);
            Assert.Throws<BufferException>(source.Resize);
            return 1;
        });

        view.SetItem(Slice(bound, null), from);

        Assert.Equal([1, 8, 9], bytes.Content);
        from.Release();
        Assert.Equal(0, source.Loans);
    }

    [LeavesBehind("user code lets go of what the test would give back")]
    [Theory]
    [MemberData(nameof(Modes))]
    public void A_value_in_a_record_or_tuple_of_indices_that_closes_the_memory_is_not_stored(bool strict)
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3, 4);
        PythonView view = PythonView.Of(bytes, strict).Cast("B", Tuple(2, 2));
        UserNumber value = new(() =>
        {
            bytes.Block.Close();
            return 9;
        });

        Raises("ValueError", () => view.SetItem(Tuple(1, 1), value));
        Assert.Equal([1, 2, 3, 4], bytes.Content);
    }

    [Fact]
    public void A_value_of_a_format_beyond_CPython_s_is_converted_before_the_item_is_looked_for()
    {
        using Poisoned bytes = Poisoned.Items(">i", 1, 2);
        PythonView view = PythonView.Of(bytes, strict: false);
        UserNumber value = new(() =>
        {
            view.View.Dispose();
            bytes.Resize();
            return 9;
        });

        Raises("ValueError", () => view.SetItem(0, value));
        Assert.True(bytes.IsGone);
        Assert.Equal(8, bytes.Content.Length);
    }

    // cast asks a shape for its length and lengths.
    [Theory]
    [MemberData(nameof(Modes))]
    public void A_shape_that_releases_the_view_gives_no_cast(bool strict)
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3, 4);
        PythonView view = PythonView.Of(bytes, strict);
        UserList shape = new(2, 2, 2) { WhenRead = () => ReleaseOnce(view, bytes) };

        Raises("ValueError", () => view.Cast("B", shape));
        Assert.True(bytes.IsGone);
    }

    [LeavesBehind("user code lets go of what the test would give back")]
    [Theory]
    [InlineData(true, "TypeError")]
    [InlineData(false, "ValueError")]
    public void A_length_in_a_shape_is_an_int_itself_or_may_release_the_view(bool strict, string error)
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3, 4);
        PythonView view = PythonView.Of(bytes, strict);
        UserNumber length = new(() =>
        {
            view.Release();
            return 4;
        });

        Raises(error, () => view.Cast("B", Tuple(length)));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void A_shape_that_says_something_else_when_it_is_asked_again_is_asked_once(bool strict)
    {
        PythonView view = new(new byte[4].AsMemoryView(), strict);
        int asked = 0;
        Changing shape = new(() => asked++ == 0 ? 2 : int.MaxValue);

        using PythonView cast = view.Cast("B", shape);

        Assert.Equal(1, asked);
        Assert.Equal([2, 2], cast.Shape);
        Raises("ValueError", () => view.Cast("B", new Changing(() => int.MaxValue)));
    }

    // gh-143195: len(sep).
    [Fact]
    public void A_separator_whose_length_releases_the_view_is_no_separator()
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3);
        PythonView view = PythonView.Of(bytes);
        UserList separator = new(1) { WhenAsked = () => ReleaseOnce(view, bytes) };

        Raises("TypeError", () => view.Hex(separator));
        Assert.True(bytes.IsGone);
        Raises("ValueError", () => view.Hex());
    }

    [Fact]
    public void A_separator_that_is_a_released_view_says_so()
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3);
        PythonView view = PythonView.Of(bytes);
        view.Release();

        Raises("ValueError", () => View<byte>(1, 2).Hex(view));
        Assert.Equal(0, bytes.Loans);
    }

    [Fact]
    public void A_group_or_an_argument_list_that_releases_the_view_leaves_no_digits()
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3), others = Poisoned.Of(4);
        PythonView view = PythonView.Of(bytes), other = PythonView.Of(others);

        Raises("ValueError", () => view.Hex(":", new UserNumber(() =>
        {
            ReleaseOnce(view, bytes);
            return 1;
        })));
        Raises("ValueError", () => other.Hex(new UserList(1, ":") { WhenRead = () => ReleaseOnce(other, others) }, null));
        Assert.True(bytes.IsGone && others.IsGone);
    }

    [Fact]
    public void A_bound_of_a_search_that_releases_the_view_ends_it()
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3);
        PythonView view = PythonView.Of(bytes);

        Raises("ValueError", () => view.Index(2, 0, new UserNumber(() =>
        {
            ReleaseOnce(view, bytes);
            return 3;
        })));
        Assert.True(bytes.IsGone);
    }

    // gh-142664: hash(view) asks the exporter for its hash in CPython; here only its kind is looked at.
    [Fact]
    public void A_hash_runs_no_code_of_the_exporter()
    {
        Hashed exporter = new();
        PythonView view = new(new MemoryView(exporter));

        Assert.Equal(new PythonView(new Bytes([1, 2, 3]).AsMemoryView()).GetHash(), view.GetHash());
        Assert.True(view.ContentEquals(exporter));
        Assert.False(view.Contains(exporter));
    }

    // gh-126341.
    [Fact]
    public void An_iteration_over_a_released_view_raises_at_the_call()
    {
        PythonView view = View<byte>(1, 2);
        view.Release();

        Raises("ValueError", () => view.Iterate());
        Raises("ValueError", () => view.Reversed());
        Raises("ValueError", () => view.View.GetEnumerator());
    }

    // gh-142555: array[i] = value, array.append(value).
    [Fact]
    public void A_value_that_empties_the_array_it_is_stored_in_finds_no_place_there()
    {
        TypedArray array = TypedArray.OfBytes("B", [1, 2, 3]);
        UserNumber value = new(() =>
        {
            array.Clear();
            return 9;
        });

        Raises("IndexError", () => PythonArray.SetItem(array, 1, value));
        Assert.Equal(0, array.Length);
        PythonArray.Append(array, value);
        Assert.Equal([9], array.ToBytes());
    }

    [Fact]
    public void A_value_that_lends_the_array_it_is_appended_to_keeps_it_as_it_was()
    {
        TypedArray array = TypedArray.OfBytes("B", [1, 2, 3]);
        MemoryView? held = null;
        UserNumber value = new(() =>
        {
            held = new(array);
            return 9;
        });

        Raises("BufferError", () => PythonArray.Append(array, value));
        PythonArray.SetItem(array, 1, 9);
        Assert.Equal([1, 9, 3], held!.ToBytes());
        held.Dispose();
    }

    private static void ReleaseOnce(PythonView view, Poisoned owner)
    {
        view.Release();
        if (!owner.IsGone)
        {
            owner.Resize();
        }
    }

    private sealed class Changing(Func<int> count) : IReadOnlyList<object?>
    {
        public int Count => count();

        public object? this[int index] => 2;

        public IEnumerator<object?> GetEnumerator() => Enumerable.Repeat<object?>(2, 2).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Hashed : IBufferExporter
    {
        public BufferExport GetBuffer(BufferRequest request)
            => new BufferExport(this, MemoryBlock.OfArray(new byte[] { 1, 2, 3 }), Layout.Contiguous(1, [3]), ItemFormat.Parse("B"), isReadOnly: true).Narrow(request);

        public override bool Equals(object? obj) => throw new InvalidOperationException("Nobody asks.");

        public override int GetHashCode() => throw new InvalidOperationException("Nobody asks.");
    }
}
