using System;
using System.Collections.Generic;
using Xunit;

namespace MemoryViews.Command.Tests;

public sealed class TypeParserTests
{
    [Theory]
    [InlineData("u1", "B", 1)]
    [InlineData("i2le", "<h", 2)]
    [InlineData("u4be", ">I", 4)]
    [InlineData("f8le", "<d", 8)]
    [InlineData("u8", "Q", 8)]
    [InlineData("f2", "e", 2)]
    [InlineData("half", "e", 2)]
    [InlineData("long", "q", 8)]
    [InlineData("uint32_t", "I", 4)]
    [InlineData("Int32", "i", 4)]
    [InlineData("float32be", ">f", 4)]
    [InlineData("bool", "?", 1)]
    [InlineData("char", "c", 1)]
    [InlineData("<f4", "<f", 4)]
    [InlineData(">i8", ">q", 8)]
    [InlineData("S8", "8s", 8)]
    [InlineData("V3", "3x", 3)]
    [InlineData("c8", "=Zf", 8)]
    [InlineData("<l", "<l", 4)]
    [InlineData("<f", "<f", 4)]
    [InlineData("4i", "4i", 16)]
    [InlineData("i4", "i", 4)]
    [InlineData("T{<I:sec:<I:usec:}", "T{<I:sec:<I:usec:}", 8)]
    [InlineData("(3,4)<f", "(3,4)<f", 48)]
    [InlineData("f4le[3]", "(3)<f", 12)]
    [InlineData("u1[2,2]", "(2,2)B", 4)]
    [InlineData("u3le", "T{3x:u3le:}", 3)]
    [InlineData("i3be", "T{3x:i3be:}", 3)]
    [InlineData("<u3", "T{3x:u3le:}", 3)]
    [InlineData("<M8[s]", "T{<q:M8[s]:}", 8)]
    [InlineData("id:i4le,name:S8,xyz:f4le[3]", "T{<i:id:=8s:name:(3)<f:xyz:}", 24)]
    [InlineData("a:u1,b:u4", "T{=B:a:=I:b:}", 5)]
    [InlineData("@a:u1,b:u4", "T{@B:a:@I:b:}", 8)]
    [InlineData("a:{x:u1,y:u2be}[2],b:u1", "T{(2)T{=B:x:>H:y:}:a:=B:b:}", 7)]
    public void A_type_of_any_community_is_one_format(string text, string format, int size)
    {
        ItemFormat parsed = TypeParser.Parse(text);
        Assert.Equal(format, parsed.Text);
        Assert.Equal(size, parsed.Size);
    }

    [Theory]
    [InlineData("", 0, null)]
    [InlineData("f16", 0, "say f2 or half")]
    [InlineData("f16le", 0, "say f2 or half")]
    [InlineData("u16", 0, "say u2")]
    [InlineData("id:i4le,x:i32", 10, "say i4")]
    [InlineData("flaot", 0, "did you mean float?")]
    [InlineData("u4el", 0, "did you mean u4le?")]
    [InlineData("id:i4le,x:dubble", 10, "did you mean double?")]
    [InlineData("<Y", 1, null)]
    [InlineData("f4le[0]", 5, "1 or more")]
    [InlineData("f4le[3", 6, "end in ']'")]
    [InlineData("f4le,u2", 4, "after a type comes nothing")]
    [InlineData("a:u1,", 5, "a field is name:type")]
    [InlineData("a:{b:u1", 7, "ends in '}'")]
    public void A_text_that_is_no_type_has_a_caret_and_what_is_near(string text, int position, string? hint)
    {
        Refusal refusal = Assert.Throws<Refusal>(() => TypeParser.Parse(text));
        Assert.Equal(ExitCode.Usage, refusal.ExitCode);
        Assert.EndsWith("\n    " + new string(' ', position) + "^", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(hint ?? "", refusal.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_any_letters_is_a_type_or_a_refusal_and_never_anything_else()
    {
        const string Letters = "u4ile<>T{}:,[]()@=xSVM8 9";
        Random random = new(1);
        List<string> failures = [];
        for (int i = 0; i < 20_000; i++)
        {
            string text = new(random.GetItems<char>(Letters, random.Next(1, 12)));
            if (Xunit.Record.Exception(() => TypeParser.Parse(text)) is { } failure and not Refusal)
            {
                failures.Add($"{text}: {failure.GetType().Name}");
            }
        }

        Assert.Empty(failures);
    }

    [Theory]
    [InlineData("u3le", new byte[] { 1, 2, 0xFF }, 0xFF0201)]
    [InlineData("i3le", new byte[] { 1, 2, 0xFF }, -65023)]
    [InlineData("u3be", new byte[] { 1, 2, 0xFF }, 0x0102FF)]
    [InlineData("i3be", new byte[] { 0xFF, 0xFF, 0xFE }, -2)]
    public void Three_bytes_are_an_integer(string type, byte[] item, int value)
    {
        Assert.Equal(type, PackedIntegers.CodecOf(TypeParser.Parse(type)));
        Assert.Equal(value, PackedIntegers.Read(type, item));
    }

    [Theory]
    [InlineData("M8[s]", 0, "1970-01-01T00:00:00")]
    [InlineData("M8[ms]", -1, "1969-12-31T23:59:59.999")]
    [InlineData("M8[D]", 20_000, "2024-10-04")]
    [InlineData("M8[ns]", 1, "1970-01-01T00:00:00.000000001")]
    [InlineData("m8[h]", 5, "5h")]
    [InlineData("M8[s]", long.MinValue, "NaT")]
    [InlineData("M8[W]", long.MaxValue, "9223372036854775807W since 1970")]
    public void Dates_are_written_as_dates(string type, long count, string text) => Assert.Equal(text, Moments.Text(type, count));
}
