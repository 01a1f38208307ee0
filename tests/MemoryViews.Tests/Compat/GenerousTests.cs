using System.Linq;
using Xunit;
using static MemoryViews.Tests.Compat.Python;

namespace MemoryViews.Tests.Compat;

/// <summary>What CPython refuses and a view that is not strict does: each kind of difference once.</summary>
public sealed class GenerousTests
{
    [Fact]
    public void Any_format_is_cast_to_any_other()
    {
        PythonView view = Generous(View(0x00020001));

        Assert.Equal([(short)1, (short)2], (System.Collections.Generic.List<object?>)view.Cast("h").ToList()!);
        Assert.Equal(0x01000200, view.Cast(">i").GetItem(0));
        Assert.Equal(2, view.Cast("h", Tuple(2, 1)).Rank);
    }

    [Fact]
    public void A_length_of_a_cast_may_be_left_open()
        => Assert.Equal(3, Generous(View<byte>(1, 2, 3, 4, 5, 6)).Cast("B", Tuple(2, -1)).Shape[1]);

    [Fact]
    public void Sub_views_have_any_rank()
    {
        PythonView view = Generous(Lent([0, 1, 2, 3, 4, 5], "B", [2, 3]));

        Assert.Equal<byte[]>([3, 4, 5], ((PythonView)view.GetItem(1)!).ToBytes());
        Assert.Equal<byte[]>([2, 5], ((PythonView)view.GetItem(Tuple(PythonEllipsis.Value, -1))!).ToBytes());
        Assert.Equal(3, ((PythonView)view.GetItem(Tuple(null, PythonEllipsis.Value))!).Rank);
        Assert.Equal((byte)4, view.GetItem(Tuple(1, 1)));
    }

    [Fact]
    public void Sub_views_are_assigned_and_broadcast()
    {
        byte[] data = [0, 1, 2, 3, 4, 5];
        PythonView view = Generous(Lent(data, "B", [2, 3]));

        view.SetItem(Tuple(Slice(null, null), 0), new Bytes([9]));
        view.SetItem(1, new Bytes([7, 8, 9]));

        Assert.Equal<byte[]>([9, 1, 2, 7, 8, 9], data);
    }

    [Fact]
    public void A_view_of_higher_rank_gives_its_rows()
    {
        PythonView view = Generous(Lent([0, 1, 2, 3], "B", [2, 2]));

        Assert.Equal(["0001", "0203"], view.Iterate().Select(row => ((PythonView)row!).Hex()));
        Assert.True(view.Contains(new Bytes([2, 3])));
    }

    [Fact]
    public void Items_of_any_format_are_read_and_written()
    {
        byte[] data = new byte[4];
        PythonView view = Generous(Lent(data, ">i"));

        view.SetItem(0, new UserNumber(() => 258));

        Assert.Equal(258, view.GetItem(-1));
        Assert.Equal<byte[]>([0, 0, 1, 2], data);
    }

    [Fact]
    public void Formats_unknown_to_struct_are_compared()
    {
        PythonView view = Generous(Lent([65, 0, 0, 0], "w"));

        Assert.True(view.ContentEquals(view));
    }

    [Fact]
    public void With_the_feature_there_the_next_check_speaks()
    {
        PythonView view = Generous(Lent([0, 1, 2, 3], "B", [2, 2]));

        Raises("IndexError", () => view.GetItem(2));
        Raises("TypeError", () => view.SetItem(0, 7));
    }

    private static PythonView Generous(PythonView view) => new(view.View, strict: false);

    [Fact]
    public void A_scalar_takes_new_axes()
    {
        byte[] data = [5];
        using PythonView scalar = new(data.AsMemoryView().Reshape(), strict: false);
        using PythonView row = (PythonView)scalar.GetItem(Tuple(PythonEllipsis.Value, null))!;

        Assert.Equal<nint[]>([1], row.Shape.ToArray());
        scalar.SetItem(null, new Bytes([7]));
        Assert.Equal([7], data);
    }
}
