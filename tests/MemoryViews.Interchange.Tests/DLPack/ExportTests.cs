using System;
using System.Linq;
using Xunit;

namespace MemoryViews.Interchange.Tests.Tensors;

public unsafe class ExportTests
{
    [Theory]
    [InlineData("?", 6, 8, 1)]
    [InlineData("b", 0, 8, 1)]
    [InlineData("h", 0, 16, 1)]
    [InlineData("i", 0, 32, 1)]
    [InlineData("l", 0, 64, 1)]
    [InlineData("q", 0, 64, 1)]
    [InlineData("n", 0, 64, 1)]
    [InlineData("<i", 0, 32, 1)]
    [InlineData("B", 1, 8, 1)]
    [InlineData("H", 1, 16, 1)]
    [InlineData("I", 1, 32, 1)]
    [InlineData("Q", 1, 64, 1)]
    [InlineData("e", 2, 16, 1)]
    [InlineData("f", 2, 32, 1)]
    [InlineData("d", 2, 64, 1)]
    [InlineData("Zf", 5, 64, 1)]
    [InlineData("Zd", 5, 128, 1)]
    [InlineData("(4)f", 2, 32, 4)]
    public void A_format_has_its_type(string format, byte code, byte bits, ushort lanes)
    {
        using MemoryView view = new byte[64].AsMemoryView();
        TensorReader tensor = new(DLPack.Export(view.Cast("B").WithFormat(format)), true);
        Assert.Equal((code, bits, lanes), tensor.Type);
        tensor.Delete();
    }

    [Theory]
    [InlineData("c")]
    [InlineData("u")]
    [InlineData("g")]
    [InlineData("P")]
    [InlineData("O")]
    [InlineData("8s")]
    [InlineData("T{i:a:i:b:}")]
    [InlineData("xi")]
    [InlineData("(2,2)f")]
    public void A_format_without_a_type_is_refused_even_for_a_copy(string format)
    {
        MemoryView view = new byte[64].AsMemoryView().WithFormat(format);
        Refusal.Of(ViewErrorCode.FormatUnsupported, () => DLPack.Export(view, CopyPolicy.Always), $"'{format}'", "cast");
    }

    [Fact]
    public void Strides_are_told_in_items_and_may_be_negative()
    {
        MemoryView grid = Enumerable.Range(0, 12).ToArray().AsMemoryView().Reshape(3, 4);
        MemoryView view = grid[(..).By(-1), (1..).By(2)];
        TensorReader tensor = new(DLPack.Export(view), true);
        Assert.Equal((1u, 1u), tensor.Version);
        Assert.Equal(0ul, tensor.Flags);
        Assert.Equal(1, tensor.DeviceType);
        Assert.Equal([3, 2], tensor.Shape);
        Assert.Equal([-4, 2], tensor.Strides);
        Assert.Equal([9, 11, 5, 7, 1, 3], tensor.Items<int>());
        tensor.Delete();
    }

    [Fact]
    public void A_write_on_the_other_side_is_seen_here()
    {
        int[] numbers = [1, 2, 3];
        TensorReader tensor = new(DLPack.Export(numbers.AsMemoryView()), true);
        ((int*)tensor.Data)[1] = 42;
        Assert.Equal([1, 42, 3], numbers);
        tensor.Delete();
    }

    [Fact]
    public void A_scalar_and_an_empty_view_have_tensors()
    {
        TensorReader scalar = new(DLPack.Export(new[] { 7 }.AsMemoryView().Reshape()), true);
        Assert.Equal(0, scalar.Rank);
        Assert.Equal([7], scalar.Items<int>());
        scalar.Delete();
        TensorReader empty = new(DLPack.Export(new int[0, 3].AsMemoryView()), true);
        Assert.Equal([0, 3], empty.Shape);
        Assert.True(empty.Data is null);
        empty.Delete();
    }

    [Fact]
    public void Distances_that_are_no_whole_items_are_refused_or_copied()
    {
        MemoryView fields = new byte[30].AsMemoryView().Cast("T{<h:a:3x<i:b:x}")["b"];
        Refusal.Of(ViewErrorCode.NotExpressible, () => DLPack.Export(fields), "steps 10 bytes", "items of 4", "AsContiguous()");
        fields.Fill(5);
        TensorReader copy = new(DLPack.Export(fields, CopyPolicy.IfNeeded), true);
        Assert.Equal(2ul, copy.Flags);
        Assert.Equal([5, 5, 5], copy.Items<int>());
        copy.Delete();
    }

    [Fact]
    public void A_distance_nobody_steps_may_be_anything()
    {
        MemoryView one = new byte[10].AsMemoryView().Cast("T{<h:a:3x<i:b:x}")["b"];
        TensorReader tensor = new(DLPack.Export(one), true);
        Assert.Equal([1], tensor.Strides);
        tensor.Delete();
    }

    [Fact]
    public void A_foreign_byte_order_is_refused_or_converted()
    {
        MemoryView big = new byte[] { 0, 0, 0, 1, 0, 0, 1, 0 }.AsMemoryView().Cast(">i");
        Refusal.Of(ViewErrorCode.FormatUnsupported, () => DLPack.Export(big), "'>i'", "ConvertTo");
        TensorReader copy = new(DLPack.Export(big, CopyPolicy.IfNeeded), true);
        Assert.Equal([1, 256], copy.Items<int>());
        copy.Delete();
    }

    [Fact]
    public void Read_only_memory_says_so_and_the_old_structure_refuses_it()
    {
        MemoryView view = new[] { 1, 2 }.AsMemoryView().AsReadOnly();
        TensorReader tensor = new(DLPack.Export(view), true);
        Assert.Equal(1ul, tensor.Flags);
        tensor.Delete();
        Refusal.Of(ViewErrorCode.ReadOnly, () => DLPack.ExportLegacy(view), "use Export");
        TensorReader copy = new(DLPack.ExportLegacy(view, CopyPolicy.IfNeeded), false);
        Assert.Equal([1, 2], copy.Items<int>());
        copy.Delete();
    }

    [Fact]
    public void A_copy_is_made_when_it_is_wanted()
    {
        int[] numbers = [1, 2, 3];
        TensorReader copy = new(DLPack.Export(numbers.AsMemoryView(), CopyPolicy.Always), true);
        numbers[0] = 42;
        Assert.Equal(2ul, copy.Flags);
        Assert.Equal([1, 2, 3], copy.Items<int>());
        copy.Delete();
    }

    [LeavesBehind("its table of pointers is borrowed without end")]
    [Fact]
    public void Items_behind_pointers_are_refused_or_copied()
    {
        int* row = stackalloc int[] { 1, 2, 3 };
        int** table = stackalloc int*[] { row, row };
        MemoryBlock block = MemoryBlock.Borrow(table, 2 * sizeof(nint), true);
        using MemoryView view = MemoryView.Over(new(null, block, Layout.Indirect(4, [2, 3], [sizeof(nint), 4], [0, -1]), ItemFormat.Of<int>(), true));
        Refusal.Of(ViewErrorCode.NotExpressible, () => DLPack.Export(view), "pointers");
        TensorReader copy = new(DLPack.Export(view, CopyPolicy.IfNeeded), true);
        Assert.Equal([1, 2, 3, 1, 2, 3], copy.Items<int>());
        copy.Delete();
    }

    [Fact]
    public void A_released_view_is_not_exported()
    {
        MemoryView view = new[] { 1 }.AsMemoryView();
        view.Dispose();
        Assert.Throws<ViewReleasedException>(() => DLPack.Export(view));
        Assert.Throws<ArgumentNullException>(() => DLPack.Export(null!));
    }
}
