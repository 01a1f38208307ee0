using System;
using System.IO;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MemoryViews;

/// <summary>Asks the system for the kind of a file without opening it, and whether two files are one.</summary>
internal static partial class FileKinds
{
    private const int CurrentDirectory = -100;
    private const uint WantType = 0x1;

    public static FileKind Of(string path)
    {
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            return FileKind.Unknown; // no system takes it: opening says so
        }

        try
        {
            return OperatingSystem.IsLinux() ? OfLinux(path) : OperatingSystem.IsMacOS() ? OfMac(path) : OfAny(path);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return OfAny(path); // a C library older than the call
        }
    }

    /// <summary>The file system a file is on, such as "ext4" or "proc"; empty where it does not tell.</summary>
    public static string FileSystemOf(string path)
    {
        try
        {
            return OperatingSystem.IsWindows() ? "" : new DriveInfo(Path.GetFullPath(path)).DriveFormat;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return "";
        }
    }

    /// <summary>What tells an open file from every other one, by whatever name it was opened; null where the system does not say.</summary>
    public static (long Device, long Number)? IdentityOf(SafeFileHandle file)
    {
        const int HandleItself = 0x1000;
        const uint WantNumber = 0x100;
        bool isHeld = false;
        try
        {
            file.DangerousAddRef(ref isHeld);
            return OperatingSystem.IsLinux() && StatLinux((int)file.DangerousGetHandle(), "", HandleItself, WantNumber, out LinuxAnswer answer) == 0
                ? (answer.Device, answer.Number)
                : null;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException or ObjectDisposedException)
        {
            return null;
        }
        finally
        {
            if (isHeld)
            {
                file.DangerousRelease();
            }
        }
    }

    private static FileKind OfAny(string path) => Directory.Exists(path) ? FileKind.Directory : FileKind.Unknown;

    private static FileKind OfLinux(string path)
        => StatLinux(CurrentDirectory, path, 0, WantType, out LinuxAnswer answer) == 0 ? OfMode(answer.Mode) : FileKind.Unknown;

    private static FileKind OfMac(string path)
    {
        MacAnswer answer;
        int failed = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? StatMacX64(path, out answer) : StatMacArm64(path, out answer);
        return failed == 0 ? OfMode(answer.Mode) : FileKind.Unknown;
    }

    private static FileKind OfMode(ushort mode) => (mode & 0xF000) switch
    {
        0x1000 => FileKind.Pipe,
        0x2000 => FileKind.CharacterDevice,
        0x4000 => FileKind.Directory,
        0x6000 => FileKind.BlockDevice,
        0x8000 => FileKind.Regular,
        0xC000 => FileKind.Socket,
        _ => FileKind.Unknown,
    };

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int StatLinux(int directory, string path, int flags, uint mask, out LinuxAnswer answer);

    [LibraryImport("libc", EntryPoint = "stat", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int StatMacArm64(string path, out MacAnswer answer);

    // On x64 the plain name is the call of an older system, with another answer.
    [LibraryImport("libc", EntryPoint = "stat$INODE64", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int StatMacX64(string path, out MacAnswer answer);

    // struct statx, alike on every Linux machine:  0 mask 4 | 4 blksize 4 | 8 attributes 8 | 16 nlink 4 | 20 uid 4 | 24 gid 4 | 28 mode 2 | 32 ino 8 | ... | 136 dev 8 | ... 256
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct LinuxAnswer
    {
        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public long Number;

        [FieldOffset(136)]
        public long Device;
    }

    // struct stat of macOS:  0 dev 4 | 4 mode 2 | 6 nlink 2 | 8 ino 8 | ... 144, and room to spare
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct MacAnswer
    {
        [FieldOffset(4)]
        public ushort Mode;
    }
}
