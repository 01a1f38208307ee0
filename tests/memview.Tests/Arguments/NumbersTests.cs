using System;
using Xunit;

namespace MemoryViews.Command.Tests;

public sealed class NumbersTests
{
    [Theory]
    [InlineData("10", 10)]
    [InlineData("-16", -16)]
    [InlineData("+3", 3)]
    [InlineData("0x200", 512)]
    [InlineData("-0xFF", -255)]
    [InlineData("1_000", 1000)]
    [InlineData("64KiB", 65536)]
    [InlineData("5GiB", 5L << 30)]
    [InlineData("10MB", 10_000_000)]
    [InlineData("0x1_0", 16)]
    public void Numbers_have_hex_underscores_and_units(string text, long value)
    {
        Assert.True(Numbers.TryParse(text, out Int128 number));
        Assert.Equal(value, number);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("0x")]
    [InlineData("1__0")]
    [InlineData("_1")]
    [InlineData("1_")]
    [InlineData("1.5")]
    [InlineData("10 KiB")]
    [InlineData("KiB")]
    [InlineData("1e3")]
    [InlineData("99999999999999999999999999")]
    public void Anything_else_is_no_number(string text) => Assert.False(Numbers.TryParse(text, out _));

    [Theory]
    [InlineData("3,4", 3, 4)]
    [InlineData("3x4", 3, 4)]
    [InlineData("-1x2", -1, 2)]
    [InlineData("(3,)", 3)]
    [InlineData("[2, 0x10]", 2, 16)]
    [InlineData("10x20", 10, 20)]
    [InlineData("()")]
    public void Shapes_have_commas_or_an_x(string text, params int[] shape) =>
        Assert.Equal(shape, Array.ConvertAll(OptionValues.Shape(text), length => (int)length));

    [Theory]
    [InlineData("-s::2 f", "show --skip=::2 -- f")]
    [InlineData("-s 16 f -3:", "show --skip=16 -- f -3:")]
    [InlineData("hex -Fxxd f", "hex --format=xxd -- f")]
    [InlineData("f --offset=-4", "show --skip=-4 -- f")]
    [InlineData("-- -f", "show -- -f")]
    [InlineData("show hex", "show -- hex")]
    [InlineData("-t f4le show f", "show --type=f4le -- f")]
    [InlineData("- 0", "show -- - 0")]
    [InlineData("f --help", "--help")]
    [InlineData("@f", "show -- @f")]
    public void Words_are_put_in_one_plain_order(string line, string plain) => Assert.Equal(plain.Split(' '), Words.Normalize(line.Split(' ')));

    [Theory]
    [InlineData("auto", true, "xterm", false, "", "", true)]
    [InlineData("auto", true, "dumb", false, "", "", false)]
    [InlineData("auto", false, "xterm", false, "", "", false)]
    [InlineData("auto", true, "xterm", false, "1", "", false)]
    [InlineData("auto", false, "xterm", true, "", "1", true)]
    [InlineData("auto", false, "xterm", false, "1", "1", false)]
    [InlineData("never", true, "xterm", false, "", "1", false)]
    [InlineData("always", false, "dumb", false, "1", "", true)]
    public void The_option_beats_NO_COLOR_beats_FORCE_COLOR_beats_the_terminal(
        string option, bool isTerminal, string term, bool clicolorForce, string noColor, string forceColor, bool isOn)
    {
        Assert.Equal(isOn, ColorChoice.IsOn(option, isTerminal, name => name switch
        {
            "TERM" => term,
            "NO_COLOR" => noColor,
            "FORCE_COLOR" => forceColor,
            "CLICOLOR_FORCE" => clicolorForce ? "1" : null,
            _ => null,
        }));
    }
}
