using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Win32.SafeHandles;
using Xunit;

namespace MemoryViews.Tests.Streams;

public sealed class FileTransferTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();
    private readonly SafeFileHandle _file;

    public FileTransferTests() => _file = File.OpenHandle(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, FileOptions.Asynchronous);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _file.Dispose();
        File.Delete(_path);
    }

    [Theory]
    [MemberData(nameof(Shapes.All), MemberType = typeof(Shapes))]
    public async Task Any_view_goes_to_a_place_in_a_file_and_back(Backing backing, string shape)
    {
        using Lent lent = Shapes.Of(backing, shape);
        lent.View.WriteTo(_file, 3);
        await lent.View.WriteToAsync(_file, 3 + lent.View.ByteLength, Token);
        byte[] content = Shapes.Bytes(shape);
        Assert.Equal(content.Length == 0 ? [] : [0, 0, 0, .. content, .. content], File.ReadAllBytes(_path));

        lent.View.Fill(0);
        lent.View.ReadExactly(_file, 3);
        Assert.Equal(content, lent.View.ToBytes());
        lent.View.Fill(0);
        await lent.View.ReadExactlyAsync(_file, 3, Token);
        Assert.Equal(content, lent.View.ToBytes());
    }

    // row | 3 GiB that nobody touches | the pointer to the row
    [LeavesBehind("its memory is borrowed without end")]
    [Fact]
    public unsafe void A_row_far_in_front_of_its_pointer_goes_to_a_file_and_back()
    {
        nint far = nint.CreateChecked(3L << 30);
        using NativeBuffer memory = NativeBuffer.Allocate(far + sizeof(nint), zeroed: false);
        byte* row = (byte*)memory.Start;
        *(nint*)(row + far) = (nint)row;
        using MemoryBlock pointer = MemoryBlock.Borrow(row + far, sizeof(nint), isReadOnly: false);
        using MemoryView rows = MemoryView.Over(new(null, pointer, Layout.Indirect(1, [1, 100], [sizeof(nint), 1], [0, -1]), ItemFormat.UInt8, isReadOnly: false));
        using MemoryView view = rows[0, ..];
        view.CopyFromBytes(Rows.Numbers(100));
        view.WriteTo(_file, 0);
        Assert.Equal(Rows.Numbers(100), File.ReadAllBytes(_path));
        view.Fill((byte)0);
        view.ReadExactly(_file, 0);
        Assert.Equal(Rows.Numbers(100), view.ToBytes());
    }

    // 2000 rows are several lists; their order in memory is turned round for one of the views.
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task Many_rows_go_in_lists(int step)
    {
        MemoryView from = Rows.Numbers(2000 * 4200).AsMemoryView().Cast("B", [2000, 4200])[(..).By(step), ..4100];
        MemoryView to = new byte[2000 * 4200].AsMemoryView().Cast("B", [2000, 4200])[(..).By(step), ..4100];
        await from.WriteToAsync(_file, 0, Token);
        Assert.Equal(from.ToBytes(), File.ReadAllBytes(_path));
        await to.ReadExactlyAsync(_file, 0, Token);
        Assert.True(to.ContentEquals(from));
        to.Fill<byte>(0);
        to.ReadExactly(_file, 0);
        Assert.True(to.ContentEquals(from));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_file_that_ends_early_leaves_what_it_had(int step)
    {
        byte[] content = Rows.Numbers(30_001);
        File.WriteAllBytes(_path, content);
        MemoryView view = Rows.Empty()[.., (..).By(step)];
        Assert.Equal(30_001, view.ReadFrom(_file, 0));
        Assert.Equal(content, view.ToBytes()[..30_001]);
        Assert.Equal(1, await view.ReadFromAsync(_file, 30_000, Token));
        Assert.Equal(0, view.ReadFrom(_file, 1 << 20));
        Assert.Throws<ViewStreamEndException>(() => view.ReadExactly(_file, 0));
    }

    [Fact]
    public async Task A_released_view_and_a_cancelled_transfer_write_nothing()
    {
        MemoryView view = Rows.Filled();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => view.WriteToAsync(_file, 0, new CancellationToken(canceled: true)));
        view.Dispose();
        Assert.Throws<ViewReleasedException>(() => view.WriteTo(_file, 0));
        Assert.Empty(File.ReadAllBytes(_path));
    }

    [Fact]
    public void Segments_fit_the_lists_of_RandomAccess()
    {
        using ReadOnlySegmentsOwner from = Rows.Filled().BorrowReadOnlySegments();
        RandomAccess.Write(_file, from, 0);
        MemoryView view = Rows.Empty();
        using (SegmentsOwner to = view.BorrowSegments())
        {
            Assert.Equal(view.ByteLength, RandomAccess.Read(_file, to, 0));
        }

        Assert.True(view.ContentEquals(Rows.Filled()));
    }
}
