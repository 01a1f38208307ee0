using System;
using System.Buffers;
using System.IO;
using System.IO.Pipelines;
using System.Threading;
using System.Threading.Tasks;

namespace MemoryViews.Tests.Reentrancy;

/// <summary>Fills room, and says how much it did.</summary>
internal delegate int Giver(Span<byte> room);

/// <summary>Looks at what it is given.</summary>
internal delegate void Taker(ReadOnlySpan<byte> bytes);

/// <summary>A stream in lambdas.</summary>
internal sealed class UserStream : Stream
{
    public Giver Given { get; init; } = static _ => 0;

    public Taker Taken { get; init; } = static _ => { };

    public Action<ReadOnlyMemory<byte>> Kept { get; init; } = static _ => { };

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer) => Given(buffer);

    public override int Read(byte[] buffer, int offset, int count) => Given(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => Taken(buffer);

    public override void Write(byte[] buffer, int offset, int count) => Taken(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Kept(buffer);
        return ValueTask.CompletedTask;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}

/// <summary>A pipe's end whose room is user code.</summary>
internal sealed class UserWriter(Func<byte[]> room) : PipeWriter
{
    public int Advanced { get; private set; }

    public override void Advance(int bytes) => Advanced += bytes;

    public override Memory<byte> GetMemory(int sizeHint = 0) => room();

    public override Span<byte> GetSpan(int sizeHint = 0) => room();

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => new(new FlushResult(isCanceled: false, isCompleted: false));

    public override void CancelPendingFlush()
    {
    }

    public override void Complete(Exception? exception = null)
    {
    }
}

/// <summary>A pipe's end that always has the same sequence.</summary>
internal sealed class UserReader(ReadOnlySequence<byte> sequence) : PipeReader
{
    public override void AdvanceTo(SequencePosition consumed)
    {
    }

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
    }

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) => new(new ReadResult(sequence, isCanceled: false, isCompleted: true));

    public override bool TryRead(out ReadResult result)
    {
        result = new(sequence, isCanceled: false, isCompleted: true);
        return true;
    }

    public override void CancelPendingRead()
    {
    }

    public override void Complete(Exception? exception = null)
    {
    }
}
