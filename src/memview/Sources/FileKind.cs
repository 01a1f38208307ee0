using System;
using System.Buffers.Binary;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

namespace MemoryViews.Command;

/// <summary>What a path leads to.</summary>
internal enum FileKind
{
    Missing,
    Directory,
    Regular,

    /// <summary>Opening one for reading waits for a writer, so nothing may open it merely to look.</summary>
    Pipe,

    /// <summary>Devices and sockets: no size, possibly no end.</summary>
    Device,
}

/// <summary>Asks the system for the kind of a file without opening it.</summary>
internal static class FileKinds
{
    private const int CurrentDirectory = -100;
    private const uint WantType = 0x1;
    private const int ModeOffset = 28;
    private const int StatxSize = 256;

    public static FileKind Of(string path)
    {
        if (OperatingSystem.IsLinux() && TryStatx(path, out FileKind kind))
        {
            return kind;
        }

        return Directory.Exists(path) ? FileKind.Directory : File.Exists(path) ? FileKind.Regular : FileKind.Missing;
    }

    // struct statx is the same on every Linux machine:   0 mask 4 · blksize 4 · attributes 8 · nlink 4 · uid 4 · gid 4 · 28 mode 2 · …
    private static bool TryStatx(string path, out FileKind kind)
    {
        kind = FileKind.Missing;
        byte[] answer = new byte[StatxSize];
        try
        {
            if (Statx(CurrentDirectory, Encoding.UTF8.GetBytes(path + '\0'), 0, WantType, answer) != 0)
            {
                return false;
            }
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }

        const int TypeBits = 0xF000;
        kind = (BinaryPrimitives.ReadUInt16LittleEndian(answer.AsSpan(ModeOffset)) & TypeBits) switch
        {
            0x4000 => FileKind.Directory,
            0x8000 => FileKind.Regular,
            0x1000 => FileKind.Pipe,
            _ => FileKind.Device,
        };
        return true;
    }

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int directory, byte[] path, int flags, uint mask, byte[] answer);
}
