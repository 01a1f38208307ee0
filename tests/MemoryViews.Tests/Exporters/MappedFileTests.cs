using System;
using System.IO;
using System.Linq;
using Xunit;

namespace MemoryViews.Tests.Exporters;

/// <summary>MappedFile: what is read, what reaches the file and what does not, and when the file is let go of.</summary>
public sealed class MappedFileTests : MappedFileFolder
{
    [Fact]
    public void A_file_is_read_where_it_is_touched()
    {
        string path = Write(Pattern(10_000));
        using MappedFile file = MappedFile.Open(path);
        using MemoryView view = new(file);
        Assert.Equal(("B", 10_000, true, path), (view.Format.Text, (int)view.Length, view.IsReadOnly, file.Path));
        Assert.Equal(Pattern(10_000), view.ToBytes());
        Assert.Equal(ViewErrorCode.ReadOnly, Assert.Throws<ViewOperationException>(() => view[0] = 1).Code);
        Assert.Throws<BufferException>(() => file.GetBuffer(BufferRequest.Writable));
    }

    [Fact]
    public void Writes_to_a_writable_map_reach_the_file()
    {
        string path = Write(Pattern(5000));
        using MappedFile file = MappedFile.Open(path, MapAccess.ReadWrite);
        using MemoryView view = new(file);
        view[0] = 200;
        view.Set<byte>(-1, 201);
        file.Flush();
        byte[] expected = Pattern(5000);
        (expected[0], expected[^1]) = (200, 201);
        Assert.Equal(expected, File.ReadAllBytes(path));
    }

