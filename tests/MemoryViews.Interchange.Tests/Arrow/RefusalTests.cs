using System;
using Xunit;

namespace MemoryViews.Interchange.Tests.Columns;

/// <summary>What a producer can get wrong, or do on purpose: refused with the fact, and array and schema released exactly once.</summary>
public unsafe class RefusalTests
{
    private delegate void Spoil(ArrowProducer producer);

    [Fact]
    public void A_null_pointer_where_the_other_is_released_all_the_same()
    {
        using ArrowProducer first = new();
        Refusal.Of(ViewErrorCode.InvalidArgument, () => ArrowData.Import(null, first.Schema), "ArrowArray");
        Assert.Equal(1, first.SchemaReleases);
        using ArrowProducer second = new();
        Refusal.Of(ViewErrorCode.InvalidArgument, () => ArrowData.Import(second.Array, null), "ArrowSchema");
        Assert.Equal(1, second.Releases);
        ArrowData.Release((ArrowArray*)null);
        ArrowData.Release((ArrowSchema*)null);
    }

    [Fact]
    public void An_empty_structure_where_the_other_is_released_all_the_same()
    {
        using ArrowProducer first = new();
        first.Array->Release = null;
        Refusal.Of(ViewErrorCode.Released, () => ArrowData.Import(first.Array, first.Schema), "ArrowArray", "once");
        Assert.Equal((0, 1), (first.Releases, first.SchemaReleases));
        using ArrowProducer second = new();
        second.Schema->Release = null;
        Refusal.Of(ViewErrorCode.Released, () => ArrowData.Import(second.Array, second.Schema), "ArrowSchema");
        Assert.Equal((1, 0), (second.Releases, second.SchemaReleases));
    }

    [Fact]
    public void Importing_twice()
    {
        using ArrowProducer producer = new();
        using MemoryView view = ArrowData.Import(producer.Array, producer.Schema);
        Refusal.Of(ViewErrorCode.Released, () => ArrowData.Import(producer.Array, producer.Schema));
        Assert.Equal((0, 1), (producer.Releases, producer.SchemaReleases));
    }

    [Theory]
    [InlineData("n")]
    [InlineData("u")]
    [InlineData("Z")]
    [InlineData("vu")]
    [InlineData("d:19,10")]
    [InlineData("tdD")]
    [InlineData("tss:UTC")]
    [InlineData("+s")]
    [InlineData("+l")]
    [InlineData("+w:")]
    [InlineData("+w:-1")]
    [InlineData("+w:2147483648")]
    [InlineData("+w: 3")]
    [InlineData("w:-8")]
    [InlineData("w:99999999999999999999")]
    [InlineData("w:2147483648")]
    [InlineData("ii")]
    [InlineData("")]
    public void A_type_that_no_view_has(string format) => Refused(ViewErrorCode.FormatUnsupported, new("i"), producer => producer.Format(producer.Schema, format), $"'{format}'");

    [Fact]
    public void A_type_that_goes_on_for_ever_or_is_not_text()
    {
        Refused(ViewErrorCode.FormatUnsupported, new(), producer => producer.Format(producer.Schema, new string('w', 5000)));
        Refused(ViewErrorCode.FormatUnsupported, new(), producer => producer.Format(producer.Schema, "\u0001\u001b[2J"), "'??[2J'");
        Refused(ViewErrorCode.InvalidArgument, new(), producer => producer.Schema->Format = null, "no format");
    }

    [Fact]
    public void Bits_without_a_copy() => Refused(ViewErrorCode.NotExpressible, new("b"), _ => { }, "CopyPolicy.IfNeeded");

    [Fact]
    public void A_dictionary()
    {
        Refused(ViewErrorCode.NotSupported, new(), producer => producer.Array->Dictionary = producer.Array, "dictionary");
        Refused(ViewErrorCode.NotSupported, new("i", 3), producer => producer.LeafSchema->Dictionary = producer.Schema, "dictionary");
    }

