using System;
using Xunit;

namespace MemoryViews.Tests.Formats;

public class FormatSyntaxErrorTests
{
    [Theory]
    [InlineData("Y", 0)]
    [InlineData("iiY", 2)]
    [InlineData("i(", 2)]
    [InlineData("(2", 2)]
    [InlineData("(2,i", 3)]
    [InlineData("(2)", 3)]
    [InlineData("(,)i", 1)]
    [InlineData("()i", 1)]
    [InlineData("T{i", 3)]
    [InlineData("i}", 1)]
    [InlineData("3", 0)]
    [InlineData("i 3 i", 2)]
    [InlineData("2<i", 1)]
    [InlineData("2(3)i", 1)]
    [InlineData("i:ab", 1)]
    [InlineData(":a:", 0)]
    [InlineData("X{{}", 1)]
    [InlineData("&", 1)]
    [InlineData("i\0h", 1)]
    [InlineData("-1i", 0)]
    [InlineData("99999999999999999999i", 0)]
    [InlineData("i9223372036854775807i", 1)]
    [InlineData("(9223372036854775807,2)b", 0)]
    [InlineData("9223372036854775807b b", 21)]
    public void The_position_points_at_the_character(string text, int position)
    {
        ViewSyntaxException error = Assert.Throws<ViewSyntaxException>(() => ItemFormat.Parse(text));
        Assert.Equal(position, error.Position);
        Assert.Equal(text, error.Text);
        Assert.Equal(ViewErrorCode.FormatSyntax, error.Code);
        Assert.False(ItemFormat.TryParse(text, null, out _));
        Assert.False(ItemFormat.TryParse(text.AsSpan(), null, out _));
    }

    [Fact]
    public void The_message_draws_a_caret_under_the_character() =>
        Assert.EndsWith("\n    T{i:a:Y}\n          ^", Assert.Throws<ViewSyntaxException>(() => ItemFormat.Parse("T{i:a:Y}")).Message, StringComparison.Ordinal);

    [Fact]
    public void Null_is_refused_by_Parse_and_not_parsed_by_TryParse()
    {
        Assert.Throws<ArgumentNullException>(() => ItemFormat.Parse(null!));
        Assert.False(ItemFormat.TryParse((string?)null, null, out _));
    }

    [Fact]
    public void A_text_that_is_no_format_can_be_carried_as_an_unknown_one()
    {
        ItemFormat format = ItemFormat.ParseOrUnknown("not a format");
        Assert.Equal((ItemKind.Unknown, 0, false), (format.Kind, (int)format.Size, format.CanReadItems));
        Assert.Equal("not a format", format.Text);
        Assert.Same(ItemFormat.Parse("i"), ItemFormat.ParseOrUnknown("i"));
        Assert.Throws<ArgumentNullException>(() => ItemFormat.ParseOrUnknown(null!));
        Assert.Empty(format.Fields);
        Assert.Equal(ViewErrorCode.FormatUnsupported, Assert.Throws<ViewNotSupportedException>(() => format.Read(new byte[8])).Code);
    }
}
