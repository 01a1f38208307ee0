using System;
using System.Linq;
using MemoryViews.Command.Tour;
using Xunit;

namespace MemoryViews.Command.Tests.Tour;

/// <summary><c>memview tour [N] [--list]</c>.</summary>
public class VerbTests
{
    [Fact]
    public void The_list_names_the_steps_in_order()
    {
        Outcome run = Run.Memview("/", "tour", "--list");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(13, TourSteps.All.Length);
        Assert.Equal(TourSteps.All.Select((step, i) => $"{i + 1,2}  {step.Title}"), run.Output.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void One_step_is_shown_alone()
    {
        string output = Run.Memview("/", "tour", "3").Output;
        Assert.StartsWith(" 3  From Python to Jython\n\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain(" 4  ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_whole_tour_runs_through_all_steps()
    {
        Outcome run = Run.Memview("/", "tour");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.All(TourSteps.All.Select((step, i) => $"{i + 1,2}  {step.Title}\n"), head => Assert.Contains(head, run.Output, StringComparison.Ordinal));
        Assert.DoesNotContain('\x1b', run.Output);
    }

    [Fact]
    public void The_tour_ends_silently_when_its_reader_has_gone()
    {
        Assert.SkipUnless(Run.Has("head"), "needs bash and head on Linux");
        Outcome run = Run.Shell("/", "memview tour | head -n 1; echo ${PIPESTATUS[0]}");
        Assert.Equal((" 1  An array, changed through a view\n141\n", ""), (run.Output, run.Errors));
    }

    [Fact]
    public void Colour_changes_no_character()
    {
        string plain = Run.Memview("/", "tour", "8").Output, coloured = Run.Memview("/", "tour", "8", "--color=always").Output;
        Assert.Contains("\x1b[", coloured, StringComparison.Ordinal);
        Assert.Equal(plain, System.Text.RegularExpressions.Regex.Replace(coloured, "\x1b\\[[0-9]*m", ""));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("14")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    [InlineData("three")]
    public void A_step_that_is_not_there_is_refused(string step)
    {
        Outcome run = Run.Memview("/", "tour", step);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal($"memview: '{step}' is no step of the tour\n  hint: steps are 1 to 13; memview tour --list names them\n", run.Errors);
    }

    [Fact]
    public void One_step_at_most_is_asked_for() => Assert.Equal(2, Run.Memview("/", "tour", "1", "2").ExitCode);

    [Theory]
    [InlineData("tour", "--head=3")]
    [InlineData("show", "--list")]
    public void An_option_of_another_verb_is_refused(string verb, string option)
    {
        Outcome run = Run.Memview("/", verb, option);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal($"memview: {option.Split('=')[0]} is no option of {verb}\n  hint: memview {verb} --help lists them\n", run.Errors);
    }
}
