using System;
using System.IO;

namespace MemoryViews.Files;

/// <summary>Native memory that grows with what a stream delivers, twice over each time, so that it is never more than double what has come.</summary>
internal sealed class GrowingBuffer : IDisposable
{
    private const int FirstBytes = 1 << 16;

    // A lease hands out spans, whose lengths are int; pieces also keep a slow stream from holding a lease for long.
    private const int MostPiece = 1 << 20;

    private readonly long? _promised;
    private NativeBuffer _buffer;
    private nint _filled;

    /// <summary>Starts with the bytes already read.</summary>
    /// <param name="head">Those bytes.</param>
    /// <param name="promised">How many more the stream has for certain, where it can tell; null otherwise.</param>
    public GrowingBuffer(ReadOnlySpan<byte> head, long? promised)
    {
        _promised = promised;
        _buffer = NativeBuffer.Allocate(head.Length);
        _filled = head.Length;
        using MemoryView view = _buffer.AsMemoryView();
        view.CopyFromBytes(head);
    }

    /// <summary>Reads a number of bytes behind those there are.</summary>
    /// <returns>How many are missing because the stream ended.</returns>
    public nint Fill(Stream stream, nint count)
    {
        nint missing = count;
        while (missing > 0)
        {
            Reserve(missing);
            int piece = (int)nint.Min(MostPiece, nint.Min(missing, _buffer.Length - _filled));
            int read = ReadPiece(stream, piece);
            _filled += read;
            missing -= read;
            if (read < piece)
            {
                break;
            }
        }

        return missing;
    }

    /// <summary>The memory, which the caller owns from now on: exactly the bytes filled.</summary>
    public NativeBuffer Take()
    {
        if (_buffer.Length != _filled)
        {
            Resize(_filled);
        }

        return _buffer;
    }

    public void Dispose() => _buffer.Dispose();

    private void Reserve(nint missing)
    {
        if (_buffer.Length > _filled)
        {
            return;
        }

        // Halves are compared because sums of sizes from a header could pass nint.
        nint wanted = _promised >= missing ? missing : nint.Min(missing, nint.Max(FirstBytes, _filled));
        Resize(wanted > nint.MaxValue - _filled ? nint.MaxValue : _filled + wanted);
    }

    private void Resize(nint length)
    {
        NativeBuffer next = NativeBuffer.Allocate(length);
        using (MemoryView from = _buffer.AsMemoryView(), to = next.AsMemoryView())
        {
            to.Slice(0, _filled).CopyFrom(from.Slice(0, _filled));
        }

        _buffer.Dispose();
        _buffer = next;
    }

    private int ReadPiece(Stream stream, int count)
    {
        using MemoryView view = _buffer.AsMemoryView();
        using Lease lease = view.Slice(_filled, count).Lease();
        return stream.ReadAtLeast(lease.Bytes, count, throwOnEndOfStream: false);
    }
}
