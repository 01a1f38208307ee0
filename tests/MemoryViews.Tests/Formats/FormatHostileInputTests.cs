using System;
using System.Linq;
using Xunit;

namespace MemoryViews.Tests.Formats;

/// <summary>Formats come from files and from other processes: no text may cost more than its own length.</summary>
public class FormatHostileInputTests
{
    private const int Long = FormatParser.MostCharacters;

    [Theory]
    [InlineData("T{")]
    [InlineData("&")]
    [InlineData("T{i:a:&")]
    public void Nesting_is_bounded(string opening)
    {
        string text = string.Concat(Enumerable.Repeat(opening, Long / opening.Length));
        Assert.Contains("nest deeper", Fault(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_to_the_bound_is_fine()
    {
        string text = string.Concat(Enumerable.Repeat("T{", 63)) + "i" + new string('}', 63);
        Assert.Equal(4, ItemFormat.Parse(text).Size);
        Assert.Contains("nest deeper", Fault("T{" + text + "}"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_length_of_a_text_is_bounded() => Assert.Contains("is the limit", Fault(new string('b', Long + 1)), StringComparison.Ordinal);

    [Fact]
    public void The_number_of_elements_is_bounded()
    {
        Assert.Equal(FormatParser.MostElements, ItemFormat.Parse(new string('b', FormatParser.MostElements)).Size);
        Assert.Contains("write repetitions as a count", Fault(new string('b', FormatParser.MostElements + 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_written_as_many_x_is_two_elements()
    {
        string text = new('x', 100_000);
        Assert.Equal(2, FormatParser.Parse(text, FormatDialect.NumPy, out _)!.Length);
        Assert.Equal(100_004, ItemFormat.Parse($"T{{b:a:{text[1..]}i:b:}}").Size);
        Assert.Equal([("pad", 2)], ItemFormat.Parse("xxx:pad:").Fields.Select(field => (field.Name, (int)field.Offset)));
    }

    [Theory]
    [InlineData(' ')]
    [InlineData('<')]
    [InlineData('x')]
    public void A_text_of_the_longest_length_parses(char c) => Assert.True(ItemFormat.Parse(new string(c, Long)).Size is 0 or Long);

    [Theory]
    [InlineData('(')]
    [InlineData('1')]
    [InlineData(':')]
    [InlineData('{')]
    [InlineData('}')]
    [InlineData(',')]
    public void A_text_of_one_character_fails_at_once(char c) => Assert.NotNull(Fault(new string(c, Long)));

    [Fact]
    public void A_shape_has_at_most_64_axes() =>
        Assert.Contains("64", Fault("(" + string.Join(',', Enumerable.Repeat("1", 65)) + ")i"), StringComparison.Ordinal);

    [Theory]
    [InlineData("1000000000T{}")]
    [InlineData("(100000,100000)T{}")]
    [InlineData("99999999T{0s0s0s}")]
    [InlineData("9223372036854775807T{0i}")]
    public void Values_without_bytes_cannot_be_multiplied_at_will(string text)
    {
        ItemFormat format = ItemFormat.Parse(text);
        Assert.False(format.CanReadItems);
        Assert.Throws<ViewNotSupportedException>(() => format.Read([]));
    }

    [Fact]
    public void Repetition_inside_repetition_is_counted_too()
    {
        string text = "b";
        for (int i = 0; i < 20; i++)
        {
            text = $"1000T{{{text}}}";
        }

        Assert.Contains("more than any memory holds", Fault(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Huge_items_are_sized_and_not_read()
    {
        ItemFormat format = ItemFormat.Parse("9223372036854775807b");
        Assert.Equal(nint.MaxValue, format.Size);
        Assert.False(format.CanReadItems);
        Assert.Single(format.Fields);
    }

    [Fact]
    public void Random_texts_give_a_format_or_a_fault()
    {
        Random random = new(20240229);
        const string Alphabet = "@=<>!^()0123456789,:{}TXZ&xcbB?hHiIlLqQnNefdgspuwOtPza \t\0é";
        for (int i = 0; i < 20_000; i++)
        {
            string text = new([.. Enumerable.Range(0, random.Next(12)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            foreach (FormatDialect dialect in Enum.GetValues<FormatDialect>())
            {
                if (ItemFormat.TryParse(text, dialect, out FormatFault? fault) is { } format)
                {
                    Assert.True(format.Size >= 0 && format.Alignment >= 1 && format.Fields.All(field => field.Offset >= 0 && field.Offset <= format.Size), text);
                    ReadZeros(format);
                }
                else
                {
                    Assert.InRange(fault!.Position, 0, text.Length);
                }
            }
        }
    }

    private static void ReadZeros(ItemFormat format)
    {
        if (format.CanReadItems && format.Size < 1000)
        {
            byte[] item = new byte[format.Size];
            object? value = format.Read(item);
            format.Write(item, value);
            Assert.All(item, b => Assert.Equal(0, b));
        }
    }

    private static string Fault(string text)
    {
        ItemFormat? format = ItemFormat.TryParse(text, FormatDialect.Pep3118, out FormatFault? fault);
        Assert.Null(format);
        return fault!.Reason;
    }
}
