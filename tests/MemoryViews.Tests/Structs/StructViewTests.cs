using System;
using System.Linq;
using Xunit;

namespace MemoryViews.Tests.Structs;

public class StructViewTests
{
    private static readonly Struct s_format = Struct.Parse(">Hi");
    private static readonly byte[] s_records = [.. Enumerable.Range(1, 4).SelectMany(i => s_format.Pack(i, -i))];

    public static TheoryData<Backing> Flat => Lent.Flat;

    [Theory]
    [MemberData(nameof(Flat))]
    public void Records_are_read_and_written_in_every_kind_of_memory(Backing backing)
    {
        using Lent lent = Lent.Bytes(backing, [.. s_records]);
        Assert.Equal([(ushort)2, -2], s_format.UnpackFrom(lent.View, 6));
        Assert.Equal([(ushort)4, -4], s_format.UnpackFrom(lent.View, -6));
        s_format.PackInto(lent.View, 6, 7, 8);
        Assert.Equal([.. s_records[..6], .. s_format.Pack(7, 8), .. s_records[12..]], lent.Memory);
        Assert.Equal([1, 7, 3, 4], s_format.Iterate(lent.View).Select(values => (int)(ushort)values[0]!));
    }

    [Fact]
    public void A_strided_view_is_its_bytes_in_C_order()
    {
        byte[] spread = [.. s_records.SelectMany(b => new byte[] { b, 0xEE })];
        MemoryView view = spread.AsMemoryView()[(..).By(2)];
        Assert.Equal([.. s_format.Iterate(s_records)], s_format.Iterate(view).ToArray());
        Assert.Equal([(ushort)3, -3], s_format.Unpack(view[12..18]));
        s_format.PackInto(view, -6, 9, 9);
        Assert.Equal(s_format.Pack(9, 9), view[18..].ToBytes());
        Assert.Equal(24, spread.Count(b => b == 0xEE));
    }

    [Fact]
    public void A_record_may_lie_across_items_and_rows()
    {
        short[,] grid = new short[4, 3];
        MemoryView view = grid.AsMemoryView();
        MemoryView turned = view.Transpose().Flip(0);
        s_format.Bind<(ushort, int)>().WriteInto<(ushort, int)>(turned, 6, (0x0102, 0x03040506));
        Assert.Equal(((ushort)0x0102, 0x03040506), s_format.Bind<(ushort, int)>().ReadFrom(turned, 6));
        Assert.Equal("010203040506", Convert.ToHexString(turned.ToBytes().AsSpan(6, 6)));
        Assert.Equal(4, s_format.Bind<(ushort, int)>().Iterate(turned).Count());
    }

    [Fact]
    public void A_view_longer_than_a_piece_is_iterated_without_a_seam()
    {
        byte[] bytes = new byte[3 * 50_000];
        Random.Shared.NextBytes(bytes);
        Struct three = Struct.Parse("3s");
        Assert.Equal(bytes, three.Iterate(bytes.AsMemoryView()).SelectMany(values => (byte[])values[0]!));
    }

    [Fact]
    public void Refusals_leave_the_memory_alone()
    {
        byte[] bytes = [.. s_records];
        MemoryView view = bytes.AsMemoryView();
        Assert.Throws<ItemRangeException>(() => s_format.PackInto(view, 0, 65536, 1));
        Assert.Throws<ItemRangeException>(() => s_format.PackInto(view, 0, 1, long.MaxValue));
        Assert.Throws<ViewArgumentException>(() => s_format.PackInto(view, 0, 1));
        Assert.Throws<ViewArgumentException>(() => s_format.PackInto(view, 19, 1, 2));
        Assert.Throws<ViewArgumentException>(() => s_format.UnpackFrom(view, 19));
        Assert.Throws<ViewArgumentException>(() => s_format.Unpack(view));
        Assert.Throws<ViewArgumentException>(() => s_format.Iterate(view[1..]));
        Assert.ThrowsAny<Exception>(() => s_format.PackInto(view.AsReadOnly(), 0, 1, 2));
        Assert.Equal(s_records, bytes);
    }

    [Fact]
    public void A_released_view_is_refused()
    {
        MemoryView view = s_records.AsMemoryView();
        view.Dispose();
        Assert.Throws<ViewReleasedException>(() => s_format.UnpackFrom(view));
        Assert.Throws<ViewReleasedException>(() => s_format.PackInto(view, 0, 1, 2));
        Assert.Throws<ViewReleasedException>(() => s_format.Iterate(view));
    }

    [Fact]
    public void Arguments_that_are_null_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => s_format.UnpackFrom((MemoryView)null!));
        Assert.Throws<ArgumentNullException>(() => ((Struct)null!).Iterate(s_records.AsMemoryView()));
        Assert.Throws<ArgumentNullException>(() => ((StructBinding<int>)null!).ReadFrom(s_records.AsMemoryView()));
    }

    [Fact]
    public void A_record_longer_than_the_stack_allows_passes_through()
    {
        byte[] bytes = new byte[4000];
        Struct large = Struct.Parse("2000s");
        large.PackInto(bytes.AsMemoryView()[(..).By(2)], 0, Enumerable.Repeat((byte)3, 2000).ToArray());
        Assert.Equal(6000, bytes.Sum(b => b));
        Assert.Equal(2000, ((byte[])large.Unpack(bytes.AsMemoryView()[(..).By(2)])[0]!).Count(b => b == 3));
    }
}
