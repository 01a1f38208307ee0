using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace MemoryViews.Command.Tests;

public sealed class ViewParserTests
{
    // 2 x 3 x 4 numbers, 0 to 23: what a view is, is told by its items.
    [Theory]
    [InlineData("", "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23")]
    [InlineData("0,0", "0 1 2 3")]
    [InlineData("-1,-1,-1", "23")]
    [InlineData("0,:,::2", "0 2 4 6 8 10")]
    [InlineData("...,0", "0 4 8 12 16 20")]
    [InlineData("1,...,3", "15 19 23")]
    [InlineData("::-1,0,0", "12 0")]
    [InlineData("[1][2][3]", "23")]
    [InlineData("[1, 2, 0x3]", "23")]
    [InlineData("1,2[3]", "23")]
    [InlineData("0.T[0]", "0 4 8")]
    [InlineData(".transpose(2,0,1)[3,1]", "15 19 23")]
    [InlineData(".reshape(6,4)[5]", "20 21 22 23")]
    [InlineData(".reshape([-1])[20:]", "20 21 22 23")]
    [InlineData("[1].cast(u2,[3,2])[0]", "3340 3854")]
    [InlineData("0,0.cast(<I)", "50462976")]
    [InlineData("0,0,100:200", "")]
    [InlineData("0,0,-99999999999999999:2", "0 1")]
    public void A_view_takes_what_NumPy_would(string text, string items)
    {
        byte[] bytes = [.. Enumerable.Range(0, 24).Select(i => (byte)i)];
        MemoryView view = bytes.AsMemoryView().Reshape(2, 3, 4);
        MemoryView taken = ViewSteps.Apply(ViewParser.Parse(text), new(view, null, 0, 0)).View;
        Assert.Equal(items, string.Join(' ', Flat(taken.ToList())));
    }

    [Theory]
    [InlineData("xyz", "xyz")]
    [InlineData("pgno,commit[-4:]", "pgno,commit")]
    [InlineData(".a", "a")]
    [InlineData("[0].a,b", "a,b")]
    public void Names_choose_fields(string text, string fields) =>
        Assert.Equal(fields, string.Join(',', Assert.Single(ViewParser.Parse(text).OfType<ViewStep.Select>()).Fields));

    [Theory]
    [InlineData("[0]]", 3)]
    [InlineData("[0", 2)]
    [InlineData("0,", 2)]
    [InlineData("0:1:0", 4)]
    [InlineData("0 1", 2)]
    [InlineData("a,", 2)]
    [InlineData(".", 1)]
    [InlineData(".flip(0)", 1)]
    [InlineData(".cast()", 6)]
    [InlineData(".cast(u1", 8)]
    [InlineData(".reshape(3", 10)]
    [InlineData("1q", 0)]
    [InlineData("[1;2]", 2)]
    [InlineData("(1)", 0)]
    public void What_cannot_be_read_has_a_caret_under_it(string text, int position)
    {
        Refusal refusal = Assert.Throws<Refusal>(() => ViewParser.Parse(text));
        Assert.Equal(ExitCode.Usage, refusal.ExitCode);
        Assert.Equal($"cannot read the view here:\n    {text}\n    {new string(' ', position)}^", refusal.Message);
    }

    [Theory]
    [InlineData("0..3", "slices are written the Python way: 0:3")]
    [InlineData("..3", "slices are written the Python way: :3")]
    [InlineData("[1..^1]", "slices are written the Python way: 1:-1")]
    [InlineData("2..^0", "slices are written the Python way: 2:")]
    [InlineData("^1", "indices from the end are written the Python way: -1")]
    public void The_habits_of_CSharp_are_answered_in_Python(string text, string hint) =>
        Assert.Equal(hint, Assert.Throws<Refusal>(() => ViewParser.Parse(text)).Hint);

    [Fact]
    public void Text_of_any_letters_is_a_view_or_a_refusal_and_never_anything_else()
    {
        const string Letters = "019:,.-[]()^Tabc xcast";
        Random random = new(1);
        for (int i = 0; i < 20_000; i++)
        {
            string text = new(random.GetItems<char>(Letters, random.Next(1, 14)));
            Assert.True(Xunit.Record.Exception(() => ViewParser.Parse(text)) is null or Refusal, text);
        }
    }

    private static IEnumerable<object?> Flat(object? items) => items is List<object?> list ? list.SelectMany(Flat) : [items];
}
