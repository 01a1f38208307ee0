using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using MemoryViews.Docs.Tests.Markdown;
using MemoryViews.HouseKeeping;
using Xunit;

namespace MemoryViews.Docs.Tests;

/// <summary>Links between the pages lead somewhere.</summary>
public partial class LinkTests
{
    [Fact]
    public void Every_link_to_a_file_of_the_repository_leads_to_one() => Faults.None(Page.All().SelectMany(Broken));

    [Theory]
    [InlineData("[a](README.md)", 0)]
    [InlineData("[a](README.md#licence)", 0)]
    [InlineData("[a](https://example.org/x) [b](#here)", 0)]
    [InlineData("[a](nowhere.md)", 1)]
    [InlineData("| [a](docs/README.md) | [b](docs/nowhere.md#x) |", 1)]
    public void A_link_that_leads_nowhere_is_found(string text, int count) => Assert.Equal(count, Broken(new Page("page.md", text)).Count());

    private static IEnumerable<string> Broken(Page page) => Link().Matches(page.Text)
        .Select(link => link.Groups["path"].Value)
        .Where(path => !path.Contains("://", StringComparison.Ordinal))
        .Where(path => !Path.Exists(Path.Combine(Path.GetDirectoryName(Repository.At(page.Name))!, path)))
        .Select(path => $"{page.Name} links to {path}, which is not there");

    [GeneratedRegex(@"\]\((?<path>[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex Link();
}
