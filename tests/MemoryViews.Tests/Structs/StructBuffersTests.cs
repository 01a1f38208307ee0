using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MemoryViews.HouseKeeping;
using Xunit;

namespace MemoryViews.Tests.Structs;

public class StructBuffersTests
{
    private static readonly Struct s_format = Struct.Parse("<HBi");
    private static readonly byte[] s_bytes = [.. Enumerable.Range(0, 5).SelectMany(i => s_format.Pack(i, i + 1, -i))];
    private static readonly Triple[] s_triples = [.. Enumerable.Range(0, 5).Select(i => new Triple((ushort)i, (byte)(i + 1), -i))];

    [Fact]
    public void Records_straddle_buffers_cut_at_every_pair_of_places()
    {
        StructBinding<Triple> binding = s_format.Bind<Triple>();
        object?[][] expected = [.. s_format.Iterate(s_bytes)];
        for (int first = 0; first <= s_bytes.Length; first++)
        {
            for (int second = first; second <= s_bytes.Length; second++)
            {
                ReadOnlyMemory<byte>[] buffers = [s_bytes.AsMemory(..first), s_bytes.AsMemory(first..second), s_bytes.AsMemory(second..)];
                Assert.Equal(expected, s_format.Iterate(buffers));
                Assert.Equal(s_triples, binding.Iterate(buffers));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(100)]
    public void A_stream_may_give_as_little_at_once_as_it_likes(int most)
    {
        using Dripping stream = new(s_bytes, most);
        Assert.Equal(s_triples, s_format.Bind<Triple>().Iterate(stream));
        using Dripping again = new(s_bytes, most);
        Assert.Equal([.. s_format.Iterate(s_bytes)], s_format.Iterate(again).ToArray());
        Assert.Equal(0, again.ReadByte() + 1);
    }

    [Fact]
    public void A_sequence_of_segments_is_iterated()
    {
        Segment first = new(s_bytes.AsMemory(..9), null);
        Segment last = new(s_bytes.AsMemory(9..), first);
        ReadOnlySequence<byte> sequence = new(first, 0, last, last.Memory.Length);
        Assert.Equal(s_triples, s_format.Bind<Triple>().Iterate(sequence));
        Assert.Equal(5, s_format.Iterate(sequence).Count());
        Assert.Throws<ViewArgumentException>(() => s_format.Iterate(sequence.Slice(1)));
    }

    [Fact]
    public void Whole_records_come_before_the_refusal_of_a_cut_one()
    {
        IEnumerator<object?[]> records = s_format.Iterate(new MemoryStream(s_bytes, 0, 17)).GetEnumerator();
        Assert.True(records.MoveNext());
        Assert.True(records.MoveNext());
        Assert.Equal((ushort)1, records.Current[0]);
        Assert.Contains("end 3 bytes into a record of 7 bytes", Assert.Throws<ViewArgumentException>(() => records.MoveNext()).Message);
    }

    [Fact]
    public void A_record_of_a_gigabyte_that_never_comes_takes_no_memory()
    {
        const long Limit = 10_000_000;
        Struct huge = Struct.Parse("1000000000s");
        Assert.InRange(Allocated.By(() => Assert.Throws<ViewArgumentException>(() => huge.Iterate(new MemoryStream(s_bytes)).Count()), Limit), 0, Limit);
    }

    [Fact]
    public void A_record_longer_than_any_buffer_is_put_together()
    {
        byte[] bytes = new byte[200_001];
        Random.Shared.NextBytes(bytes);
        Assert.Equal(bytes, Assert.Single(Struct.Parse("200001s").Iterate(new MemoryStream(bytes)))[0]);
    }

    [Fact]
    public void Sources_that_are_null_are_refused_at_the_call()
    {
        Assert.Throws<ArgumentNullException>(() => s_format.Iterate((Stream)null!));
        Assert.Throws<ArgumentNullException>(() => s_format.Iterate((IEnumerable<ReadOnlyMemory<byte>>)null!));
        Assert.Throws<ArgumentNullException>(() => s_format.PackInto((IBufferWriter<byte>)null!, 1, 2, 3));
    }

    private record struct Triple(ushort A, byte B, int C);

    private sealed class Dripping(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, most)]);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, Segment? before)
        {
            Memory = memory;
            RunningIndex = before is null ? 0 : before.RunningIndex + before.Memory.Length;
            if (before is not null)
            {
                before.Next = this;
            }
        }
    }
}
