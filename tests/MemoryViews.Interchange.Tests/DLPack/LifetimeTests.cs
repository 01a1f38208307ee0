using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using Xunit;

namespace MemoryViews.Interchange.Tests.Tensors;

public unsafe class LifetimeTests
{
    [Fact]
    public void The_memory_stays_until_the_deleter_whatever_becomes_of_the_view()
    {
        ByteArray bytes = new([1, 2, 3]);
        TensorReader tensor;
        using (MemoryView view = bytes.AsMemoryView())
        {
            tensor = new(DLPack.Export(view), true);
        }

        Assert.Throws<BufferException>(() => bytes.Append(4));
        Assert.Equal<byte>([1, 2, 3], tensor.Items<byte>());
        tensor.Delete();
        bytes.Append(4);
        Assert.Equal(4, bytes.Length);
    }

    [Fact]
    public void A_refused_export_holds_nothing()
    {
        ByteArray bytes = new(new byte[30]);
        using (MemoryView view = bytes.AsMemoryView())
        {
            Assert.Throws<InterchangeException>(() => DLPack.Export(view.Cast(">h")));
        }

        bytes.Append(4);
    }

    [Fact]
    public void The_deleter_is_called_when_the_last_of_the_views_has_gone()
    {
        using TensorProducer producer = new();
        MemoryView view = DLPack.Import(producer.Versioned);
        MemoryView row = view[1, ..];
        view.Release();
        Assert.Equal(4, row.Get<int>(0));
        Assert.Equal(0, producer.Deletions);
        row.Release();
        Assert.Equal(1, producer.Deletions);
        view.Dispose();
        row.Dispose();
        Assert.Equal(1, producer.Deletions);
        Assert.Throws<ViewReleasedException>(() => row[0]);
    }

    [Fact]
    public void A_lease_keeps_the_tensor()
    {
        using TensorProducer producer = new();
        MemoryView view = DLPack.Import(producer.Versioned);
        using (Lease lease = view.Lease())
        {
            view.Dispose();
            Assert.Equal(0, producer.Deletions);
            Assert.Equal(11, lease.View2D<int>()[2, 3]);
        }

        Assert.Equal(1, producer.Deletions);
    }

    [LeavesBehind("it is about dropping")]
    [Fact]
    public void Dropped_views_give_their_tensor_back()
    {
        using TensorProducer producer = new();
        Drop(producer);
        Assert.True(Collected.Until(() => producer.Deletions > 0));
        Assert.Equal(1, producer.Deletions);
    }

    [Fact]
    public void Many_tensors_are_each_deleted_once_in_any_order_and_from_any_thread()
    {
        const int Count = 400;
        Random random = new(20260101);
        TensorProducer[] producers = [.. Enumerable.Range(0, Count).Select(_ => new TensorProducer())];
        (int Producer, MemoryView View)[] views = [.. producers.SelectMany((producer, i) =>
        {
            MemoryView view = DLPack.Import(producer.Versioned);
            return new[] { (i, view), (i, view.Share()), (i, view[0, ..]) };
        })];
        random.Shuffle(views);
        Parallel.ForEach(views, entry => entry.View.Dispose());
        Assert.All(producers, producer => Assert.Equal(1, producer.Deletions));
        Array.ForEach(producers, producer => producer.Dispose());
    }

    [Fact]
    public void A_round_trip_is_the_same_memory_and_lets_go_of_it_once()
    {
        for (int i = 0; i < 2000; i++)
        {
            ByteArray bytes = new([1, 2, 3, 4]);
            using (MemoryView source = bytes.AsMemoryView())
            using (MemoryView back = DLPack.Import(DLPack.Export(source[(..).By(-1)])))
            {
                back[0] = 9;
                Assert.Equal(9, source.Get<byte>(3));
                Assert.Equal([-1], back.Strides.ToArray());
                Assert.True(back.Overlaps(source));
            }

            bytes.Append(1); // nobody holds it any more
        }
    }

    [Fact]
    public void Deleting_from_native_threads_of_others_is_fine()
    {
        ByteArray bytes = new([1, 2, 3]);
        using (MemoryView view = bytes.AsMemoryView())
        {
            nint[] tensors = [.. Enumerable.Range(0, 100).Select(_ => (nint)DLPack.Export(view))];
            Parallel.ForEach(tensors, tensor => new TensorReader((void*)tensor, true).Delete());
        }

        bytes.Append(4);
        Assert.Equal(4, bytes.Length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop(TensorProducer producer) => Assert.Equal(3, DLPack.Import(producer.Versioned)[.., 3..].Length);
}
