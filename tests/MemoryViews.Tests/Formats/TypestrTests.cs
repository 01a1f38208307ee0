using System;
using Xunit;

namespace MemoryViews.Tests.Formats;

public class TypestrTests
{
    [Theory]
    [InlineData("|b1", "?")]
    [InlineData("|i1", "b")]
    [InlineData("|u1", "B")]
    [InlineData("=i2", "h")]
    [InlineData("=u4", "I")]
    [InlineData("i8", "q")]
    [InlineData("=f2", "e")]
    [InlineData("f4", "f")]
    [InlineData("f8", "d")]
    [InlineData("c8", "Zf")]
    [InlineData("c16", "Zd")]
    [InlineData("|S8", "8s")]
    [InlineData("U5", "5w")]
    [InlineData("|V3", "3x")]
    [InlineData("|O", "O")]
    public void A_typestr_in_host_order_is_a_native_format(string typestr, string format) => Assert.Equal(format, ItemFormat.FromTypestr(typestr).Text);

    [Theory]
    [InlineData("i2", "h")]
    [InlineData("f4", "f")]
    [InlineData("c16", "Zd")]
    [InlineData("U5", "5w")]
    public void Order_marks_are_kept_where_they_differ_from_the_host(string typestr, string format)
    {
        string own = BitConverter.IsLittleEndian ? "<" : ">", other = BitConverter.IsLittleEndian ? ">" : "<";
        Assert.Equal(format, ItemFormat.FromTypestr(own + typestr).Text);
        Assert.Equal(other + format, ItemFormat.FromTypestr(other + typestr).Text);
        Assert.Equal(own + typestr, ItemFormat.Parse(format).ToTypestr());
        Assert.Equal(other + typestr, ItemFormat.Parse(other + format).ToTypestr());
    }

    [Theory]
    [InlineData("?", "|b1")]
    [InlineData(">b", "|i1")]
    [InlineData("B", "|u1")]
    [InlineData("c", "|S1")]
    [InlineData("8s", "|S8")]
    [InlineData("3x", "|V3")]
    [InlineData("<e", "<f2")]
    [InlineData(">l", ">i4")]
    [InlineData(">Q", ">u8")]
    [InlineData(">Zf", ">c8")]
    [InlineData("O", "|O")]
    [InlineData("4p", null)]
    [InlineData("u", null)]
    [InlineData("2i", null)]
    [InlineData("(2)i", null)]
    [InlineData("i:a:", null)]
    [InlineData("T{i:a:}", null)]
    [InlineData("ix", null)]
    [InlineData("&i", null)]
    [InlineData("", null)]
    public void A_format_that_NumPy_can_name_has_a_typestr(string format, string? typestr) => Assert.Equal(typestr, ItemFormat.Parse(format).ToTypestr());

    [Fact]
    public void Long_doubles_are_named_by_their_size_on_this_machine()
    {
        string typestr = ItemFormat.Parse("g").ToTypestr()!;
        Assert.Equal($"f{FormatCodes.LongDoubleSize}", typestr[1..]);
        Assert.Equal(ItemFormat.Parse("g").Size, ItemFormat.FromTypestr(typestr).Size);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("<", 1)]
    [InlineData("<f3", 1)]
    [InlineData("<f", 2)]
    [InlineData("f-4", 1)]
    [InlineData("<f4x", 2)]
    [InlineData("<f4\0", 2)]
    [InlineData("<z4", 1)]
    [InlineData("i99999999999", 0)]
    [InlineData("i99999999999999999999", 1)]
    [InlineData("V99999999999999999999", 1)]
    [InlineData("b2", 0)]
    public void What_is_no_typestr_is_refused_at_its_character(string typestr, int position)
    {
        ViewSyntaxException error = Assert.Throws<ViewSyntaxException>(() => ItemFormat.FromTypestr(typestr));
        Assert.Equal((ViewErrorCode.FormatSyntax, position), (error.Code, error.Position));
    }

    [Theory]
    [InlineData("<M8[ns]")]
    [InlineData("m8")]
    public void Dates_and_times_are_refused(string typestr) =>
        Assert.Equal(ViewErrorCode.FormatUnsupported, Assert.Throws<ViewNotSupportedException>(() => ItemFormat.FromTypestr(typestr)).Code);

    [Theory]
    [InlineData("|V2147483648", "2147483648x")]
    [InlineData("|S9223372036854775807", "9223372036854775807s")]
    public void A_size_may_be_larger_than_any_array(string typestr, string format)
    {
        Assert.Equal(format, ItemFormat.FromTypestr(typestr).Text);
        Assert.Equal(typestr, ItemFormat.Parse(format).ToTypestr());
    }
}
