using System;
using System.IO;

namespace MemoryViews;

/// <summary>The bytes of a view as a stream. A contiguous view is one run; any other is read and written row piece by row piece.</summary>
internal sealed class MemoryViewStream(MemoryView view, bool canWrite) : Stream
{
    private readonly nint _length = view.ByteLength;
    private nint _position;
    private bool _isOpen = true;

    public override bool CanRead => _isOpen;

    public override bool CanSeek => _isOpen;

    public override bool CanWrite => _isOpen && canWrite;

    public override long Length => Open(_length);

    public override long Position
    {
        get => Open(_position);
        set => _position = Open((nint)value) >= 0 ? (nint)value : throw Error.StreamSeek(value);
    }

    public override int Read(Span<byte> buffer)
    {
        int count = (int)Math.Min(buffer.Length, Math.Max(0, _length - _position));
        view.ReadBytes(_position, buffer[..count]);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    public override int ReadByte()
    {
        byte value = 0;
        return Read(new Span<byte>(ref value)) == 1 ? value : -1;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_isOpen && !canWrite)
        {
            throw Error.StreamReadOnly();
        }

        if (buffer.Length > _length - _position)
        {
            throw Error.StreamEnd(_position, buffer.Length, _length);
        }

        view.WriteBytes(_position, buffer);
        _position += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        Write(buffer.AsSpan(offset, count));
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => _length + offset,
    };

    public override void SetLength(long value) => throw Error.StreamLength();

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        _isOpen = false;
        view.Release();
        base.Dispose(disposing);
    }

    private nint Open(nint answer) => _isOpen ? answer : throw Error.StreamClosed();
}
