using System;
using System.IO;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace MemoryViews;

/// <summary>Where the bytes of a view go.</summary>
internal interface IViewSink
{
    /// <summary>Takes all of the bytes.</summary>
    ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation);
}

/// <summary>Where the bytes of a view come from.</summary>
internal interface IViewSource
{
    /// <summary>Gives some bytes; 0 at the end only.</summary>
    ValueTask<int> ReadAsync(Memory<byte> bytes, CancellationToken cancellation);
}

internal readonly struct StreamEnd(Stream stream) : IViewSink, IViewSource
{
    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => stream.WriteAsync(bytes, cancellation);

    public ValueTask<int> ReadAsync(Memory<byte> bytes, CancellationToken cancellation) => stream.ReadAsync(bytes, cancellation);
}

/// <summary>A stream driven without waiting: what it returns has completed, so the loops over it never suspend.</summary>
internal readonly struct BlockingStreamEnd(Stream stream) : IViewSink, IViewSource
{
    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        stream.Write(bytes.Span);
        return ValueTask.CompletedTask;
    }

    public ValueTask<int> ReadAsync(Memory<byte> bytes, CancellationToken cancellation) => new(stream.Read(bytes.Span));
}

internal readonly struct SocketEnd : IViewSink, IViewSource
{
    private readonly Socket _socket;

    public SocketEnd(Socket socket)
    {
        ArgumentNullException.ThrowIfNull(socket);
        _socket = socket.SocketType == SocketType.Stream ? socket : throw Error.NotAStreamSocket(socket.SocketType.ToString());
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        // A socket may take a part and say so.
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await _socket.SendAsync(bytes, cancellation).ConfigureAwait(false)..];
        }
    }

    public ValueTask<int> ReadAsync(Memory<byte> bytes, CancellationToken cancellation) => _socket.ReceiveAsync(bytes, cancellation);
}
