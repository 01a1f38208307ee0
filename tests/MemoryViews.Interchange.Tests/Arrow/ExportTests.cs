using System;
using System.Linq;
using Xunit;

namespace MemoryViews.Interchange.Tests.Columns;

public unsafe class ExportTests
{
    private delegate void Reading(ArrowReader reader);

    [Theory]
    [InlineData("b", "c")]
    [InlineData("B", "C")]
    [InlineData("h", "s")]
    [InlineData("H", "S")]
    [InlineData("i", "i")]
    [InlineData("I", "I")]
    [InlineData("l", "l")]
    [InlineData("q", "l")]
    [InlineData("Q", "L")]
    [InlineData("n", "l")]
    [InlineData("e", "e")]
    [InlineData("f", "f")]
    [InlineData("d", "g")]
    [InlineData("8s", "w:8")]
    [InlineData("s", "w:1")]
    public void A_format_has_its_type(string format, string type)
        => Exported(new byte[48].AsMemoryView().WithFormat(format), reader =>
        {
            Assert.Equal(type, reader.Format);
            Assert.Equal("", reader.Name);
            Assert.False(reader.IsNullable);
            Assert.Equal(48 / ItemFormat.Parse(format).Size, reader.Length);
            Assert.Equal((0, 0, 2, 0), (reader.NullCount, reader.Offset, reader.Buffers, reader.Children));
            Assert.True(reader.Validity is null);
        });

    [Theory]
    [InlineData("c")]
    [InlineData("Zd")]
    [InlineData("g")]
    [InlineData("u")]
    [InlineData("P")]
    [InlineData("8p")]
    [InlineData("4x")]
    [InlineData("T{i:a:i:b:}")]
    [InlineData("(3)i")]
    public void A_format_without_a_type_is_refused_even_for_a_copy(string format)
        => Refused(new byte[96].AsMemoryView().WithFormat(format), ViewErrorCode.FormatUnsupported, CopyPolicy.Always, $"'{format}'");

    [Fact]
    public void The_items_are_the_view_s_own()
    {
        int[] numbers = [1, 2, 3, 4];
        Exported(numbers.AsMemoryView()[1..], reader =>
        {
            numbers[3] = 42;
            Assert.Equal("größe", reader.Name);
            Assert.Equal([2, 3, 42], reader.Items<int>());
        }, "größe");
    }

    [Fact]
    public void More_axes_are_lists_of_fixed_size()
        => Exported(Enumerable.Range(0, 24).ToArray().AsMemoryView().Reshape(4, 3, 2), reader =>
        {
            Assert.Equal(("+w:3", 4, 1, 1), (reader.Format, reader.Length, reader.Buffers, reader.Children));
            Assert.Equal(("+w:2", 12, 1, 1), (reader.Child.Format, reader.Child.Length, reader.Child.Buffers, reader.Child.Children));
            Assert.Equal(("i", 24, 2, 0), (reader.Child.Child.Format, reader.Child.Child.Length, reader.Child.Child.Buffers, reader.Child.Child.Children));
            Assert.Equal("item", reader.Child.Name);
            Assert.Equal(Enumerable.Range(0, 24), reader.Child.Child.Items<int>().ToArray());
        });

    [Fact]
    public void Empty_views_have_arrays()
    {
        Exported(Array.Empty<int>().AsMemoryView(), reader => Assert.Equal(0, reader.Length));
        Exported(new int[3, 0].AsMemoryView(), reader => Assert.Equal((3, 0), (reader.Length, reader.Child.Length)));
    }

    [Fact]
    public void Strides_are_refused_or_copied()
    {
        MemoryView view = Enumerable.Range(0, 6).ToArray().AsMemoryView()[(..).By(-2)];
        Refused(view, ViewErrorCode.NotContiguous, CopyPolicy.Never, "AsContiguous()");
        Exported(view, reader => Assert.Equal([5, 3, 1], reader.Items<int>()), copy: CopyPolicy.IfNeeded);
    }