    [Fact]
    public void Writes_to_a_copy_leave_the_file()
    {
        string path = Write(Pattern(5000));
        using MappedFile file = MappedFile.Open(path, MapAccess.CopyOnWrite);
        using MemoryView view = new(file);
        view[0] = 200;
        file.Flush();
        Assert.Equal((byte)200, view[0]);
        Assert.Equal(Pattern(5000), File.ReadAllBytes(path));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 4999)]
    [InlineData(4095, 2)]
    [InlineData(4097, 903)]
    [InlineData(4999, 1)]
    [InlineData(5000, 0)]
    [InlineData(17, 0)]
    public void A_part_may_begin_and_end_anywhere(int offset, int length)
    {
        string path = Write(Pattern(5000));
        using (MappedFile part = MappedFile.Open(path, MapAccess.ReadWrite, offset, length))
        {
            using MemoryView view = new(part);
            Assert.Equal(Pattern(5000)[offset..(offset + length)], view.ToBytes());
            view.Fill((byte)255);
            part.Flush();
        }

        using MappedFile rest = MappedFile.Open(path, offset: offset);
        using MemoryView all = new(rest);
        Assert.Equal(5000 - offset, all.Length);
        byte[] expected = Pattern(5000);
        expected.AsSpan(offset, length).Fill(255);
        Assert.Equal(expected, File.ReadAllBytes(path));
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(11, null)]
    [InlineData(0, 11L)]
    [InlineData(0, -1L)]
    [InlineData(5, 6L)]
    [InlineData(5, long.MaxValue)]
    [InlineData(long.MaxValue, long.MaxValue)]
    public void A_part_outside_the_file_is_refused(long offset, long? length)
    {
        string path = Write(Pattern(10));
        ViewArgumentException e = Assert.Throws<ViewArgumentException>(() => MappedFile.Open(path, MapAccess.ReadOnly, offset, length));
        Assert.Equal(ViewErrorCode.OutOfBounds, e.Code);
        Assert.Contains("it has 10", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_no_bytes()
    {
        using MappedFile file = MappedFile.Open(Write([]), MapAccess.ReadWrite);
        using MemoryView view = new(file);
        Assert.Empty(view.ToBytes());
        file.Flush();
    }

    [Fact]
    public void Ten_gigabytes_are_touched_at_their_end_alone()
    {
        nint length = nint.CreateChecked(10_000_000_000);
        string path = At("sparse.bin");
        using (FileStream stream = File.Create(path))
        {
            stream.SetLength(length);
        }

        using (MappedFile file = MappedFile.Open(path, MapAccess.ReadWrite))
        {
            using MemoryView view = new(file);
            view[-1] = 42;
            Assert.Equal((byte)42, view[length - 1]);
            Assert.Equal((byte)0, view[length / 2]);
            Assert.Equal(42, view.Cast<int>().Get<int>(-1) >> 24);
            file.Flush();
        }

        using FileStream read = File.OpenRead(path);
        read.Position = length - 1;
        Assert.Equal(42, read.ReadByte());
    }

    [LeavesBehind("its view is of a file that is closed")]
    [Fact]
    public void The_map_outlives_the_file_s_name_and_closing_ends_it()
    {
        string path = Write(Pattern(100));
        MappedFile file = MappedFile.Open(path);
        MemoryView view = new(file);
        File.Delete(path);
        Assert.Equal(Pattern(100), view.ToBytes());
        Assert.Throws<BufferException>(() => file.Close());
        file.Dispose();
        Assert.Throws<ViewReleasedException>(() => view[0]);
        Assert.Throws<ViewReleasedException>(file.Flush);
        Assert.Contains(path, Assert.Throws<ViewReleasedException>(() => new MemoryView(file)).Message, StringComparison.Ordinal);
        file.Dispose();
    }

    [Theory]
    [InlineData(MapAccess.ReadOnly)]
    [InlineData(MapAccess.ReadWrite)]
    [InlineData(MapAccess.CopyOnWrite)]
    public void A_file_tells_how_and_from_where_it_is_mapped_and_how_long_it_is(MapAccess access)
    {
        string path = Write(Pattern(5000));
        using MappedFile file = MappedFile.Open(path, access, 100, 50);
        Assert.Equal((access, 100L, 5000L, 50), (file.Access, file.FileOffset, file.FileLength, (int)file.Length));
        SetLength(path, 9000);
        Assert.Equal(9000, file.FileLength);
        file.Close();
        Assert.Throws<ViewReleasedException>(() => file.FileLength);
    }

    [Fact]
    public void An_access_that_is_none_is_refused()
    {
        ViewArgumentException e = Assert.Throws<ViewArgumentException>(() => MappedFile.Open(Write([1]), (MapAccess)3));
        Assert.Equal((ViewErrorCode.InvalidArgument, "access"), (e.Code, e.ParamName));
    }

    [Theory]
    [InlineData(MapAccess.ReadOnly)]
    [InlineData(MapAccess.ReadWrite)]
    [InlineData(MapAccess.CopyOnWrite)]
    public void Closing_lets_go_of_the_file_at_once(MapAccess access)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads the list of mappings of Linux");
        string path = Write(Pattern(10_000));
        MappedFile file = MappedFile.Open(path, access);
        Assert.Contains(path, File.ReadAllText("/proc/self/maps"), StringComparison.Ordinal);
        file.Close();
        Assert.DoesNotContain(path, File.ReadAllText("/proc/self/maps"), StringComparison.Ordinal);
        Assert.DoesNotContain(path, OpenFiles());
        GC.KeepAlive(file);
    }

    [LeavesBehind("its view is of a file that is closed")]
    [Fact]
    public void A_lease_keeps_the_file_until_it_ends()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads the list of mappings of Linux");
        string path = Write(Pattern(100));
        MappedFile file = MappedFile.Open(path);
        MemoryView view = new(file);
        using (ReadOnlyLease lease = view.LeaseReadOnly())
        {
            file.Dispose();
            Assert.Equal(Pattern(100), lease.Span<byte>().ToArray());
            Assert.Contains(path, File.ReadAllText("/proc/self/maps"), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(path, File.ReadAllText("/proc/self/maps"), StringComparison.Ordinal);
        Assert.Throws<ViewReleasedException>(() => view.ToBytes());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10_000)]
    public void A_new_file_is_zeros_and_keeps_what_is_written(int length)
    {
        string path = At("new.bin");
        using (MappedFile file = MappedFile.Create(path, length))
        {
            using MemoryView view = new(file);
            Assert.Equal((MapAccess.ReadWrite, path, (long)length), (file.Access, file.Path, file.FileLength));
            Assert.Equal(new byte[length], view.ToBytes());
            view.CopyFromBytes(Pattern(length));
        }

        Assert.Equal(Pattern(length), File.ReadAllBytes(path));
    }

    private static string?[] OpenFiles() => [.. Directory.GetFiles("/proc/self/fd").Select(TargetOf)];

    // Other tests of this process close their files meanwhile.
    private static string? TargetOf(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: false)?.FullName;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
