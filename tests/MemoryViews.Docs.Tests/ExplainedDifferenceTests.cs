using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using MemoryViews.HouseKeeping;
using Xunit;

namespace MemoryViews.Docs.Tests;

/// <summary>What live comparison with CPython lets pass is what the public table says, neither more nor less.</summary>
public partial class ExplainedDifferenceTests
{
    [Fact]
    public void Every_rule_has_its_row_and_every_row_its_rule()
    {
        string rules = File.ReadAllText(Repository.At("tests/MemoryViews.Stress/Python/Differential/Explained.cs"));
        string page = File.ReadAllText(Repository.At("docs/differences-python.md"));
        string table = page[page.IndexOf("## Explained", System.StringComparison.Ordinal)..page.IndexOf("## Not compared", System.StringComparison.Ordinal)];

        string[] inCode = [.. Rule().Matches(rules).Select(match => match.Groups["name"].Value).Distinct().Order()];
        string[] inTable = [.. Row().Matches(table).Select(match => match.Groups["name"].Value).Where(name => name is not ("row" or "---")).Order()];

        Assert.NotEmpty(inCode);
        Assert.Equal(inTable, inCode);
    }

    [GeneratedRegex("""^\s+\("(?<name>[^"]+)", d => """, RegexOptions.Multiline)]
    private static partial Regex Rule();

    [GeneratedRegex("""^\|\s?(?<name>[^|]+?)\s?\|""", RegexOptions.Multiline)]
    private static partial Regex Row();
}