    [Fact]
    public void Nulls()
    {
        Refused(ViewErrorCode.NotSupported, new(), producer => producer.Array->NullCount = 2, "2 nulls");
        Refused(ViewErrorCode.NotSupported, new("i", 3), producer => producer.Leaf->NullCount = 12, "12 nulls");
        Refused(ViewErrorCode.NotSupported, new(), producer =>
        {
            producer.Bitmap(producer.Array, 0xFF, 0b0111);
            producer.Array->NullCount = -1;
        }, "1 nulls");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void A_negative_length(long length) => Refused(ViewErrorCode.InvalidArgument, new(), producer => producer.Array->Length = length, $"length {length}");

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public void An_offset_that_no_array_has(long offset) => Refused(ViewErrorCode.InvalidArgument, new(), producer => producer.Array->Offset = offset, $"offset {offset}");

    [Theory]
    [InlineData(-2)]
    [InlineData(13)]
    public void A_count_of_nulls_that_no_array_has(long count) => Refused(ViewErrorCode.InvalidArgument, new(), producer => producer.Array->NullCount = count, $"null_count {count}");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(-1)]
    public void A_number_of_buffers_that_the_type_does_not_have(long count)
        => Refused(ViewErrorCode.InvalidArgument, new(), producer => producer.Array->BufferCount = count, $"n_buffers {count}");

    [Fact]
    public void Children_that_do_not_belong_to_the_type()
    {
        Refused(ViewErrorCode.InvalidArgument, new(), producer => producer.Array->ChildCount = 1, "n_children 1");
        Refused(ViewErrorCode.InvalidArgument, new("i", 3), producer => producer.Array->ChildCount = 0, "n_children 0");
        Refused(ViewErrorCode.InvalidArgument, new("i", 3), producer => producer.Schema->ChildCount = 2, "n_children 2");
        Refused(ViewErrorCode.InvalidArgument, new("i", 3), producer => producer.Array->Children = null, "child");
        Refused(ViewErrorCode.InvalidArgument, new("i", 3), producer => producer.Array->Children[0] = null, "child");
        Refused(ViewErrorCode.InvalidArgument, new("i", 3), producer => producer.Schema->Children[0] = null, "schema of its child");
        Refused(ViewErrorCode.Released, new("i", 3), producer => producer.Leaf->Release = null, "moved away");
    }

    [Fact]
    public void Missing_buffers()
    {
        Refused(ViewErrorCode.InvalidArgument, new(), producer => producer.Array->Buffers = null, "list of buffers");
        Refused(ViewErrorCode.InvalidArgument, new(), producer => producer.Array->Buffers[1] = null, "48 bytes", "address 0");
        using ArrowProducer bits = new("b");
        bits.Array->Buffers[1] = null;
        Refusal.Of(ViewErrorCode.InvalidArgument, () => ArrowData.Import(bits.Array, bits.Schema, CopyPolicy.IfNeeded), "data buffer");
        Assert.Equal((1, 1), (bits.Releases, bits.SchemaReleases));
    }

    [Fact]
    public void Lists_that_need_more_items_than_there_are()
    {
        Refused(ViewErrorCode.OutOfBounds, new("i", 3), producer => producer.Array->Length = 5, "15 items", "12");
        Refused(ViewErrorCode.OutOfBounds, new("i", 3), producer => producer.Array->Offset = 1, "15 items");
        Refused(ViewErrorCode.OutOfBounds, new("i", 3), producer => producer.Array->Length = long.MaxValue, "need 27670116110564327421 items");
    }

    [Fact]
    public void Reach_beyond_memory()
    {
        Refused(ViewErrorCode.OutOfBounds, new(), producer => (producer.Array->Offset, producer.Array->Length) = (long.MaxValue - 5, 5), "reaches from address");
        Refused(ViewErrorCode.OutOfBounds, new("l", 2), producer => (producer.Leaf->Offset, producer.Leaf->Length) = (1L << 62, 1L << 61), "reaches from address");
        using ArrowProducer wide = new();
        wide.Array->Length = long.MaxValue;
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidShape, () => ArrowData.Import(wide.Array, wide.Schema));
        Assert.Equal((1, 1), (wide.Releases, wide.SchemaReleases));
    }

    [Fact]
    public void Lists_deeper_than_axes_go()
    {
        int[] ones = new int[70];
        Array.Fill(ones, 1);
        Refused(ViewErrorCode.InvalidShape, new("i", ones), _ => { }, "65 axes", "64");
    }

    private static void Refused(ViewErrorCode code, ArrowProducer producer, Spoil spoil, params string[] facts)
    {
        using (producer)
        {
            spoil(producer);
            Refusal.Of(code, () => ArrowData.Import(producer.Array, producer.Schema), facts);
            Assert.Equal((1, 1), (producer.Releases, producer.SchemaReleases));
            Assert.True(producer.Array->Release is null && producer.Schema->Release is null);
        }
    }
}
