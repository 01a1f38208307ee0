using System;
using System.IO;
using System.Linq;
using System.Threading;
using MemoryViews.Tests.LayoutAlgebra;
using Xunit;

namespace MemoryViews.Tests.Exporters;

/// <summary>Files that others may cut short at any time: every operation gives what is there, or says where the file now ends.</summary>
public sealed class CheckedFileTests : IDisposable
{
    private const int Size = 5_000_003; // several pieces of 1 MiB, and some

    private readonly string _path = Path.GetTempFileName();
    private readonly byte[] _content = [.. Enumerable.Range(0, Size).Select(i => (byte)(i * 7 / 5))];

    public CheckedFileTests() => File.WriteAllBytes(_path, _content);

    public static TheoryData<MapAccess> Accesses => [.. Enum.GetValues<MapAccess>()];

    public void Dispose() => File.Delete(_path);

    [Theory]
    [MemberData(nameof(Accesses))]
    public void It_reads_as_a_mapped_one_does(MapAccess access)
    {
        using MappedFile file = MappedFile.Open(_path, access, isChecked: true), mapped = MappedFile.Open(_path, access);
        using MemoryView view = file.AsMemoryView(), same = mapped.AsMemoryView();
        Assert.True(file.IsChecked && !mapped.IsChecked);
        Assert.Equal((same.Length, same.IsReadOnly), (view.Length, view.IsReadOnly));
        Assert.Equal(_content[Size - 1], view.Get<byte>(-1));
        Assert.Equal(_content[3], view[3]);
        Assert.Equal(_content, view.ToBytes());
        Assert.True(view.ContentEquals(same) && same.ContentEquals(view));
        Assert.Equal(same.Count((byte)9), view.Count((byte)9));
        Assert.Equal(same.IndexOf(_content.AsSpan(Size - 9)), view.IndexOf(_content.AsSpan(Size - 9)));
        using MemoryView turned = view[..(2000 * 2500)].Reshape(2000, 2500).Permute(), sameTurned = same[..(2000 * 2500)].Reshape(2000, 2500).Permute();
        Assert.True(turned.ContentEquals(sameTurned));
    }

    [Fact]
    public void Part_of_a_file_begins_where_it_was_asked_to()
    {
        using MappedFile file = MappedFile.Open(_path, offset: 1000, length: 10, isChecked: true);
        using MemoryView view = file.AsMemoryView();
        Assert.Equal(_content[1000..1010], view.ToBytes());
    }

    [Fact]
    public void What_is_written_is_the_files_and_nothing_else_of_it_is_touched()
    {
        using MappedFile file = MappedFile.Open(_path, MapAccess.ReadWrite, isChecked: true);
        using MemoryView view = file.AsMemoryView();
        view[0] = 200;
        view.Set(-1, (byte)201);
        using (MemoryView grid = view[..4_000_000].Cast<int>())
        using (MemoryView some = grid[(100..900_000).By(3)])
        {
            some.Fill(-1);
        }

        file.Flush();
        byte[] expected = [.. _content];
        (expected[0], expected[^1]) = (200, 201);
        for (int i = 100; i < 900_000; i += 3)
        {
            expected.AsSpan(4 * i, 4).Fill(255);
        }

        Assert.Equal(expected, File.ReadAllBytes(_path));
    }

