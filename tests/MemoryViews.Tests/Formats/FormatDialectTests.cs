using System.Linq;
using Xunit;

namespace MemoryViews.Tests.Formats;

public class FormatDialectTests
{
    [Theory]
    [InlineData("T{i}")]
    [InlineData("i:a:")]
    [InlineData("(2)i")]
    [InlineData("^i")]
    [InlineData("Zf")]
    [InlineData("g")]
    [InlineData("u")]
    [InlineData("w")]
    [InlineData("O")]
    [InlineData("t")]
    [InlineData("&i")]
    [InlineData("X{}")]
    [InlineData("F")]
    [InlineData("i>h")]
    [InlineData("@@i")]
    [InlineData(" <i")]
    [InlineData("<n")]
    [InlineData("=0N")]
    [InlineData("!P")]
    [InlineData("3")]
    [InlineData("2 i")]
    [InlineData("9223372036854775807i")]
    [InlineData("9223372036854775807xx")]
    public void Struct_knows_one_leading_order_mark_and_its_own_codes(string text) =>
        Assert.Throws<ViewSyntaxException>(() => ItemFormat.Parse(text, FormatDialect.Struct));

    [Theory]
    [InlineData("xcbB?hHiIlLqQnNefdspP")]
    [InlineData("<xcbB?hHiIlLqQefdsp")]
    [InlineData(" 2i\t3h\n")]
    [InlineData(">")]
    [InlineData("9223372036854775807x")]
    public void Struct_takes_what_Python_takes(string text) => Assert.Equal(text, ItemFormat.Parse(text, FormatDialect.Struct).Text);

    [Theory]
    [InlineData("ix", 8)]
    [InlineData("ixx", 8)]
    [InlineData("bxi", 8)]
    [InlineData("T{ib}", 8)]
    [InlineData("3T{ib}", 24)]
    [InlineData("T{ib}h", 12)]
    [InlineData("^ib", 5)]
    [InlineData("<ib", 5)]
    [InlineData("i<b", 5)]
    [InlineData("T{<b:a:3x<i:b:(3)<h:c:2x}", 16)]
    public void NumPy_rounds_the_item_up_where_the_order_at_its_end_is_native(string text, int size) =>
        Assert.Equal(size, ItemFormat.Parse(text, FormatDialect.NumPy).Size);

    [Fact]
    public void NumPy_takes_counts_as_sub_arrays_and_names_the_nameless()
    {
        ItemFormat format = ItemFormat.Parse("i:f0:3h(2)2d", FormatDialect.NumPy);
        Assert.Equal(["f0", "f1", "f2"], format.Fields.Select(field => field.Name));
        Assert.Equal([3], format.Fields[1].SubShape.ToArray());
        Assert.Equal([2, 2], format.Fields[2].SubShape.ToArray());
    }

    [Fact]
    public void NumPy_unwraps_a_lone_element_and_makes_a_record_of_a_padded_one()
    {
        Assert.Equal(ItemKind.SignedInteger, ItemFormat.Parse("i", FormatDialect.NumPy).Kind);
        Assert.Equal(ItemKind.SubArray, ItemFormat.Parse("3i", FormatDialect.NumPy).Kind);
        Assert.Equal(["f0"], ItemFormat.Parse("ix", FormatDialect.NumPy).Fields.Select(field => field.Name));
    }

    [Theory]
    [InlineData("i:a:h:a:")]
    [InlineData("i h")]
    [InlineData("<")]
    [InlineData("<>i")]
    [InlineData("2(3)i")]
    [InlineData("n")]
    [InlineData("P")]
    [InlineData("p")]
    [InlineData("u")]
    [InlineData("&i")]
    [InlineData("t")]
    [InlineData("X{}")]
    [InlineData("<g")]
    public void NumPy_refuses_what_it_cannot_import(string text) =>
        Assert.Throws<ViewSyntaxException>(() => ItemFormat.Parse(text, FormatDialect.NumPy));

    [Fact]
    public void An_unknown_dialect_is_refused()
    {
        ViewArgumentException error = Assert.Throws<ViewArgumentException>(() => ItemFormat.Parse("i", (FormatDialect)9));
        Assert.Equal(ViewErrorCode.InvalidArgument, error.Code);
    }

    [Fact]
    public void One_text_of_two_sizes_gives_two_formats()
    {
        Assert.NotEqual(ItemFormat.Parse("ix"), ItemFormat.Parse("ix", FormatDialect.NumPy));
        Assert.Equal(ItemFormat.Parse("i"), ItemFormat.Parse("i", FormatDialect.Struct));
    }
}
