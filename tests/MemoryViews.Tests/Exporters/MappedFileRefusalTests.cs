using System;
using System.Diagnostics;
using System.IO;
using System.Net.Sockets;
using Xunit;

namespace MemoryViews.Tests.Exporters;

/// <summary>MappedFile: what cannot be mapped is told by name, at once, with what would work.</summary>
public sealed class MappedFileRefusalTests : MappedFileFolder
{
    [Fact]
    public void A_file_that_is_not_there_and_a_folder_are_refused_by_name()
    {
        string missing = At("missing.bin");
        foreach (string path in new[] { missing, Path.Combine(missing, "x"), Folder, "", "a\0b", new string('x', 5000) })
        {
            Assert.Equal(path, Refused(() => MappedFile.Open(path)).Path);
        }

        Refused(() => MappedFile.Open(missing), "does not exist");
        Refused(() => MappedFile.Open(Folder, MapAccess.ReadWrite), "is a directory", "name a file in it");
        Assert.Throws<ArgumentNullException>(() => MappedFile.Open(null!));
    }

    [Fact]
    public void A_link_is_what_it_leads_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "making links takes a privilege on Windows");
        File.CreateSymbolicLink(At("good"), Write(Pattern(10)));
        File.CreateSymbolicLink(At("dangling"), At("nothing"));
        File.CreateSymbolicLink(At("ring"), At("ring"));
        using MappedFile file = MappedFile.Open(At("good"));
        Assert.Equal(10, file.Length);
        Refused(() => MappedFile.Open(At("dangling")), "does not exist");
        Refused(() => MappedFile.Open(At("ring")), "cannot be opened");
    }

    [Fact]
    public void A_file_that_may_not_be_opened_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "the superuser may open everything");
        string path = Write([1]);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.None);
        }

        Refused(() => MappedFile.Open(path), "permissions");
    }

    [Fact]
    public void A_file_that_may_only_be_read_is_mapped_for_reading_and_as_a_copy()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "the superuser may write everything");
        string path = Write([1]);
        File.SetAttributes(path, FileAttributes.ReadOnly);
        Refused(() => MappedFile.Open(path, MapAccess.ReadWrite), "permissions", "open it read-only");
        using MappedFile read = MappedFile.Open(path), copy = MappedFile.Open(path, MapAccess.CopyOnWrite);
        using MemoryView view = new(copy);
        view[0] = 2;
        Assert.Equal(((byte)2, (byte)1), (view.Get<byte>(0), File.ReadAllBytes(path)[0]));
    }

    [Fact]
    public void A_program_that_runs_is_not_mapped_for_writing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Linux guards the text of programs; others than the superuser may not write it anyway");
        Assert.SkipUnless(IsGuarded(Environment.ProcessPath!), "a Linux (6.11 and 6.12) that lets the superuser write into programs that run");
        Refused(() => MappedFile.Open(Environment.ProcessPath!, MapAccess.ReadWrite), "cannot be opened", "busy");
        using MappedFile file = MappedFile.Open(Environment.ProcessPath!);
        using MemoryView view = new(file);
        Assert.Equal((byte)0x7F, view[0]);
    }

    [Theory]
    [InlineData(MapAccess.ReadOnly)]
    [InlineData(MapAccess.ReadWrite)]
    public void A_named_pipe_is_refused_without_waiting_for_its_other_end(MapAccess access)
    {
        string path = MakePipe();
        Refused(() => MappedFile.Open(path, access), "is a pipe", "no size", "read it into an array");
        Refused(() => MappedFile.Create(path, 10), "there already");
    }

    [Fact]
    public void The_end_of_an_open_pipe_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "open files have names on Linux");
        using System.IO.Pipes.AnonymousPipeServerStream pipe = new(System.IO.Pipes.PipeDirection.Out);
        Refused(() => MappedFile.Open($"/proc/self/fd/{pipe.SafePipeHandle.DangerousGetHandle()}"), "is a pipe");
    }

    [Fact]
    public void A_socket_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "sockets have no files on Windows");
        using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(At("socket")));
        Refused(() => MappedFile.Open(At("socket")), "is a socket");
    }

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("/dev/zero")]
    [InlineData("/dev/tty")]
    public void A_device_is_refused_without_being_opened(string path)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "devices have no files on Windows");
        Refused(() => MappedFile.Open(path), "is a character device");
    }

    [Fact]
    public void A_disk_is_refused()
    {
        string? disk = Array.Find(["/dev/vda", "/dev/sda", "/dev/nvme0n1", "/dev/loop0"], File.Exists);
        Assert.SkipWhen(disk is null, "no disk of a usual name is here");
        Refused(() => MappedFile.Open(disk!), "is a block device");
    }

    [Theory]
    [InlineData("/proc/self/maps", "proc")]
    [InlineData("/proc/version", "proc")]
    [InlineData("/proc/kmsg", "proc")]
    [InlineData("/sys/kernel/notes", "sysfs")]
    [InlineData("/sys/kernel/uevent_seqnum", "sysfs")]
    public void A_file_that_the_system_makes_up_is_refused_and_not_taken_for_empty(string path, string system)
    {
        Assert.SkipUnless(File.Exists(path) && (path != "/proc/kmsg" || Environment.IsPrivilegedProcess), $"{path} is not here, or not for this user");
        Refused(() => MappedFile.Open(path), "cannot be mapped", $"file system {system}", "read it into an array");
    }

    [Fact]
    public void A_file_of_no_length_that_cannot_even_be_read_is_not_taken_for_empty()
    {
        Assert.SkipUnless(File.Exists("/proc/self/ns/net"), "only Linux has such files");
        Refused(() => MappedFile.Open("/proc/self/ns/net"), "cannot be mapped", "into an array");
    }

    [Fact]
    public void A_deleted_file_has_no_name_any_more_but_can_still_be_mapped_where_it_is_open()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "open files have names on Linux");
        string path = Write(Pattern(100));
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        File.Delete(path);
        Refused(() => MappedFile.Open(path), "does not exist");
        using MappedFile file = MappedFile.Open($"/proc/self/fd/{stream.SafeFileHandle.DangerousGetHandle()}");
        using MemoryView view = new(file);
        Assert.Equal(Pattern(100), view.ToBytes());
    }

    [Fact]
    public void A_file_sealed_against_writing_is_mapped_for_reading_and_as_a_copy()
    {
        using SealedFile memory = new(100, SealedFile.NoWriting);
        Refused(() => MappedFile.Open(memory.Path, MapAccess.ReadWrite), "cannot be mapped");
        using MappedFile read = MappedFile.Open(memory.Path), copy = MappedFile.Open(memory.Path, MapAccess.CopyOnWrite);
        Assert.Equal((100, 100), ((int)read.Length, (int)copy.Length));
    }

    [Fact]
    public void A_file_larger_than_all_addresses_is_mapped_in_parts_only()
    {
        Assert.SkipUnless(Directory.Exists("/dev/shm"), "few file systems hold such a file: that of /dev/shm does");
        string path = Path.Combine("/dev/shm", $"memoryviews-{Guid.NewGuid()}.bin");
        try
        {
            File.Create(path).Dispose();
            SetLength(path, 1L << 50);
            Refused(() => MappedFile.Open(path), "1125899906842624 bytes", "part by part");
            using MappedFile part = MappedFile.Open(path, MapAccess.ReadOnly, (1L << 50) - 5);
            using MemoryView view = new(part);
            Assert.Equal(new byte[5], view.ToBytes());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_new_file_never_takes_the_place_of_another()
    {
        string path = Write(Pattern(10));
        Refused(() => MappedFile.Create(path, 5), "there already");
        Refused(() => MappedFile.Create(Folder, 5), "there already");
        Assert.Equal(Pattern(10), File.ReadAllBytes(path));
    }

    [Fact]
    public void A_new_file_that_cannot_be_leaves_nothing_behind()
    {
        Refused(() => MappedFile.Create(At("none/new.bin"), 5), "cannot be created", "folder");
        Refused(() => MappedFile.Create(At("huge.bin"), long.MaxValue));
        Assert.Empty(Directory.GetFiles(Folder));
        ViewArgumentException e = Assert.Throws<ViewArgumentException>(() => MappedFile.Create(At("new.bin"), -1));
        Assert.Equal((ViewErrorCode.InvalidArgument, "length"), (e.Code, e.ParamName));
        Assert.Throws<ArgumentNullException>(() => MappedFile.Create(null!, 1));
    }

    private static bool IsGuarded(string program)
    {
        try
        {
            File.OpenHandle(program, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite).Dispose();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private string MakePipe()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "named pipes are no files on Windows");
        using Process process = Process.Start("mkfifo", [At("pipe")]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return At("pipe");
    }
}
