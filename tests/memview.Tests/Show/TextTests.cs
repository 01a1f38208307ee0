using System.Globalization;
using System.IO;
using System.Text;
using Xunit;

namespace MemoryViews.Command.Tests;

public sealed class TextTests
{
    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(3, "3.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(1e16, "1e+16")]
    [InlineData(123456789012345.0, "123456789012345.0")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001234, "1.234e-05")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(1.7976931348623157e308, "1.7976931348623157e+308")]
    [InlineData(double.NaN, "nan")]
    [InlineData(double.NegativeInfinity, "-inf")]
    public void A_float_alone_is_what_Python_writes(double value, string text) => Assert.Equal(text, ValueText.Of(value));

    [Theory]
    [InlineData("[1. 2. 3.]", 1.0, 2.0, 3.0)]
    [InlineData("[ 0.5   -1.    10.125]", 0.5, -1.0, 10.125)]
    [InlineData("[1.0e-10 1.5e+00]", 1e-10, 1.5)]
    [InlineData("[1.e+08 1.e+00]", 1e8, 1.0)]
    [InlineData("[nan inf  0.]", double.NaN, double.PositiveInfinity, 0.0)]
    [InlineData("[1.e+300 1.e-300]", 1e300, 1e-300)]
    public void Floats_together_are_aligned_as_NumPy_aligns_them(string text, params double[] values) => Assert.Equal(text + "\n", Show(values.AsMemoryView()));

    [Fact]
    public void Beyond_a_thousand_items_three_at_each_edge_are_shown()
    {
        short[] values = new short[1001];
        values[1000] = 7;
        Assert.Equal("[0 0 0 ... 0 0 7]\n", Show(values.AsMemoryView()));
        Assert.Equal(
            """
            [[0 0 0 ... 0 0 0]
             [0 0 0 ... 0 0 0]
             [0 0 0 ... 0 0 0]
             ...
             [0 0 0 ... 0 0 0]
             [0 0 0 ... 0 0 0]
             [0 0 0 ... 0 0 0]]

            """,
            Show(new short[40, 40].AsMemoryView()));
    }

    [Fact]
    public void A_thousand_items_are_shown_in_lines_of_75_columns()
    {
        string text = Show(new short[1000].AsMemoryView());
        Assert.DoesNotContain("...", text, System.StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 75));
    }

    [Theory]
    [InlineData(2, null, "[0 1]\n")]
    [InlineData(null, 2, "[4 5]\n")]
    [InlineData(1, 2, "[0 ... 4 5]\n")]
    [InlineData(4, 2, "[0 1 2 3 4 5]\n")]
    [InlineData(0, null, "[]\n")]
    public void Head_and_tail_choose_the_ends(int? head, int? tail, string text) =>
        Assert.Equal(text, Show(new[] { 0, 1, 2, 3, 4, 5 }.AsMemoryView(), new ShowOptions(false, head, tail)));

    [Theory]
    [InlineData("plain\0\0", "plain")]
    [InlineData("\0in\0side\0", "\\x00in\\x00side")]
    [InlineData("\u001b[31mred", "\\x1b[31mred")]
    [InlineData("grün €", "grün €")]
    [InlineData("a\u202eb", "a\\u202eb")]
    public void Text_shows_what_would_steer_a_terminal(string text, string shown) => Assert.Equal(shown, FieldText.Of(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Bytes_that_are_no_UTF8_are_shown_in_hex() => Assert.Equal("a\\xff\\xc3b", FieldText.Of([(byte)'a', 0xFF, 0xC3, (byte)'b', 0]));

    [Fact]
    public void A_long_table_shows_its_first_five_and_last_three_rows()
    {
        MemoryView view = new byte[8000].AsMemoryView().Cast("T{<I:a:<I:b:}");
        using StringWriter writer = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        ShowVerb.Run(writer, default, new(view, null, 0, 0), default);
        string[] lines = writer.ToString().Split('\n');
        Assert.Equal("  #  offset  a  b", lines[0]);
        Assert.Equal("  4    0x20  0  0", lines[5]);
        Assert.Equal("  …  992 more", lines[6]);
        Assert.Equal("999  0x1f38  0  0", lines[9]);
    }

    private static string Show(MemoryView view, ShowOptions options = default)
    {
        using StringWriter writer = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        ShowVerb.Run(writer, default, new(view, null, 0, 0), options);
        return writer.ToString();
    }
}