    [Fact]
    public void Between_strided_items_what_others_write_meanwhile_stays()
    {
        using MappedFile file = MappedFile.Open(_path, MapAccess.ReadWrite, isChecked: true);
        using BufferExport loan = file.GetBuffer(BufferRequest.Full);
        using (MemoryScope scope = loan.Enter(0, 999, MemoryUse.Overwrite))
        {
            using FileStream other = new(_path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            other.Write(new byte[1000].AsSpan());
            other.Flush();
            scope.Origin = 77;
            scope.Commit(Layout.Contiguous(1, [1]));
        }

        Assert.Equal([77, 0, 0, 0], File.ReadAllBytes(_path)[..4]);
    }

    [Fact]
    public void A_private_one_keeps_its_writes_and_still_sees_the_files_others()
    {
        using MappedFile file = MappedFile.Open(_path, MapAccess.CopyOnWrite, isChecked: true);
        using MemoryView view = file.AsMemoryView();
        view.Set(5000, (byte)99);
        view[(4096 * 3 - 2)..(4096 * 3 + 2)].Fill((byte)98);
        Assert.Equal(_content, File.ReadAllBytes(_path));
        byte[] changed = [.. _content];
        changed[0] = 11;
        changed[5001] = 12; // on the page that was copied when it was written to
        File.WriteAllBytes(_path, changed);
        Assert.Equal((11, 99, _content[5001]), (view.Get<byte>(0), view.Get<byte>(5000), view.Get<byte>(5001)));
        Assert.Equal([_content[4096 * 3 - 3], 98, 98, 98, 98, _content[4096 * 3 + 2]], view[(4096 * 3 - 3)..(4096 * 3 + 3)].ToBytes());
    }

    [Theory]
    [MemberData(nameof(Accesses))]
    public void Cut_short_each_operation_says_where_the_file_ends_now(MapAccess access)
    {
        using MappedFile file = MappedFile.Open(_path, access, isChecked: true);
        using MemoryView view = file.AsMemoryView();
        Cut(3000);
        Assert.Equal(_content[..3000], view[..3000].ToBytes());
        Refusal.Of<ViewFileException>(ViewErrorCode.FileFailed, () => view.Get<byte>(3000), "3000 bytes");
        Refusal.Of<ViewFileException>(ViewErrorCode.FileFailed, () => _ = view[-1], "3000 bytes");
        Refusal.Of<ViewFileException>(ViewErrorCode.FileFailed, () => view.ToBytes(), "3000 bytes");
        Refusal.Of<ViewFileException>(ViewErrorCode.FileFailed, () => view.Count((byte)1), "3000 bytes");
        Refusal.Of<ViewFileException>(ViewErrorCode.FileFailed, () => view.ToHexString(), "3000 bytes");
        Refusal.Of<ViewFileException>(ViewErrorCode.FileFailed, () => view.IndexOf("no such text"u8), "3000 bytes");
        if (access != MapAccess.ReadOnly)
        {
            Refusal.Of<ViewFileException>(ViewErrorCode.FileFailed, () => view.Fill((byte)0), "bytes");
            Refusal.Of<ViewFileException>(ViewErrorCode.FileFailed, () => view.Set(4_000_000, (byte)0), "bytes");
        }

        Assert.Equal(3000, new FileInfo(_path).Length);
    }

    [Fact]
    public void A_cut_that_meets_a_read_leaves_no_zeros_in_what_was_read()
    {
        File.WriteAllBytes(_path, [.. Enumerable.Repeat((byte)7, 2_000_000)]);
        using MappedFile file = MappedFile.Open(_path, isChecked: true);
        using MemoryView view = file.AsMemoryView();
        long reads = 0;
        bool isOver = false;
        byte[] bytes = new byte[2_000_000];
        Thread cutter = new(() =>
        {
            for (int end = 1_999_000; end > 1_000_000 && !Volatile.Read(ref isOver); end -= 3001)
            {
                long before = Volatile.Read(ref reads);
                while (Volatile.Read(ref reads) == before && !Volatile.Read(ref isOver))
                {
                    Thread.Yield();
                }

                Thread.SpinWait(end % 5000); // somewhere into the next read
                Cut(end);
            }

            Volatile.Write(ref isOver, true);
        });
        cutter.Start();
        try
        {
            while (!Volatile.Read(ref isOver))
            {
                Span<byte> some = bytes.AsSpan(0, (int)Math.Min(file.FileLength, 1_999_999));
                if (TryCopy(view[..some.Length], some))
                {
                    Assert.Equal(-1, some.IndexOfAnyExcept((byte)7));
                }

                Volatile.Write(ref reads, reads + 1);
            }
        }
        finally
        {
            Volatile.Write(ref isOver, true);
            cutter.Join();
        }
    }

    [Fact]
    public void Flushing_what_was_cut_off_speaks_of_no_mapping()
    {
        using MappedFile file = MappedFile.Open(_path, MapAccess.ReadWrite, isChecked: true);
        Cut(3000);
        Refusal.Of<ViewFileException>(ViewErrorCode.FileFailed, () => file.Flush(), $"now ends after 3000 bytes, but bytes 0 to {Size} were asked");
        file.Flush(0, 3000);
    }

    [Fact]
    public void Loans_are_still_made_of_a_file_cut_short_so_that_what_is_left_can_be_seen()
    {
        using MappedFile file = MappedFile.Open(_path, isChecked: true);
        Cut(10);
        using MemoryView view = file.AsMemoryView();
        Assert.Equal(_content[..10], view[..10].ToBytes());
    }

    [Fact]
    public void It_has_no_address_and_says_so()
    {
        using MappedFile file = MappedFile.Open(_path, MapAccess.ReadWrite, isChecked: true);
        using MemoryView view = file.AsMemoryView();
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.NotSupported, () => view.Lease().Dispose(), "without isChecked");
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.NotSupported, () => view.LeaseReadOnly().Dispose());
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.NotSupported, () => view.Pin());
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.NotSupported, () => view.PinItem([3]));
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.NotSupported, () => view.BorrowMemory<byte>());
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.NotSupported, () => view.BorrowSegments());
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.NotSupported, () => view.Access<byte, int>(0, (System.Buffers.ReadOnlySpanAction<byte, int>)((_, _) => { })));
        Assert.Single(file.Holders); // the view
        view.Dispose();
        file.Close();
    }

    [Fact]
    public void Copies_inside_one_file_are_exact_however_it_was_opened()
    {
        using MappedFile one = MappedFile.Open(_path, MapAccess.ReadWrite, isChecked: true), two = MappedFile.Open(_path, MapAccess.ReadWrite, offset: 100);
        using MemoryView a = one.AsMemoryView(), b = two.AsMemoryView();
        Assert.True(a[..101].Overlaps(b));
        Assert.False(a[..100].Overlaps(b));
        b[..3_000_000].CopyTo(a[1000..3_001_000]);
        byte[] expected = [.. _content];
        _content.AsSpan(100, 3_000_000).CopyTo(expected.AsSpan(1000));
        Assert.Equal(expected, File.ReadAllBytes(_path));
    }

    [Fact]
    public void It_is_resized_as_a_mapped_one()
    {
        MappedFile file = MappedFile.Open(_path, MapAccess.ReadWrite, isChecked: true).Resize(12);
        Assert.True(file.IsChecked);
        using (MemoryView view = file.AsMemoryView())
        {
            Assert.Equal(_content[..12], view.ToBytes());
        }

        file.Close();
        Assert.Equal(12, new FileInfo(_path).Length);
    }

    [Fact]
    public void Closed_it_is_closed()
    {
        MappedFile file = MappedFile.Open(_path, isChecked: true);
        using MemoryView view = file.AsMemoryView();
        file.Dispose();
        Assert.Throws<ViewReleasedException>(() => view.Get<byte>(0));
        Assert.Throws<ViewReleasedException>(() => view.ToBytes());
    }

    [Fact]
    public void An_empty_file_is_no_bytes()
    {
        File.WriteAllBytes(_path, []);
        using MappedFile file = MappedFile.Open(_path, isChecked: true);
        using MemoryView view = file.AsMemoryView();
        Assert.Empty(view.ToBytes());
    }

    private static bool TryCopy(MemoryView view, Span<byte> bytes)
    {
        try
        {
            view.CopyTo(bytes);
            return true;
        }
        catch (ViewFileException)
        {
            return false;
        }
    }

    private void Cut(long length)
    {
        using FileStream stream = new(_path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        stream.SetLength(length);
    }
}
