using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MemoryViews.Docs.Tests.Markdown;
using MemoryViews.HouseKeeping;
using Xunit;

namespace MemoryViews.Docs.Tests;

/// <summary>Every block of C# in the documents is compiled, run, and shown as it was compiled.</summary>
public class SampleTests
{
    public static TheoryData<string> Pages => [.. Page.All().Select(page => page.Name)];

    public static TheoryData<string> Samples => [.. SampleSources.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_block_of_code_on_a_page_is_a_sample(string page) => Faults.None(Open(page).Faults([.. SampleSources.All.Keys]));

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_shows_samples_and_their_output_as_they_are(string name)
    {
        Page page = Open(name);
        string wanted = page.Filled(sample => SampleSources.All[sample], SampleRunner.OutputOf);
        if (Update.IsAsked)
        {
            File.WriteAllText(Repository.At(name), wanted);
        }
        else
        {
            Assert.True(page.Text == wanted, $"{name} differs from the samples; {Update.Hint}\n{TextDiff.Between(page.Text, wanted)}");
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_runs_and_what_it_prints_is_on_a_page(string sample)
    {
        string output = SampleRunner.OutputOf(sample);
        HashSet<string?> shown = [.. Page.All().SelectMany(page => page.Fences()).Where(fence => fence.Sample == sample).Select(fence => fence.Kind)];
        Assert.True(shown.Contains("sample"), $"no page shows the sample '{sample}'");
        Assert.True(output.Length == 0 || shown.Contains("output"), $"'{sample}' prints, but no page has '<!-- output: {sample} -->' before a fence:\n{output}");
    }

    private static Page Open(string name) => Page.All().Single(page => page.Name == name);
}
