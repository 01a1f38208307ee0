using System;
using System.IO;

namespace MemoryViews.Files;

/// <summary>Passes what is written on to another stream and sums it up. Leaves the other stream open.</summary>
internal sealed class ChecksumStream(Stream target) : Stream
{
    public uint Checksum { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => target.Length;

    public override long Position
    {
        get => target.Position;
        set => throw Error.OnlyWritten();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Checksum = Crc32.Append(Checksum, buffer);
        target.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        Write(buffer.AsSpan(offset, count));
    }

    public override void Flush() => target.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw Error.OnlyWritten();

    public override long Seek(long offset, SeekOrigin origin) => throw Error.OnlyWritten();

    public override void SetLength(long value) => throw Error.OnlyWritten();
}
