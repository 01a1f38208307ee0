using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace MemoryViews.Tests.Streams;

public class StreamTransferTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Shapes.All), MemberType = typeof(Shapes))]
    public async Task The_bytes_of_any_view_go_to_a_stream_in_C_order(Backing backing, string shape)
    {
        using Lent lent = Shapes.Of(backing, shape);
        using MemoryStream now = new(), later = new();
        lent.View.CopyTo(now);
        await lent.View.CopyToAsync(later, Token);
        Assert.Equal(Shapes.Bytes(shape), now.ToArray());
        Assert.Equal(Shapes.Bytes(shape), later.ToArray());
    }

    [Theory]
    [MemberData(nameof(Shapes.All), MemberType = typeof(Shapes))]
    public async Task Any_view_is_filled_from_a_stream_in_C_order(Backing backing, string shape)
    {
        using Lent lent = Shapes.Of(backing, shape);
        byte[] before = lent.Memory, content = Rows.Numbers(Shapes.Bytes(shape).Length);
        lent.View.ReadExactly(new MemoryStream(content));
        Assert.Equal(content, lent.View.ToBytes());
        content.AsSpan().Reverse();
        await lent.View.ReadExactlyAsync(new MemoryStream(content), Token);
        Assert.Equal(content, lent.View.ToBytes());
        Assert.True(lent.Memory.Where((value, i) => value != before[i]).Count() <= content.Length);
    }

    [Fact]
    public void Long_rows_are_written_from_where_they_lie_and_short_ones_together()
    {
        ScriptedStream rows = new(), items = new();
        Rows.Filled().CopyTo(rows);
        Rows.Filled()[.., (..).By(2)].CopyTo(items);
        Assert.Equal(Enumerable.Repeat(Rows.Length, Rows.Count), rows.Lengths);
        Assert.Equal(Rows.Filled().ToBytes(), rows.Written.ToArray());
        Assert.Equal([65536, 70000 - 65536], items.Lengths);
        Assert.Equal(Rows.Filled()[.., (..).By(2)].ToBytes(), items.Written.ToArray());
    }

    // Reads come in odd lengths, so that pieces end inside items and rows.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(-1)]
    public void A_view_is_filled_from_a_stream_that_gives_little_at_a_time(int step)
    {
        byte[] content = Rows.Numbers(Rows.Count * Rows.Length);
        MemoryView view = Rows.Empty().Cast<short>()[.., (..).By(step)];
        MemoryStream source = new(content);
        ScriptedStream little = new(read: room => source.Read(room.Span[..Math.Min(room.Length, 777)]));
        view.ReadExactly(little);
        Assert.Equal(content[..(int)view.ByteLength], view.ToBytes());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_stream_that_ends_early_leaves_what_it_had(int step)
    {
        byte[] content = Rows.Numbers(30_001);
        MemoryView view = Rows.Empty()[.., (..).By(step)];
        Assert.Equal(30_001, view.ReadFrom(new MemoryStream(content)));
        Assert.Equal(content, view.ToBytes()[..30_001]);
        Assert.Equal(0, view.ToBytes()[30_001]);
        Assert.Equal(30_001, await view.ReadFromAsync(new MemoryStream(content), Token));
        ViewStreamEndException end = await Assert.ThrowsAsync<ViewStreamEndException>(() => view.ReadExactlyAsync(new MemoryStream(content), Token));
        Assert.Equal((30_001, view.ByteLength), (end.BytesDone, end.BytesWanted));
    }

    [Fact]
    public void A_view_disposed_in_the_middle_ends_the_transfer_and_says_how_far_it_came()
    {
        MemoryView root = Rows.Filled();
        ScriptedStream stream = new(write: count => DisposeAt(count, root));
        ViewReleasedException cut = Assert.Throws<ViewReleasedException>(() => root.CopyTo(stream));
        Assert.Contains("after 40000 of 140000 bytes", cut.Message, StringComparison.Ordinal);
        Assert.Equal(40_000, stream.Written.Length);
    }

    [LeavesBehind("its view is of memory that is closed")]
    [Fact]
    public void Memory_closed_in_the_middle_stays_for_the_piece_under_way_and_no_longer()
    {
        using NativeBuffer buffer = Rows.Allocate();
        MemoryView view = Rows.Native(buffer);
        BufferException? refusal = null;
        ScriptedStream stream = new(write: count =>
        {
            if (count == 2)
            {
                refusal = Assert.Throws<BufferException>(() => buffer.Close());
                buffer.Dispose();
            }
        });
        Assert.Throws<ViewReleasedException>(() => view.CopyTo(stream));
        Assert.NotNull(refusal);
        Assert.Equal(Rows.Numbers(Rows.Length), stream.Written.ToArray()[..Rows.Length]);
        Assert.Equal(2, stream.Lengths.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_view_disposed_while_it_is_filled_ends_the_transfer(int step)
    {
        MemoryView root = new byte[Rows.Count * Rows.Length * 2].AsMemoryView();
        MemoryView view = root.Cast("B", [Rows.Count, Rows.Length * 2])[.., ..Rows.Length][.., (..).By(step)];
        ScriptedStream source = new(read: room => DisposeAfter(root, room.Length));
        Assert.Throws<ViewReleasedException>(() => view.ReadExactly(source));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_cancelled_transfer_stops(int step)
    {
        using CancellationTokenSource source = new();
        MemoryView view = Rows.Filled()[.., (..).By(step)];
        ScriptedStream stream = new(write: _ => source.Cancel());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => view.CopyToAsync(stream, source.Token));
        Assert.Single(stream.Lengths);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => view.ReadFromAsync(new MemoryStream(), source.Token));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void A_stream_that_lies_about_what_it_read_is_refused(int count)
    {
        ScriptedStream liar = new(read: _ => count);
        Assert.Throws<ViewOperationException>(() => Rows.Empty().ReadFrom(liar));
        Assert.Throws<ViewOperationException>(() => Rows.Empty()[.., (..).By(2)].ReadFrom(liar));
    }

    [Fact]
    public void What_cannot_be_written_is_not_filled()
    {
        MemoryView view = new byte[8].AsMemoryView();
        Assert.Throws<ViewOperationException>(() => view.AsReadOnly().ReadFrom(new MemoryStream(new byte[8])));
        Assert.Throws<ViewOperationException>(() => view.WithLayout(view.Format, Layout.Strided(1, [2, 4], [2, 1])).ReadFrom(new MemoryStream(new byte[8])));
        view.Dispose();
        Assert.Throws<ViewReleasedException>(() => view.CopyTo(new MemoryStream()));
    }

    private static void DisposeAt(int count, MemoryView view)
    {
        if (count == 2)
        {
            view.Dispose();
        }
    }

    private static int DisposeAfter(MemoryView view, int count)
    {
        view.Dispose();
        return count;
    }
}
