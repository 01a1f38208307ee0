using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace MemoryViews.Tests.Streams;

/// <summary>Over real sockets, on the loopback address.</summary>
public class SocketTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // The server's view has other strides than the client's: what is equal is the items, in C order.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    [InlineData(2, -1)]
    [InlineData(-2, 2)]
    public async Task An_echo_through_strided_views_at_both_ends_comes_back(int clientStep, int serverStep)
    {
        (Socket client, Socket server) = await Connect();
        using (client)
        using (server)
        {
            MemoryView sent = Grid(Rows.Numbers(64 * 40_000), clientStep), back = Grid(new byte[64 * 40_000], -clientStep);
            MemoryView held = Grid(new byte[64 * 40_000], serverStep);
            Task echo = Echo(server, held);
            Task send = sent.SendAsync(client, Token);
            await back.ReceiveExactlyAsync(client, Token);
            await Task.WhenAll(send, echo);
            Assert.True(held.ContentEquals(sent));
            Assert.True(back.ContentEquals(sent));
        }
    }

    [Fact]
    public async Task A_peer_that_closes_early_leaves_what_it_sent()
    {
        (Socket client, Socket server) = await Connect();
        using (client)
        {
            using (server)
            {
                await Rows.Numbers(5000).AsMemoryView().SendAsync(server, Token);
                server.Shutdown(SocketShutdown.Both);
            }

            MemoryView view = Rows.Empty()[.., (..).By(2)];
            Assert.Equal(5000, await view.ReceiveAsync(client, Token));
            Assert.Equal(Rows.Numbers(5000), view.ToBytes()[..5000]);
            await Assert.ThrowsAsync<ViewStreamEndException>(() => view.ReceiveExactlyAsync(client, Token));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_wait_for_a_peer_that_sends_nothing_can_be_cancelled_and_gives_the_memory_back(int step)
    {
        (Socket client, Socket server) = await Connect();
        using NativeBuffer buffer = Rows.Allocate();
        using (client)
        using (server)
        {
            using MemoryView root = buffer.AsMemoryView();
            MemoryView view = root.Cast("B", [Rows.Count, Rows.Length + 24])[.., ..Rows.Length][.., (..).By(step)];
            using CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(Token);
            Task<nint> wait = view.ReceiveAsync(client, source.Token);
            source.Cancel();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        }

        buffer.Close();
    }

    [Fact]
    public async Task Memory_cannot_be_closed_while_a_socket_waits_to_write_into_it()
    {
        (Socket client, Socket server) = await Connect();
        using NativeBuffer buffer = Rows.Allocate();
        MemoryView root = buffer.AsMemoryView();
        using (client)
        using (server)
        {
            Task wait = root.ReceiveExactlyAsync(client, Token);
            root.Dispose();
            Assert.Single(Assert.Throws<BufferException>(() => buffer.Close()).Holders);

            // What the socket was waiting for still arrives; the view that went away ends the transfer at its next piece.
            await new byte[1000].AsMemoryView().SendAsync(server, Token);
            ViewReleasedException cut = await Assert.ThrowsAsync<ViewReleasedException>(() => wait);
            Assert.Contains($"after 1000 of {Rows.Count * (Rows.Length + 24)} bytes", cut.Message, StringComparison.Ordinal);
        }

        buffer.Close();
    }

    // 64 rows of 17,500 bytes each: in one run a row, or in none.
    private static MemoryView Grid(byte[] bytes, int step)
    {
        MemoryView rows = bytes.AsMemoryView().Cast("B", [64, 40_000]);
        return Math.Abs(step) == 1 ? rows[(..).By(step), ..17_500] : rows[.., ..35_000][.., (..).By(step)];
    }

    private static async Task Echo(Socket socket, MemoryView view)
    {
        await view.ReceiveExactlyAsync(socket, Token);
        await view.SendAsync(socket, Token);
    }

    private static async Task<(Socket Client, Socket Server)> Connect()
    {
        using Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(1);
        Socket client = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await client.ConnectAsync(listener.LocalEndPoint!, Token);
        return (client, await listener.AcceptAsync(Token));
    }
}
