using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace MemoryViews.Tests.Streams;

public class ContiguousRunsTests
{
    [Theory]
    [InlineData("whole", 1, 140)]
    [InlineData("every second column", 20, 4)]
    [InlineData("rows back", 5, 28)]
    [InlineData("all back", 35, 4)]
    [InlineData("one row", 1, 28)]
    [InlineData("one column", 5, 4)]
    [InlineData("middle", 3, 12)]
    [InlineData("turned", 35, 4)]
    [InlineData("empty", 0, 0)]
    public void A_view_has_as_few_runs_as_its_layout_allows(string shape, int count, int length)
    {
        using Lent lent = Shapes.Of(Backing.Array, shape);
        ContiguousRuns runs = lent.View.ContiguousRuns();
        Assert.Equal((count, length), (runs.Count, runs.Length));
    }

    [Theory]
    [InlineData("whole")]
    [InlineData("every second column")]
    [InlineData("rows back")]
    [InlineData("all back")]
    [InlineData("one row")]
    [InlineData("one column")]
    [InlineData("middle")]
    [InlineData("turned")]
    [InlineData("empty")]
    public void The_runs_in_order_are_the_bytes_of_the_view(string shape)
    {
        using Lent lent = Shapes.Of(Backing.Array, shape);
        byte[] memory = lent.Memory;
        List<byte> bytes = [];
        foreach (ContiguousRun run in lent.View.ContiguousRuns())
        {
            bytes.AddRange(memory[(int)run.Offset..(int)(run.Offset + run.Length)]);
        }

        Assert.Equal(Shapes.Bytes(shape), bytes);
    }

    [Fact]
    public void Axes_of_length_one_and_axes_that_continue_each_other_make_no_runs_of_their_own()
    {
        MemoryView view = new byte[2 * 3 * 4 * 5].AsMemoryView().Cast("B", [2, 3, 4, 5])[.., .., .., 1..4];
        ContiguousRuns runs = view.Reshape(2, 3, 1, 4, 3).ContiguousRuns();
        Assert.Equal((24, 3), (runs.Count, runs.Length));
        Assert.Equal([.. Enumerable.Range(0, 24).Select(i => new ContiguousRun((i * 5) + 1, 3))], Enumerable.Range(0, 24).Select(i => runs[i]));
    }

    [Fact]
    public void Items_without_bytes_make_no_runs()
    {
        byte[] bytes = new byte[4];
        BufferExport loan = new(null, MemoryBlock.OfArray(bytes), Layout.Strided(0, [3], [1]), ItemFormat.Parse("0s"), isReadOnly: false);
        using MemoryView view = MemoryView.Over(loan);
        Assert.Equal((0, 0), (view.ContiguousRuns().Count, view.ContiguousRuns().Length));
        using MemoryStream stream = new();
        view.CopyTo(stream);
        Assert.Equal(0, stream.Length);
    }

    [Fact]
    public void A_broadcast_view_repeats_its_run()
    {
        ContiguousRuns runs = new byte[4].AsMemoryView().BroadcastTo(3, 4).ContiguousRuns();
        Assert.Equal([new(0, 4), new(0, 4), new(0, 4)], [runs[0], runs[1], runs[2]]);
    }

    [Fact]
    public void A_scalar_is_one_run_and_the_default_value_has_none()
    {
        MemoryView scalar = new int[3].AsMemoryView()[1..2].Reshape();
        Assert.Equal([new ContiguousRun(4, 4)], [scalar.ContiguousRuns()[0]]);
        Assert.Equal(0, default(ContiguousRuns).Count);
        Assert.Throws<AxisIndexException>(() => default(ContiguousRuns)[0]);
    }

    [Fact]
    public void A_run_that_is_not_there_is_refused()
    {
        ContiguousRuns runs = Rows.Filled().ContiguousRuns();
        Assert.Throws<AxisIndexException>(() => runs[Rows.Count]);
        Assert.Throws<AxisIndexException>(() => runs[-1]);
    }

    [Theory]
    [MemberData(nameof(Lent.Addressed), MemberType = typeof(Lent))]
    public void Segments_are_the_runs_as_memory(Backing backing)
    {
        using Lent lent = Shapes.Of(backing, "middle");
        using (ReadOnlySegmentsOwner segments = lent.View.BorrowReadOnlySegments())
        {
            Assert.Equal(3, segments.Count);
            Assert.Equal(Shapes.Bytes("middle"), segments.SelectMany(segment => segment.ToArray()));
        }

        using (SegmentsOwner segments = lent.View.BorrowSegments())
        {
            segments.ToList().ForEach(segment => segment.Span.Fill(1));
        }

        Assert.All(lent.View.ToBytes(), value => Assert.Equal(1, value));
        Assert.Equal(36, lent.Memory.Count(value => value == 1));
    }

    [LeavesBehind("its view is made from a temporary one")]
    [Fact]
    public void Segments_hold_the_memory_until_they_are_disposed()
    {
        using NativeBuffer buffer = Rows.Allocate();
        MemoryView view = Rows.Native(buffer);
        ReadOnlySegmentsOwner segments = view.BorrowReadOnlySegments();
        view.Dispose();
        Assert.Throws<BufferException>(() => buffer.Close());
        ReadOnlyMemory<byte> first = segments[0];
        segments.Dispose();
        Assert.Throws<ViewReleasedException>(() => first.Span.Length);
    }

    [Fact]
    public void Segments_for_writing_are_refused_where_writing_is()
    {
        MemoryView view = new byte[8].AsMemoryView();
        Assert.Throws<ViewNotSupportedException>(() => view.AsReadOnly().BorrowSegments());
        Assert.Single(view.AsReadOnly().BorrowReadOnlySegments());
        Assert.Empty(view[..0].BorrowSegments());
    }
}
