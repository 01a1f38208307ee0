using System;
using System.IO;
using System.Linq;
using MemoryViews.Tests.LayoutAlgebra;
using Xunit;

namespace MemoryViews.Tests.Views;

public class StreamTests
{
    // A thousand random reads, writes and seeks, each done to a memory stream as well.
    [Theory]
    [MemberData(nameof(Shapes.All), MemberType = typeof(Shapes))]
    public void A_stream_over_any_view_behaves_as_one_over_its_bytes(Backing backing, string shape)
    {
        using Lent lent = Shapes.Of(backing, shape);
        using Stream stream = lent.View.AsStream();
        using MemoryStream model = new(Shapes.Bytes(shape));
        Random random = new(7);
        byte[] a = new byte[64], b = new byte[64];
        for (int i = 0; i < 1000; i++)
        {
            int count = random.Next(64);
            switch (random.Next(5))
            {
                case 0:
                    Assert.Equal(model.Read(b, 0, count), stream.Read(a, 0, count));
                    Assert.Equal(b, a);
                    break;
                case 1:
                    Assert.Equal(model.ReadByte(), stream.ReadByte());
                    break;
                case 2:
                    long to = random.Next((int)model.Length + 5);
                    Assert.Equal(model.Seek(to, SeekOrigin.Begin), stream.Seek(to, SeekOrigin.Begin));
                    break;
                case 3:
                    count = (int)Math.Clamp(model.Length - model.Position, 0, count);
                    random.NextBytes(a);
                    a.CopyTo(b, 0);
                    if (model.Position <= model.Length)
                    {
                        model.Write(b, 0, count);
                        stream.Write(a, 0, count);
                    }

                    break;
                default:
                    stream.Position = model.Position = random.Next((int)model.Length + 1);
                    break;
            }

            Assert.Equal(model.Position, stream.Position);
        }

        Assert.Equal(model.ToArray(), lent.View.ToBytes());
        Assert.Equal(model.Length, stream.Length);
        model.Position = stream.Position = 0;
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        Assert.Equal(model.ToArray(), copy.ToArray());
    }

    [Fact]
    public void A_stream_says_what_it_can()
    {
        MemoryView view = new byte[4].AsMemoryView();
        using Stream writable = view.AsStream(), readOnly = view.AsReadOnly().AsStream();
        Assert.True(writable.CanRead && writable.CanSeek && writable.CanWrite);
        Assert.True(readOnly.CanRead && readOnly.CanSeek && !readOnly.CanWrite);
        Assert.False(writable.CanTimeout);
        writable.Flush();
        Assert.Equal(2, writable.Seek(-2, SeekOrigin.End));
        Assert.Equal(1, writable.Seek(-1, SeekOrigin.Current));
    }

    [Fact]
    public void A_stream_neither_grows_nor_starts_before_zero()
    {
        byte[] bytes = [1, 2, 3];
        using Stream stream = bytes.AsMemoryView().AsStream();
        stream.Position = 1;
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.NotSupported, () => stream.Write([7, 8, 9]), "3 bytes at 1", "3");
        Assert.Equal([1, 2, 3], bytes);
        Assert.Equal(1, stream.Position);
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.NotSupported, () => stream.SetLength(4));
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidArgument, () => stream.Position = -1, "-1");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidArgument, () => stream.Seek(-4, SeekOrigin.End), "-1");
        Refusal.Of<ViewArgumentException>(ViewErrorCode.InvalidArgument, () => stream.Seek(long.MaxValue, SeekOrigin.Current));
        stream.Position = long.MaxValue;
        Assert.Equal(0, stream.Read(new byte[1]));
        Assert.Equal(-1, stream.ReadByte());
        Assert.Throws<ViewNotSupportedException>(() => stream.WriteByte(1));
    }

    [Fact]
    public void A_read_only_stream_refuses_to_write_as_streams_do()
    {
        using Stream stream = new byte[4].AsMemoryView().AsReadOnly().AsStream();
        NotSupportedException refusal = Assert.ThrowsAny<NotSupportedException>(() => stream.Write([1]));
        Assert.Equal(ViewErrorCode.ReadOnly, Assert.IsType<IViewException>(refusal, exactMatch: false).Code);
        Assert.ThrowsAny<NotSupportedException>(() => stream.WriteByte(1));
    }

    [Fact]
    public void The_stream_holds_the_loan_until_it_is_disposed()
    {
        NativeBuffer buffer = NativeBuffer.Allocate(4);
        MemoryView view = buffer.AsMemoryView();
        Stream stream = view.AsStream();
        view.Release();
        Assert.Equal(0, stream.ReadByte());
        Assert.Throws<BufferException>(() => buffer.Close());
        stream.Dispose();
        buffer.Close();
        Assert.False(stream.CanRead || stream.CanWrite || stream.CanSeek);
        Assert.ThrowsAny<ObjectDisposedException>(() => stream.ReadByte());
        Assert.ThrowsAny<ObjectDisposedException>(() => stream.Write([1]));
        stream.Dispose();
    }

    [Fact]
    public void Disposing_the_stream_leaves_the_view_alone()
    {
        using NativeBuffer buffer = NativeBuffer.Allocate(4);
        using MemoryView view = buffer.AsMemoryView();
        view.AsStream().Dispose();
        Assert.Equal((byte)0, view[3]);
    }

    [Fact]
    public void Once_the_loan_has_ended_the_stream_is_dead()
    {
        MemoryView view = new byte[4].AsMemoryView();
        using Stream stream = view.AsStream();
        view.Dispose();
        Assert.Throws<ViewReleasedException>(() => stream.ReadByte());
    }

    [Fact]
    public async System.Threading.Tasks.Task Async_reads_and_writes_go_the_same_way()
    {
        byte[] bytes = [.. Enumerable.Range(0, 10).Select(i => (byte)i)];
        await using Stream stream = bytes.AsMemoryView().Flip().AsStream();
        byte[] read = new byte[4];
        Assert.Equal(4, await stream.ReadAsync(read));
        Assert.Equal([9, 8, 7, 6], read);
        await stream.WriteAsync(new byte[] { 50, 40 });
        Assert.Equal([0, 1, 2, 3, 40, 50, 6, 7, 8, 9], bytes);
    }
}
