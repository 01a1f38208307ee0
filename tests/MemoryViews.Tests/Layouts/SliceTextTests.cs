using System.Globalization;
using Xunit;

namespace MemoryViews.Tests.LayoutAlgebra;

/// <summary>Slices as text: Python's spelling, both ways.</summary>
public class SliceTextTests
{
    [Theory]
    [InlineData(":", null, null, null)]
    [InlineData("2:", 2, null, null)]
    [InlineData(":5", null, 5, null)]
    [InlineData("2:20:3", 2, 20, 3)]
    [InlineData("::-1", null, null, -1)]
    [InlineData("-4:-1", -4, -1, null)]
    [InlineData("::1", null, null, 1)]
    public void Text_and_slice_go_both_ways(string text, int? start, int? stop, int? step)
    {
        Slice slice = new(start, stop, step);

        Assert.Equal(slice, Slice.Parse(text));
        Assert.Equal(text, slice.ToString());
        Assert.True(Slice.TryParse(text, CultureInfo.InvariantCulture, out Slice read));
        Assert.Equal(slice, read);
    }

    [Theory]
    [InlineData(" 2 : 20 : 3 ", "2:20:3")]
    [InlineData("1:2:", "1:2")]
    [InlineData("::", ":")]
    [InlineData("+1:2", "1:2")]
    public void Spaces_signs_and_empty_steps_are_read(string text, string meaning) => Assert.Equal(Slice.Parse(meaning), Slice.Parse(text));

    [Fact]
    public void Every_slice_survives_the_way_through_its_text()
    {
        nint?[] parts = [null, 0, 1, -1, 12345, nint.MaxValue, nint.MinValue];
        foreach (nint? start in parts)
        {
            foreach (nint? stop in parts)
            {
                foreach (nint? step in parts)
                {
                    Slice slice = Slice.Of(start, stop, step);
                    Assert.Equal(slice, Slice.Parse(slice.ToString()));
                }
            }
        }
    }

    [Theory]
    [InlineData("", 0, "colon")]
    [InlineData("5", 1, "colon")]
    [InlineData("1:x", 2, "integer")]
    [InlineData("1:2\0", 2, "integer")]
    [InlineData("x:1", 0, "integer")]
    [InlineData("1:2:3:4", 6, "three parts")]
    [InlineData("1.5:", 0, "integer")]
    [InlineData("1 2:3", 0, "integer")]
    [InlineData("1,000:", 0, "integer")]
    [InlineData("-:", 0, "integer")]
    [InlineData("99999999999999999999x:", 0, "integer")]
    public void What_is_no_slice_is_refused_with_the_place(string text, int position, string reason)
    {
        ViewSyntaxException refusal = Refusal.Of<ViewSyntaxException>(ViewErrorCode.InvalidKey, () => Slice.Parse(text), reason, "^");

        Assert.Equal((position, text), (refusal.Position, refusal.Text));
        Assert.False(Slice.TryParse(text, null, out Slice read));
        Assert.Equal(default, read);
    }

    [Fact]
    public void Integers_too_large_for_the_machine_are_the_largest_there_are_as_clamping_makes_them_equal()
        => Assert.Equal(new Slice(nint.MinValue, nint.MaxValue, nint.MaxValue), Slice.Parse("-99999999999999999999:+99999999999999999999:99999999999999999999"));

    [Fact]
    public void No_text_is_no_slice()
    {
        Assert.False(Slice.TryParse(null, null, out _));
        Assert.Throws<System.ArgumentNullException>(() => Slice.Parse(null!));
    }

    [Fact]
    public void The_message_does_not_grow_with_the_text()
    {
        ViewSyntaxException refusal = Assert.Throws<ViewSyntaxException>(() => Slice.Parse(new string('1', 100_000)));

        Assert.InRange(refusal.Message.Length, 1, 500);
    }

    [Fact]
    public void All_is_the_slice_with_nothing_given()
    {
        Assert.Equal(new Slice(null, null), Slice.All);
        Assert.Equal(":", Slice.All.ToString());
    }

    [Fact]
    public void A_negative_length_cannot_be_resolved()
        => Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => Slice.All.Resolve(-1), "-1", "0 or more");
}
