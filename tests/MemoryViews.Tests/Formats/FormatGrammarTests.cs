using System.Linq;
using Xunit;

namespace MemoryViews.Tests.Formats;

public class FormatGrammarTests
{
    [Theory]
    [InlineData("")]
    [InlineData("i")]
    [InlineData("@i")]
    [InlineData("  i \t h\n")]
    [InlineData(">hhl@q")]
    [InlineData("T{i:id:(3)f:xyz:}")]
    [InlineData("T{<b:a:3x<i:b:(3)<h:c:2x}")]
    [InlineData("(2,3)<4s:name:")]
    [InlineData("( 2 , 3 )i")]
    [InlineData("&<i")]
    [InlineData("&&T{i:a:}:p:")]
    [InlineData("X{int(*)(char)}")]
    [InlineData("X{}:callback:")]
    [InlineData("ZfZdZg g O t u w z Z")]
    [InlineData("i:name with spaces and ünïcode, {braces} <marks>:")]
    [InlineData("T{T{}:empty:T{T{i}}}")]
    [InlineData("i<")]
    [InlineData("i::")]
    public void A_format_keeps_its_text_and_its_elements_cover_it(string text)
    {
        ItemFormat format = ItemFormat.Parse(text);
        Assert.Equal(text, format.Text);
        Assert.Equal(text, format.ToString());

        FormatElement[] elements = FormatParser.Parse(text, FormatDialect.Pep3118, out FormatFault? fault)!;
        Assert.Null(fault);
        AssertOrdered(elements, 0, text.Length);
    }

    [Fact]
    public void The_tree_of_an_element_holds_its_parts()
    {
        FormatElement element = Parse(">(2,3)<4s:name:").Single();
        Assert.Equal('<', element.Order);
        Assert.Equal([2, 3], element.Shape!);
        Assert.Equal(4, element.Count);
        Assert.Equal('s', element.Code);
        Assert.Equal("name", element.Name);
        Assert.Equal("<4s", element.UnitText(">(2,3)<4s:name:"));
    }

    [Fact]
    public void An_order_mark_stays_in_force_into_and_out_of_records()
    {
        FormatElement[] elements = Parse("i>hT{h<q}d");
        Assert.Equal(['@', '>', '>', '<'], elements.Select(e => e.Order));
        Assert.Equal(['>', '<'], elements[2].Children.Select(e => e.Order));
        Assert.Equal('<', elements[2].OrderAfter);
    }

    [Fact]
    public void A_pointer_names_what_it_points_to_and_keeps_its_own_name()
    {
        FormatElement pointer = Parse("&(3)<i:p:").Single();
        Assert.Equal('&', pointer.Code);
        Assert.Equal("p", pointer.Name);
        Assert.Equal([3], pointer.Children.Single().Shape!);
    }

    [Fact]
    public void Complex_codes_are_two_characters_and_a_lone_Z_is_a_pointer_to_text()
    {
        Assert.Equal(['F', 'D', 'G', 'Z', 'i'], Parse("ZfZdZgZi").Select(e => e.Code));
    }

    [Theory]
    [InlineData("F")]
    [InlineData("D")]
    [InlineData("G")]
    [InlineData("T")]
    [InlineData("X")]
    public void Letters_that_stand_for_longer_codes_inside_the_parser_are_no_codes(string text) => Assert.False(ItemFormat.TryParse(text, null, out _));

    private static FormatElement[] Parse(string text) => FormatParser.Parse(text, FormatDialect.Pep3118, out _)!;

    // Elements follow each other without overlap, children lie inside their parents: every character belongs to one place.
    private static void AssertOrdered(FormatElement[] elements, int start, int end)
    {
        int at = start;
        foreach (FormatElement element in elements)
        {
            Assert.True(element.Start >= at && element.TypeStart >= element.Start && element.CodeStart >= element.TypeStart && element.TypeEnd > element.CodeStart);
            AssertOrdered(element.Children, element.CodeStart, element.TypeEnd);
            at = element.TypeEnd;
        }

        Assert.True(at <= end);
    }
}
