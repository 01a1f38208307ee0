using System;
using System.Linq;
using System.Numerics;
using Xunit;

namespace MemoryViews.Tests.Formats;

public class ItemFormatTests
{
    [Fact]
    public void Formats_are_equal_by_their_text_without_a_leading_at()
    {
        Assert.Equal(ItemFormat.Parse("i"), ItemFormat.Parse("@i"));
        Assert.Equal(ItemFormat.Parse("i").GetHashCode(), ItemFormat.Parse("@i").GetHashCode());
        Assert.Equal("@i", ItemFormat.Parse("@i").Text);
        Assert.NotEqual(ItemFormat.Parse("i"), ItemFormat.Parse("=i"));
        Assert.NotEqual(ItemFormat.Parse("l"), ItemFormat.Parse("q"));
        Assert.False(ItemFormat.Parse("i").Equals((object)"i"));
        Assert.False(ItemFormat.Parse("i").Equals(null));
    }

    [Fact]
    public void Parsing_a_text_again_gives_the_same_object() =>

        // Other tests use the same cache, and may make it forget between two calls, but not between any two.
        Assert.Contains(Enumerable.Range(0, 100), _ => ReferenceEquals(ItemFormat.Parse("T{i:same:}"), ItemFormat.Parse("T{i:same:}".AsSpan())));

    [Fact]
    public void The_cache_forgets_rather_than_grows()
    {
        ItemFormat first = ItemFormat.Parse("1x");
        for (int i = 0; i < 5000; i++)
        {
            Assert.Equal(i, ItemFormat.Parse($"{i}x").Size);
        }

        Assert.Equal(first, ItemFormat.Parse("1x"));
    }

    [Theory]
    [InlineData("i", "Int32")]
    [InlineData("@i", "Int32")]
    [InlineData("<c", "Char8")]
    [InlineData(">B", "UInt8")]
    [InlineData("?", "Boolean")]
    [InlineData("e", "Float16")]
    [InlineData("u", "Utf16")]
    [InlineData("w", "Utf32")]
    [InlineData("Zf", "Complex64")]
    [InlineData("Zd", "Complex128")]
    [InlineData("=l", "Int32")]
    [InlineData(" i ", "Int32")]
    [InlineData("1i", "None")]
    [InlineData("2i", "None")]
    [InlineData("(1)i", "None")]
    [InlineData("i:a:", "None")]
    [InlineData("ix", "None")]
    [InlineData("T{i}", "None")]
    [InlineData("s", "None")]
    [InlineData("x", "None")]
    [InlineData("1w", "None")]
    [InlineData("O", "None")]
    [InlineData("", "None")]
    public void A_scalar_is_exactly_one_unnamed_value(string text, string kind) => Assert.Equal(kind, ItemFormat.Parse(text).Scalar.ToString());

    [Fact]
    public void A_scalar_is_swapped_in_the_other_order_than_the_hosts()
    {
        string other = BitConverter.IsLittleEndian ? ">" : "<", own = BitConverter.IsLittleEndian ? "<" : ">";
        Assert.True(ItemFormat.Parse(other + "i").IsSwapped);
        Assert.False(ItemFormat.Parse(own + "i").IsSwapped);
        Assert.False(ItemFormat.Parse(other + "b").IsSwapped);
        Assert.False(ItemFormat.Parse(other + "2i").IsNativeOrder);
        Assert.False(ItemFormat.Parse("T{i:a:T{" + other + "h:b:}:c:}").IsNativeOrder);
        Assert.True(ItemFormat.Parse(other + "4s").IsNativeOrder);
        Assert.True(ItemFormat.Parse(own + "ih").IsNativeOrder);
        Assert.Equal(BitConverter.IsLittleEndian, ItemFormat.Parse("!i").IsSwapped);
    }

    [Fact]
    public void Native_codes_are_those_CPython_reads_items_of()
    {
        Assert.All("cbBhHiIlLqQnN?efdP", code => Assert.Equal(code, ItemFormat.Parse("@" + code).NativeCode));
        Assert.All(["<i", "=i", "^i", "1i", "ii", "@@i", "s", "p", "x", "g", "w", "u", "O", "Zd", "", "i "], text =>
            Assert.Equal('\0', ItemFormat.ParseOrUnknown(text).NativeCode));
    }

    [Fact]
    public void A_single_native_character_need_not_be_readable()
    {
        Assert.All(["i", "@i", "w", "s", "x", "@O", "Y", "@Y"], text => Assert.True(ItemFormat.ParseOrUnknown(text).IsSingleNativeChar));
        Assert.All(["", "@", "@@i", "<i", "1s", "Zf", "é"], text => Assert.False(ItemFormat.ParseOrUnknown(text).IsSingleNativeChar));
    }

