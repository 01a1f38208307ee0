using System;
using Xunit;
using static MemoryViews.Tests.Compat.Python;

namespace MemoryViews.Tests.Compat;

/// <summary>Which refusal speaks when several could: CPython's order of checks.</summary>
public sealed class PythonOrderTests
{
    private static readonly object s_zeroDivision = new UserNumber(() => throw new DivideByZeroException());

    [Fact]
    public void A_released_view_answers_before_its_key_is_looked_at()
    {
        PythonView view = View<byte>(1);
        view.Release();

        Raises("ValueError", () => view.GetItem("text"));
        Raises("ValueError", () => view.SetItem("text", 1));
        Raises("ValueError", () => view.Cast("?"));
        Raises("ValueError", () => view.ToBytes("X"));
    }

    [Fact]
    public void An_argument_of_the_wrong_type_is_refused_before_release_is_seen()
    {
        PythonView view = View<byte>(1);
        view.Release();

        Raises("TypeError", () => view.Cast(5));
        Raises("TypeError", () => view.ToBytes(5));
        Raises("TypeError", () => view.Hex(":", "x"));
    }

    [Fact]
    public void Getting_converts_an_index_before_it_refuses_a_sub_view()
    {
        using PythonView matrix = Lent(new byte[4], "B", [2, 2]);

        Raises("ZeroDivisionError", () => matrix.GetItem(s_zeroDivision));
        Raises("IndexError", () => matrix.GetItem(Int128.MaxValue));
        Raises("NotImplementedError", () => matrix.GetItem(9));
    }

    [Fact]
    public void Setting_refuses_a_sub_view_before_it_converts_an_index()
    {
        using PythonView matrix = Lent(new byte[4], "B", [2, 2]);

        Raises("NotImplementedError", () => matrix.SetItem(s_zeroDivision, 1));
        Raises("NotImplementedError", () => matrix.SetItem(Int128.MaxValue, 1));
    }

    [Fact]
    public void Indices_of_a_tuple_are_counted_before_they_are_converted_and_checked_one_by_one()
    {
        using PythonView matrix = Lent(new byte[4], "B", [2, 2]);

        Raises("NotImplementedError", () => matrix.GetItem(Tuple(s_zeroDivision)));
        Raises("TypeError", () => matrix.GetItem(Tuple(0, 0, s_zeroDivision)));
        Raises("IndexError", () => matrix.GetItem(Tuple(5, s_zeroDivision)));
        Raises("ZeroDivisionError", () => matrix.GetItem(Tuple(s_zeroDivision, 5)));
    }

    [Fact]
    public void Read_only_speaks_before_deletion_and_both_before_the_key()
    {
        using PythonView view = PythonView.Of(new Bytes([1]));

        Assert.Equal(ViewErrorCode.ReadOnly, Assert.Throws<ViewOperationException>(() => view.DelItem("text")).Code);
        Assert.Equal(ViewErrorCode.ReadOnly, Assert.Throws<ViewOperationException>(() => view.SetItem("text", 1)).Code);
        Assert.Equal(ViewErrorCode.CannotDelete, Assert.Throws<ViewOperationException>(() => View<byte>(1).DelItem("text")).Code);
    }

    [Fact]
    public void Bounds_are_checked_before_the_value_is_converted()
    {
        using PythonView view = View<byte>(1);

        Raises("IndexError", () => view.SetItem(5, s_zeroDivision));
        Raises("ZeroDivisionError", () => view.SetItem(0, s_zeroDivision));
    }

    [Fact]
    public void A_slice_assignment_wants_an_exporter_then_a_slice_then_the_structure()
    {
        using PythonView view = View<byte>(1, 2);

        Raises("TypeError", () => view.SetItem(Slice(0, 1, 0), 7));
        Raises("ValueError", () => view.SetItem(Slice(0, 1, 0), view));
        Raises("ValueError", () => view.SetItem(Slice(0, 1), view));
    }

    [Fact]
    public void The_step_of_a_slice_is_converted_first()
    {
        using PythonView view = View<byte>(1, 2);

        Raises("ValueError", () => view.GetItem(Slice(s_zeroDivision, null, 0)));
        Raises("ZeroDivisionError", () => view.GetItem(Slice(s_zeroDivision, "text", 1)));
    }

    [Fact]
    public void A_cast_checks_contiguity_then_lengths_then_ranks_then_the_format()
    {
        using PythonView strided = (PythonView)View<byte>(1, 2, 3).GetItem(Slice(null, null, 2))!;
        using PythonView empty = View<byte>(), matrix = Lent(new byte[4], "B", [2, 2]);

        Raises("TypeError", () => strided.Cast("no format"));
        Raises("TypeError", () => empty.Cast("no format", Tuple(0)));
        Raises("TypeError", () => matrix.Cast("no format", Tuple(2, 2)));
        Raises("ValueError", () => matrix.Cast("no format"));
        Raises("UnicodeEncodeError", () => matrix.Cast("\u00e9"));
    }

    [Fact]
    public void A_cast_is_between_bytes_and_one_code_and_a_marked_byte_is_no_byte()
    {
        Raises("TypeError", () => View(1).Cast("i"));
        Raises("TypeError", () => Lent(new byte[4], "<B").Cast("i"));
        Raises("TypeError", () => View<byte>(1, 2, 3).Cast("i"));
        Assert.Equal("@i", View<byte>(1, 0, 0, 0).Cast("@i").Format);
    }

    [Fact]
    public void Lengths_of_a_shape_are_ints_themselves()
    {
        using PythonView view = View<byte>(1);

        Assert.Equal(1, view.Cast("B", Tuple(true)).Len());
        Raises("TypeError", () => view.Cast("B", Tuple(new UserNumber(() => 1))));
        Raises("TypeError", () => view.Cast("B", null));
        Raises("OverflowError", () => view.Cast("B", Tuple(Int128.MaxValue)));
        Raises("ValueError", () => view.Cast("B", Tuple(-1)));
        Raises("ValueError", () => view.Cast("B", Tuple(nint.MaxValue, 2)));
        Raises("TypeError", () => view.Cast("B", Tuple(2)));
        Raises("ValueError", () => view.Cast("B", new object?[65]));
    }

    [LeavesBehind("its views are temporaries")]
    [Fact]
    public void A_hash_asks_for_read_only_then_bytes_then_the_exporter()
    {
        Assert.Equal(ViewErrorCode.NotHashable, Assert.Throws<ViewOperationException>(() => PythonView.Of(new ByteArray([1])).GetHash()).Code);
        Raises("ValueError", () => PythonView.Of(new ByteArray(new byte[2])).Cast("h").ToReadOnly().GetHash());
        Raises("TypeError", () => PythonView.Of(new ByteArray([1])).ToReadOnly().GetHash());
    }

    [Fact]
    public void A_separator_is_checked_even_where_nothing_is_to_be_separated()
    {
        using PythonView empty = View<byte>();

        Raises("ValueError", () => empty.Hex(""));
        Raises("ValueError", () => empty.Hex("\u00e9"));
        Raises("TypeError", () => empty.Hex((object?)null));
        Raises("OverflowError", () => empty.Hex("", long.MaxValue));
    }
}
