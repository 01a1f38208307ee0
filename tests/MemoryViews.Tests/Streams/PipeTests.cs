using System;
using System.Buffers;
using System.IO.Pipelines;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace MemoryViews.Tests.Streams;

public class PipeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Shapes.All), MemberType = typeof(Shapes))]
    public async Task Any_view_goes_through_a_pipe_into_any_other(Backing backing, string shape)
    {
        using Lent from = Shapes.Of(Backing.Array, shape), to = Shapes.Of(backing, shape);
        to.View.Fill(0);
        Pipe pipe = new();
        await from.View.CopyToAsync(pipe.Writer, Token);
        await pipe.Writer.CompleteAsync();
        await to.View.ReadExactlyAsync(pipe.Reader, Token);
        Assert.Equal(Shapes.Bytes(shape), to.View.ToBytes());
    }

    // More than the pipe holds back: the writer waits for the reader, again and again.
    [Fact]
    public async Task A_writer_that_is_held_back_goes_on_when_it_is_read()
    {
        Pipe pipe = new(new PipeOptions(pauseWriterThreshold: 5000, resumeWriterThreshold: 1000, minimumSegmentSize: 999));
        MemoryView from = Rows.Filled(), to = Rows.Empty();
        Task writing = from[.., (..).By(2)].CopyToAsync(pipe.Writer, Token);
        await to[.., (..).By(2)].ReadExactlyAsync(pipe.Reader, Token);
        await writing;
        Assert.True(to[.., (..).By(2)].ContentEquals(from[.., (..).By(2)]));
    }

    [Fact]
    public async Task What_comes_behind_the_view_stays_in_the_pipe()
    {
        Pipe pipe = new();
        await pipe.Writer.WriteAsync(Rows.Numbers(10), Token);
        await pipe.Writer.CompleteAsync();
        MemoryView view = new byte[4].AsMemoryView();
        Assert.Equal(4, await view.ReadFromAsync(pipe.Reader, Token));
        Assert.Equal([0, 1, 2, 3], view.ToBytes());
        Assert.Equal(4, await view.ReadFromAsync(pipe.Reader, Token));
        Assert.Equal([4, 5, 6, 7], view.ToBytes());
        Assert.Equal(2, await view.ReadFromAsync(pipe.Reader, Token));
        Assert.Equal([8, 9, 6, 7], view.ToBytes());
        await Assert.ThrowsAsync<ViewStreamEndException>(() => view.ReadExactlyAsync(pipe.Reader, Token));
    }

    [Fact]
    public async Task A_read_or_flush_that_is_cancelled_ends_the_transfer()
    {
        Pipe pipe = new(new PipeOptions(pauseWriterThreshold: 1000, resumeWriterThreshold: 500));
        Task reading = new byte[4].AsMemoryView().ReadExactlyAsync(pipe.Reader, Token);
        pipe.Reader.CancelPendingRead();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Task writing = new byte[4000].AsMemoryView().CopyToAsync(pipe.Writer, Token);
        pipe.Writer.CancelPendingFlush();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);
    }

    [Fact]
    public async Task A_view_disposed_while_it_waits_is_not_written_and_leaves_the_pipe_usable()
    {
        Pipe pipe = new();
        MemoryView view = new byte[4].AsMemoryView();
        Task reading = view.ReadExactlyAsync(pipe.Reader, Token);
        view.Dispose();
        await pipe.Writer.WriteAsync(new byte[] { 1, 2, 3, 4 }, Token);
        await Assert.ThrowsAsync<ViewReleasedException>(() => reading);
        ReadResult left = await pipe.Reader.ReadAsync(Token);
        Assert.Equal([1, 2, 3, 4], left.Buffer.ToArray());
        pipe.Reader.AdvanceTo(left.Buffer.End);
    }
}
