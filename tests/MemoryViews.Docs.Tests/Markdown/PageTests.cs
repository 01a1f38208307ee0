using System.IO;
using System.Linq;
using Xunit;

namespace MemoryViews.Docs.Tests.Markdown;

/// <summary>The check of the documents can fail: it finds code without a sample, and text that differs.</summary>
public class PageTests
{
    private const string Text = """
        # A page

        <!-- sample: first -->
        ```csharp
        old
        ```

        <!-- output: first -->
        ```text
        ```
        """;

    [Fact]
    public void A_marked_block_is_filled_from_the_code()
    {
        string filled = new Page("page.md", Text).Filled(name => $"int x = 1;\n// {name}", _ => "1");
        Assert.Contains("```csharp\nint x = 1;\n// first\n```", filled);
        Assert.EndsWith("```text\n1\n```", filled);
    }

    [Fact]
    public void A_page_that_is_right_stays_as_it_is()
    {
        Page page = new("page.md", new Page("page.md", Text).Filled(_ => "code", _ => "1\n2"));
        Assert.Equal(page.Text, page.Filled(_ => "code", _ => "1\n2"));
    }

    [Theory]
    [InlineData("```csharp\nint x;\n```")]
    [InlineData("```cs\nint x;\n```")]
    [InlineData("<!-- output: first -->\n```csharp\nint x;\n```")]
    [InlineData("<!-- sample: first -->\n\n```csharp\nint x;\n```")]
    [InlineData("<!-- sample: second -->\n```csharp\nint x;\n```")]
    public void Code_that_is_no_sample_is_a_fault(string text) => Assert.Single(new Page("page.md", text).Faults(["first"]));

    [Fact]
    public void Other_languages_and_marked_code_are_no_fault() =>
        Assert.Empty(new Page("page.md", Text + "\n\n```sh\n./test.sh\n```").Faults(["first"]));

    [Fact]
    public void A_block_that_does_not_end_is_a_fault() =>
        Assert.Throws<InvalidDataException>(() => new Page("page.md", "```csharp\nint x;").Fences().ToList());

    [Fact]
    public void A_sample_is_what_stands_between_its_markers_without_indentation()
    {
        (string name, string code) = Assert.Single(SampleSources.Parts("class A\n{\n    // sample: one\n    int x;\n\n        int y;\n    // end\n}"));
        Assert.Equal("one", name);
        Assert.Equal("int x;\n\n    int y;", code);
    }

    [Theory]
    [InlineData("// sample: one\nint x;")]
    [InlineData("// sample: one\n// sample: two\n// end")]
    public void A_sample_without_an_end_is_a_fault(string source) =>
        Assert.Throws<InvalidDataException>(() => SampleSources.Parts(source).ToList());

    [Fact]
    public void A_diff_names_the_lines_that_differ_and_no_others() =>
        Assert.Equal("- b\n+ c", TextDiff.Between("a\nb\nd", "a\nc\nd"));
}
