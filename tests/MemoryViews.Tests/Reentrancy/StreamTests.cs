using System;
using System.Threading;
using System.Threading.Tasks;
using MemoryViews.Tests.Streams;
using Xunit;

namespace MemoryViews.Tests.Reentrancy;

/// <summary>Streams and pipes are user code that is lent a view's memory, or that says how much it read.</summary>
public sealed class StreamTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // One run is lent as it lies: while the stream has it, it stays.
    [Fact]
    public void A_stream_that_gives_the_view_back_while_it_is_written_to_still_has_its_bytes()
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3);
        MemoryView view = new(bytes);
        byte[] seen = [];
        UserStream stream = new()
        {
            Taken = room =>
            {
                view.Dispose();
                Assert.Throws<BufferException>(bytes.Resize);
                seen = room.ToArray();
            },
        };

        view.CopyTo(stream);

        Assert.Equal([1, 2, 3], seen);
        Assert.Equal(0, bytes.Loans);
    }

    [Fact]
    public void A_stream_that_gives_the_view_back_while_it_is_read_from_fills_it_and_ends_there()
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3);
        MemoryView view = new(bytes);
        UserStream stream = new()
        {
            Given = room =>
            {
                view.Dispose();
                Assert.Throws<BufferException>(() => bytes.Block.Close());
                room[0] = 9;
                return 1;
            },
        };

        Assert.Throws<ViewReleasedException>(() => view.ReadExactly(stream));
        Assert.Equal([9, 2, 3], bytes.Content);
        Assert.Equal(0, bytes.Loans);
    }

    // Short runs pass through a buffer: nothing is lent, so the memory may go, and nothing more is written.
    [Fact]
    public void A_stream_that_takes_the_memory_away_while_it_fills_a_buffer_writes_nothing_into_it()
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3, 4);
        MemoryView view = new(bytes);
        UserStream stream = new()
        {
            Given = room =>
            {
                view.Dispose();
                bytes.Resize();
                room.Fill(9);
                return room.Length;
            },
        };

        Assert.Throws<ViewReleasedException>(() => view[(..).By(2)].ReadExactly(stream));
        Assert.True(bytes.IsGone);
        Assert.Equal([1, 2, 3, 4], bytes.Content);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void A_stream_that_lies_about_what_it_read_is_refused(int says)
    {
        UserStream stream = new() { Given = _ => says };
        byte[] memory = [1, 2, 3], strided = [1, 2, 3, 4, 5, 6];
        TypedArray array = new("B");

        Assert.Equal(ViewErrorCode.ProtocolMisuse, Assert.Throws<ViewOperationException>(() => memory.AsMemoryView().ReadExactly(stream)).Code);
        Assert.Equal(ViewErrorCode.ProtocolMisuse, Assert.Throws<ViewOperationException>(() => strided.AsMemoryView()[(..).By(2)].ReadExactly(stream)).Code);
        Assert.Equal(ViewErrorCode.ProtocolMisuse, Assert.Throws<ViewOperationException>(() => array.FromStream(stream, 3)).Code);
        Assert.Equal([1, 2, 3, 4, 5, 6], strided);
        Assert.Equal(0, array.Length);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void So_is_one_whose_records_are_read(int says)
    {
        UserStream stream = new() { Given = _ => says };

        Assert.Equal(ViewErrorCode.ProtocolMisuse, Assert.Throws<ViewOperationException>(() => Count(Struct.Parse("<i").Iterate(stream))).Code);
    }

    // gh-142555 and its kin: array.fromfile, array.tofile.
    [Fact]
    public void A_stream_that_changes_the_array_it_is_read_into_has_its_items_added_to_what_is_there_then()
    {
        TypedArray array = TypedArray.OfBytes("B", [1, 2, 3]);
        UserStream stream = new()
        {
            Given = room =>
            {
                array.Clear();
                room.Fill(7);
                return room.Length;
            },
        };

        array.FromStream(stream, 2);

        Assert.Equal([7, 7], array.ToBytes());
    }

    [Fact]
    public void A_stream_that_lends_the_array_it_is_read_into_keeps_it_as_it_was()
    {
        TypedArray array = TypedArray.OfBytes("B", [1, 2, 3]);
        MemoryView? held = null;
        UserStream stream = new()
        {
            Given = room =>
            {
                held ??= new(array);
                return room.Length;
            },
        };

        Assert.Throws<BufferException>(() => array.FromStream(stream, 2));
        Assert.Equal([1, 2, 3], held!.ToBytes());
        held.Dispose();
    }

    [Fact]
    public void A_stream_cannot_change_the_size_of_the_array_that_is_written_to_it()
    {
        TypedArray array = TypedArray.OfBytes("B", [1, 2, 3]);
        byte[] seen = [];
        UserStream stream = new()
        {
            Taken = room =>
            {
                BufferException refusal = Assert.Throws<BufferException>(array.Clear);
                Assert.Equal("ToStream", Assert.Single(refusal.Holders).Label);
                seen = room.ToArray();
            },
        };

        array.ToStream(stream);

        Assert.Equal([1, 2, 3], seen);
        array.Clear();
    }

    [Fact]
    public async Task A_stream_that_keeps_what_it_was_lent_finds_it_given_back()
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3);
        using MemoryView view = new(bytes);
        ReadOnlyMemory<byte> kept = default;
        UserStream stream = new() { Kept = memory => kept = memory };

        await view.CopyToAsync(stream, Token);

        Assert.Throws<ViewReleasedException>(() => kept.Span.Length);
        Assert.Throws<ViewReleasedException>(() => kept.Pin());
    }

    [Fact]
    public async Task A_pipe_that_gives_the_view_back_when_asked_for_room_gets_nothing()
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3);
        MemoryView view = new(bytes);
        UserWriter writer = new(() =>
        {
            view.Dispose();
            bytes.Resize();
            return new byte[16];
        });

        await Assert.ThrowsAsync<ViewReleasedException>(() => view.CopyToAsync(writer, Token));
        Assert.Equal(0, writer.Advanced);
        Assert.True(bytes.IsGone);
    }

    [Fact]
    public async Task A_pipe_that_gives_no_room_is_refused_instead_of_asked_for_ever()
    {
        UserWriter writer = new(static () => []);

        ViewOperationException refusal = await Assert.ThrowsAsync<ViewOperationException>(() => new byte[3].AsMemoryView().CopyToAsync(writer, Token));

        Assert.Equal(ViewErrorCode.ProtocolMisuse, refusal.Code);
    }

    // The lengths of a sequence's segments are the user's word, too: more bytes come than it said.
    [Fact]
    public async Task A_pipe_whose_segments_are_longer_than_it_says_writes_nothing_behind_the_view()
    {
        byte[] memory = new byte[12];
        UserReader reader = new(Segments.Lying(says: 4, new byte[] { 1, 2 }, [3, 4, 5, 6, 7, 8, 9], [10]));

        await memory.AsMemoryView()[2..6].ReadExactlyAsync(reader, Token);

        Assert.Equal([0, 0, 1, 2, 3, 4, 0, 0, 0, 0, 0, 0], memory);
    }

    [Fact]
    public void Bytes_behind_the_end_of_a_view_are_refused_wherever_they_come_from()
    {
        byte[] memory = new byte[6];
        ViewTransfer transfer = new(memory.AsMemoryView()[1..4], fill: true);
        transfer.Scatter([1, 2]);

        Assert.Throws<ViewOperationException>(() => transfer.Scatter([3, 4]));
        Assert.Equal([0, 1, 2, 0, 0, 0], memory);
    }

    private static int Count<T>(System.Collections.Generic.IEnumerable<T> items)
    {
        int count = 0;
        foreach (T _ in items)
        {
            count++;
        }

        return count;
    }
}