    [Fact]
    public void A_foreign_byte_order_is_refused_or_converted()
    {
        MemoryView view = new byte[] { 0, 1, 1, 0 }.AsMemoryView().Cast(">h");
        Refused(view, ViewErrorCode.FormatUnsupported, CopyPolicy.Never, "'>h'", "ConvertTo");
        Exported(view, reader => Assert.Equal<short>([1, 256], reader.Items<short>()), copy: CopyPolicy.IfNeeded);
    }

    [Fact]
    public void Booleans_are_refused_or_packed_into_bits()
    {
        bool[] truths = [true, false, false, true, true, false, false, false, true];
        Refused(truths.AsMemoryView(), ViewErrorCode.NotExpressible, CopyPolicy.Never, "bits", "\"B\"");
        Exported(truths.AsMemoryView(), reader =>
        {
            Assert.Equal(("b", 9), (reader.Format, reader.Length));
            Assert.Equal<byte>([0b0001_1001, 0b1], new ReadOnlySpan<byte>(reader.Data, 2).ToArray());
        }, copy: CopyPolicy.IfNeeded);
        Exported(new bool[8, 2].AsMemoryView(), reader => Assert.Equal(16, reader.Child.Length), copy: CopyPolicy.IfNeeded);
    }

    [Fact]
    public void A_copy_is_made_when_it_is_wanted()
    {
        int[] numbers = [1, 2];
        Exported(numbers.AsMemoryView(), reader =>
        {
            numbers[0] = 42;
            Assert.Equal([1, 2], reader.Items<int>());
        }, copy: CopyPolicy.Always);
    }

    [Fact]
    public void A_single_item_and_lists_beyond_32_bits_are_refused()
    {
        Refused(new[] { 1 }.AsMemoryView().Reshape(), ViewErrorCode.InvalidShape, CopyPolicy.Never, "()", "Reshape(1)");
        MemoryView empty = Array.Empty<byte>().AsMemoryView();
        Refused(empty.WithLayout(ItemFormat.Parse("B"), Layout.Contiguous(1, [0, unchecked((nint)(1L << 31))])), ViewErrorCode.InvalidShape, CopyPolicy.Never, "2147483648", "2147483647");
        nint[] shape = [(nint)1 << 40, int.MaxValue, 0];
        Refused(empty.WithLayout(ItemFormat.Parse("B"), Layout.Contiguous(1, shape)), ViewErrorCode.InvalidShape, CopyPolicy.Never, "1099511627776");
    }

    [Fact]
    public void A_refused_export_writes_nothing_and_holds_nothing()
    {
        ByteArray bytes = new(new byte[8]);
        ArrowArray array = new() { Length = 42 };
        ArrowSchema schema = new() { Flags = 42 };
        using (MemoryView view = bytes.AsMemoryView())
        {
            MemoryView strided = view[(..).By(2)];
            ArrowArray* target = &array;
            ArrowSchema* type = &schema;
            Assert.Throws<InterchangeException>(() => ArrowData.Export(strided, target, type));
            Refusal.Of(ViewErrorCode.InvalidArgument, () => ArrowData.Export(view, target, type, "a\0b"), "zero character");
            Refusal.Of(ViewErrorCode.InvalidArgument, () => ArrowData.Export(view, null, type), "ArrowArray");
            Refusal.Of(ViewErrorCode.InvalidArgument, () => ArrowData.Export(view, target, null), "ArrowSchema");
        }

        Assert.Equal((42, 42), (array.Length, schema.Flags));
        bytes.Append(1);
    }

    private static void Exported(MemoryView view, Reading read, string name = "", CopyPolicy copy = CopyPolicy.Never)
    {
        ArrowArray array;
        ArrowSchema schema;
        ArrowData.Export(view, &array, &schema, name, copy);
        ArrowReader reader = new(&array, &schema);
        read(reader);
        reader.Release();
        reader.ReleaseSchema();
        Assert.True(reader.IsReleased);
    }

    private static void Refused(MemoryView view, ViewErrorCode code, CopyPolicy copy, params string[] facts)
        => Refusal.Of(code, () =>
        {
            ArrowArray array;
            ArrowSchema schema;
            ArrowData.Export(view, &array, &schema, copy: copy);
        }, facts);
}
