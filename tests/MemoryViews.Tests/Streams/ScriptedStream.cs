using System;
using System.IO;

namespace MemoryViews.Tests.Streams;

/// <summary>A stream that does what a test says, and keeps what it was given.</summary>
internal sealed class ScriptedStream(Action<int>? write = null, Func<Memory<byte>, int>? read = null) : Stream
{
    private int _writes;

    /// <summary>Everything written so far.</summary>
    public MemoryStream Written { get; } = new();

    /// <summary>The length of each write.</summary>
    public System.Collections.Generic.List<int> Lengths { get; } = [];

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Written.Write(buffer);
        Lengths.Add(buffer.Length);
        write?.Invoke(++_writes);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        byte[] bytes = new byte[buffer.Length];
        int count = read!(bytes);
        bytes.CopyTo(buffer);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
