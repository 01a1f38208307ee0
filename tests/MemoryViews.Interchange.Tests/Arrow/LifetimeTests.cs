using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using Xunit;

namespace MemoryViews.Interchange.Tests.Columns;

public unsafe class LifetimeTests
{
    [Fact]
    public void The_memory_stays_until_the_release_whatever_becomes_of_the_view()
    {
        ByteArray bytes = new([1, 2, 3]);
        ArrowArray array;
        ArrowSchema schema;
        using (MemoryView view = bytes.AsMemoryView())
        {
            ArrowData.Export(view, &array, &schema);
        }

        Assert.Throws<BufferException>(() => bytes.Append(4));
        ArrowReader reader = new(&array, &schema);
        Assert.Equal<byte>([1, 2, 3], reader.Items<byte>());
        reader.ReleaseSchema(); // the type is no part of the memory
        Assert.Throws<BufferException>(() => bytes.Append(4));
        reader.Release();
        reader.Release(); // empty: nothing to do
        bytes.Append(4);
    }

    [Fact]
    public void An_array_may_be_moved_before_it_is_released()
    {
        ByteArray bytes = new([1, 2, 3]);
        ArrowArray array, elsewhere;
        ArrowSchema schema;
        using (MemoryView view = bytes.AsMemoryView())
        {
            ArrowData.Export(view.Reshape(3, 1), &array, &schema);
        }

        new ArrowReader(&array, &schema).MoveTo(&elsewhere);
        array = default;
        ArrowReader moved = new(&elsewhere, &schema);
        Assert.Equal<byte>([1, 2, 3], moved.Child.Items<byte>());
        moved.Release();
        moved.ReleaseSchema();
        bytes.Append(4);
    }

    [Fact]
    public void A_child_that_was_moved_away_outlives_its_parent()
    {
        ByteArray bytes = new([1, 2, 3, 4, 5, 6]);
        ArrowArray array, child;
        ArrowSchema schema;
        using (MemoryView view = bytes.AsMemoryView())
        {
            ArrowData.Export(view.Reshape(3, 2), &array, &schema);
        }

        ArrowReader parent = new(&array, &schema);
        parent.Child.MoveTo(&child);
        parent.Release();
        Assert.Throws<BufferException>(() => bytes.Append(7));
        ArrowReader orphan = new(&child, &schema);
        Assert.Equal<byte>([1, 2, 3, 4, 5, 6], orphan.Items<byte>());
        orphan.Release();
        parent.ReleaseSchema();
        bytes.Append(7);
    }

    [LeavesBehind("it is about dropping")]
    [Fact]
    public void Dropped_views_release_their_array()
    {
        using ArrowProducer producer = new();
        Drop(producer);
        Assert.True(Collected.Until(() => producer.Releases > 0));
        Assert.Equal(1, producer.Releases);
    }

    [Fact]
    public void Many_arrays_are_each_released_once_in_any_order_and_from_any_thread()
    {
        ArrowProducer[] producers = [.. Enumerable.Range(0, 300).Select(_ => new ArrowProducer("i", 3))];
        MemoryView[] views = [.. producers.SelectMany(producer =>
        {
            MemoryView view = ArrowData.Import(producer.Array, producer.Schema);
            return new[] { view, view.Share(), view[1, ..] };
        })];
        new Random(20260102).Shuffle(views);
        Parallel.ForEach(views, view => view.Dispose());
        Assert.All(producers, producer => Assert.Equal((1, 1), (producer.Releases, producer.SchemaReleases)));
        Array.ForEach(producers, producer => producer.Dispose());
    }

    [Fact]
    public void A_round_trip_is_the_same_memory_and_lets_go_of_it_once()
    {
        for (int i = 0; i < 1000; i++)
        {
            ByteArray bytes = new([1, 2, 3, 4, 5, 6]);
            using (MemoryView source = bytes.AsMemoryView())
            {
                using MemoryView back = RoundTrip(source.Reshape(3, 1, 2));
                source[5] = (byte)9;
                Assert.Equal([3, 1, 2], back.Shape.ToArray());
                Assert.Equal(9, back.Get<byte>(2, 0, 1));
                Assert.True(back.Overlaps(source));
            }

            bytes.Append(1);
        }
    }

    private static MemoryView RoundTrip(MemoryView view)
    {
        ArrowArray array;
        ArrowSchema schema;
        ArrowData.Export(view, &array, &schema, "there and back");
        return ArrowData.Import(&array, &schema);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop(ArrowProducer producer) => Assert.Equal(3, ArrowData.Import(producer.Array, producer.Schema)[9..].Length);
}
