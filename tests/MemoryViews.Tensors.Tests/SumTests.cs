using System;
using System.Linq;
using System.Numerics;
using System.Numerics.Tensors;
using Xunit;

namespace MemoryViews.Tensors.Tests;

public class SumTests
{
    public static TheoryData<string> All => Layouts.All;

    [Theory]
    [MemberData(nameof(All))]
    public void A_sum_over_any_layout_is_that_of_its_items(string layout)
    {
        MemoryView view = Layouts.Of(layout);
        Assert.Equal(view.ToArray<int>().Sum(), view.Sum<int>());
    }

    // Long enough for whole rows, for several buffers, and for both at once.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    [InlineData(3, 1)]
    [InlineData(-1, -1)]
    [InlineData(2, -3)]
    public void Large_views_are_summed_as_they_lie(int rowStep, int columnStep)
    {
        MemoryView grid = Enumerable.Range(0, 200 * 300).Select(i => (long)i * i).ToArray().AsMemoryView().Reshape(200, 300);
        foreach (MemoryView view in new[] { grid, grid[.., 1..], grid.Transpose(), grid.Transpose()[1..] })
        {
            MemoryView part = view[(..).By(rowStep), (..).By(columnStep)];
            Assert.Equal(part.ToArray<long>().Sum(), part.Sum<long>());
            Assert.Equal(3 * part.ToArray<long>().Sum(), part.BroadcastTo([3, .. part.Shape]).Sum<long>());
        }
    }

    [Fact]
    public void Every_kind_of_number_is_summed_in_its_own_type()
    {
        Check<byte>(9);
        Check<short>(-9);
        Check<uint>(9);
        Check<float>(0.5f);
        Check<double>(-0.25);
        Check<Half>((Half)0.5f);
        Check(new Complex(1, -2));
    }

    [Fact]
    public void Integers_wrap_as_those_of_TensorPrimitives_do()
    {
        byte[] items = [200, 0, 100, 0];
        Assert.Equal(TensorPrimitives.Sum<byte>([200, 100]), items.AsMemoryView()[(..).By(2)].Sum<byte>());
    }

    [Fact]
    public void A_field_of_records_is_summed_where_it_lies()
    {
        MemoryView records = new byte[600].AsMemoryView().Cast("T{=i:id:=h:kind:}");
        records["id"].Fill(7);
        records["kind"].Fill((short)1);
        Assert.Equal(700, records["id"].Sum<int>());
        Assert.Equal(100, records["kind"].Sum<short>());
    }

    [Fact]
    public void A_scalar_is_its_own_sum_and_no_items_are_zero()
    {
        MemoryView view = new[] { 1.5, 2.5 }.AsMemoryView();
        Assert.Equal(2.5, view[1..].Reshape().Sum<double>());
        Assert.Equal(0, view[2..].Sum<double>());
    }

    [Fact]
    public void Items_of_another_type_or_byte_order_are_refused()
    {
        MemoryView view = new int[8].AsMemoryView();
        Assert.Throws<ItemTypeException>(() => view.Sum<float>());
        Assert.Throws<ItemTypeException>(() => view[(..).By(2)].Sum<uint>());
        Assert.Throws<ItemTypeException>(() => view.Cast("B").Cast(BitConverter.IsLittleEndian ? ">i" : "<i")[(..).By(2)].Sum<int>());
        view.Dispose();
        Assert.Throws<ViewReleasedException>(() => view.Sum<int>());
    }

    [Fact]
    public void A_sum_leaves_no_view_behind()
    {
        using NativeBuffer buffer = NativeBuffer.Allocate(64 * 100);
        MemoryView[] views = new MemoryView[5];
        views[0] = buffer.AsMemoryView();
        views[1] = views[0].Cast<int>();
        views[2] = views[1].Reshape(16, 100);
        views[3] = views[2][.., 1..90];
        views[4] = views[2][.., (..).By(-2)];
        Assert.All(views[2..], view => Assert.Equal(0, view.Sum<int>()));
        Assert.All(views, view => view.Release());
        buffer.Close(); // refuses while any view holds the loan
        Assert.Throws<ViewReleasedException>(() => buffer.AsMemoryView());
    }

    private static void Check<T>(T value)
        where T : unmanaged, INumberBase<T>
    {
        T[] items = [.. Enumerable.Repeat(value, 99)];
        MemoryView view = items.AsMemoryView().Reshape(9, 11);
        Assert.Equal(Times(value, 99), view.Sum<T>());
        Assert.Equal(Times(value, 45), view[.., (..).By(-2)][.., ..5].Sum<T>());
    }

    private static T Times<T>(T value, int count)
        where T : INumberBase<T>
    {
        T sum = T.Zero;
        for (int i = 0; i < count; i++)
        {
            sum += value;
        }

        return sum;
    }
}