    [Theory]
    [InlineData("b", ItemKind.SignedInteger, typeof(sbyte))]
    [InlineData("B", ItemKind.UnsignedInteger, typeof(byte))]
    [InlineData("n", ItemKind.SignedInteger, typeof(nint))]
    [InlineData("N", ItemKind.UnsignedInteger, typeof(nuint))]
    [InlineData("<L", ItemKind.UnsignedInteger, typeof(uint))]
    [InlineData("?", ItemKind.Boolean, typeof(bool))]
    [InlineData("e", ItemKind.Float, typeof(Half))]
    [InlineData("g", ItemKind.Float, typeof(double))]
    [InlineData("Zf", ItemKind.Complex, typeof(Complex))]
    [InlineData("c", ItemKind.Byte, typeof(byte))]
    [InlineData("4s", ItemKind.Bytes, typeof(byte[]))]
    [InlineData("4p", ItemKind.PascalBytes, typeof(byte[]))]
    [InlineData("u", ItemKind.Text, typeof(char))]
    [InlineData("4u", ItemKind.Text, typeof(string))]
    [InlineData("w", ItemKind.Text, typeof(string))]
    [InlineData("P", ItemKind.Pointer, typeof(nuint))]
    [InlineData("O", ItemKind.Pointer, null)]
    [InlineData("&i", ItemKind.Pointer, null)]
    [InlineData("X{}", ItemKind.Pointer, null)]
    [InlineData("t", ItemKind.Unknown, null)]
    [InlineData("4x", ItemKind.Padding, null)]
    [InlineData("2i", ItemKind.Record, null)]
    [InlineData("T{i}", ItemKind.Record, null)]
    [InlineData("(2)i", ItemKind.SubArray, null)]
    public void A_format_knows_its_kind_and_dotnet_type(string text, ItemKind kind, Type? type)
    {
        ItemFormat format = ItemFormat.Parse(text);
        Assert.Equal((kind, type), (format.Kind, format.ClrType));
    }

    [Fact]
    public void Fields_have_names_offsets_shapes_and_formats_of_their_own()
    {
        ItemField[] fields = [.. ItemFormat.Parse("T{<i:id:(2,3)h:grid:x4s:tag:T{>d:v:}:inner:}").Fields];
        Assert.Equal(["id", "grid", "tag", "inner"], fields.Select(field => field.Name));
        Assert.Equal(["<i", "<h", "<4s", "<T{>d:v:}"], fields.Select(field => field.Format.Text));
        Assert.Equal([0, 4, 17, 21], fields.Select(field => (int)field.Offset));
        Assert.Equal([2, 3], fields[1].SubShape.ToArray());
        Assert.True(fields[0].SubShape.IsEmpty);
        Assert.Equal(">d", fields[3].Format.Fields.Single().Format.Text);
    }

    [Fact]
    public void Fields_without_names_and_counts_are_there_too()
    {
        ItemField[] fields = [.. ItemFormat.Parse("h3d5x").Fields];
        Assert.Equal([0, 8], fields.Select(field => (int)field.Offset));
        Assert.Equal([3], fields[1].SubShape.ToArray());
        Assert.Empty(ItemFormat.Parse("i").Fields);
        Assert.Equal([2, 3], ItemFormat.Parse("(2,3)i").Fields.Single().SubShape.ToArray());
        Assert.Equal("pad", ItemFormat.Parse("T{4x:pad:i:a:}").Fields[0].Name);
    }

    [Theory]
    [InlineData("id", 0, "<i")]
    [InlineData("head.len", 4, "<q")]
    [InlineData("head.deep.x", 12, "<h")]
    [InlineData("dotted.name", 14, "<b")]
    [InlineData("grid", 15, "<h")]
    public void A_path_finds_a_field(string path, int expected, string text)
    {
        ItemFormat format = ItemFormat.Parse("T{<i:id:T{q:len:T{h:x:}:deep:}:head:b:dotted.name:(3)h:grid:}");
        ItemFormat? field = format.Field(path, out nint offset, out ReadOnlyMemory<nint> shape);
        Assert.Equal((text, expected), (field!.Text, (int)offset));
        Assert.Equal(path == "grid" ? [3] : [], shape.ToArray());
    }

    [Theory]
    [InlineData("T{i:a:}", "b")]
    [InlineData("T{i:a:}", "a.b")]
    [InlineData("T{i:a:}", "")]
    [InlineData("T{i:a:}", "a.")]
    [InlineData("i", "a")]
    [InlineData("ii", "f0")]
    public void A_path_that_leads_nowhere_finds_nothing(string format, string path) =>
        Assert.Null(ItemFormat.Parse(format).Field(path, out _, out _));

    [Theory]
    [InlineData("T{(3)T{i:x:}:list:}", "list.x")]
    [InlineData("(3)T{i:x:}", "x")]
    public void A_path_does_not_pass_through_a_sub_array(string format, string path)
    {
        ViewArgumentException error = Assert.Throws<ViewArgumentException>(() => ItemFormat.Parse(format).Field(path, out _, out _));
        Assert.Equal(ViewErrorCode.UnknownField, error.Code);
    }

    [Fact]
    public void The_format_of_bytes_is_B() => Assert.Equal(("B", ScalarKind.UInt8), (ItemFormat.UInt8.Text, ItemFormat.UInt8.Scalar));
}
