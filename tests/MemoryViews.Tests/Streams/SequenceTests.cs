using System.Buffers;
using System.IO.Pipelines;
using System.Threading.Tasks;
using Xunit;

namespace MemoryViews.Tests.Streams;

public class SequenceTests
{
    [Fact]
    public void A_sequence_of_one_segment_is_a_read_only_view_of_its_memory()
    {
        int[] numbers = [1, 2, 3, 4];
        using MemoryView view = new ReadOnlySequence<int>(numbers, 1, 2).AsMemoryView();
        numbers[2] = 30;
        Assert.Equal([2, 30], view.ToArray<int>());
        Assert.True(view.IsReadOnly);
        Assert.Same(numbers, view.Exporter);
    }

    [Fact]
    public void Empty_segments_beside_one_that_is_not_are_no_reason_to_copy()
    {
        byte[] content = [1, 2];
        using MemoryView view = Segments.Of([], content, []).AsMemoryView();
        content[0] = 9;
        Assert.Equal([9, 2], view.ToBytes());
    }

    [Fact]
    public void An_empty_sequence_is_an_empty_view()
    {
        Assert.Equal(0, ReadOnlySequence<int>.Empty.AsMemoryView().Length);
        Assert.Equal(0, Segments.Of([], []).AsMemoryView().Length);
    }

    [Fact]
    public void Several_segments_are_refused_or_copied_by_name()
    {
        byte[] first = [1, 2], second = [3];
        ReadOnlySequence<byte> sequence = Segments.Of(first, second);
        Assert.Null(sequence.TryAsMemoryView());
        Assert.Throws<ViewNotSupportedException>(() => sequence.AsMemoryView());
        using MemoryView copy = sequence.CopyToMemoryView();
        first[0] = 9;
        Assert.Equal([1, 2, 3], copy.ToBytes());
        Assert.False(copy.IsReadOnly);
    }

    [Fact]
    public async Task What_a_pipe_reader_hands_out_is_seen_where_it_lies()
    {
        Pipe pipe = new();
        await pipe.Writer.WriteAsync(new byte[] { 0x01, 0x02, 0x03, 0x04 }, TestContext.Current.CancellationToken);
        ReadResult read = await pipe.Reader.ReadAsync(TestContext.Current.CancellationToken);
        using (MemoryView view = read.Buffer.AsMemoryView())
        {
            Assert.Equal(0x0102, view.Cast(">H").Get<int>(0));
        }

        pipe.Reader.AdvanceTo(read.Buffer.End);
    }
}
