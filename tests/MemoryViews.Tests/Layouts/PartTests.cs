using Xunit;

namespace MemoryViews.Tests.LayoutAlgebra;

/// <summary>Layout.Part: a field of every record, or a sub-array of every item.</summary>
public class PartTests
{
    private static readonly Layout s_records = Layout.Strided(12, [3, 4], [-48, 12], 96);

    [Fact]
    public void A_field_lies_some_bytes_into_every_item()
    {
        Layout field = s_records.Part(4, 2, [], 9);

        Assert.Equal(Layout.Strided(2, [3, 4], [-48, 12], 100), field);
        Assert.Equal(9, field.Tag);
    }

    [Fact]
    public void The_axes_of_a_sub_array_come_last_in_C_order()
        => Assert.Equal(Layout.Strided(1, [3, 4, 2, 3], [-48, 12, 3, 1], 102), s_records.Part(6, 1, [2, 3], 0));

    [Fact]
    public void A_part_of_a_single_item_has_the_axes_of_the_sub_array()
        => Assert.Equal(Layout.Strided(4, [2], [4], 8), Layout.Contiguous(16, []).Part(8, 4, [2], 0));

    [Fact]
    public void More_than_64_axes_are_refused()
        => Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => s_records.Part(0, 1, new nint[63], 0), "65", "64");

    [Fact]
    public void Refusals_of_the_shape_hold_for_sub_arrays_too()
        => Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => s_records.Part(0, 1, [nint.MaxValue], 0), $"{nint.MaxValue}");
}
