using System;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>The calls on mapped memory that .NET does not have, one place for all systems. Ranges may begin and end anywhere.</summary>
internal static partial class FileMemory
{
    /// <summary>Writes changed bytes to the file and waits for it. Nonzero: the system's error.</summary>
    public static int Flush(nint address, nint length)
    {
        if (OperatingSystem.IsWindows())
        {
            return FlushViewOfFile(address, length) ? 0 : Marshal.GetLastPInvokeError();
        }

        const int LinuxSync = 4, MacSync = 0x10, OtherSync = 0;
        (nint start, nint size) = PageMemory.Around(address, length);
        return ErrorOf(Sync(start, size, OperatingSystem.IsLinux() ? LinuxSync : OperatingSystem.IsMacOS() ? MacSync : OtherSync));
    }

    /// <summary>Passes advice on. Nonzero: the system's error.</summary>
    public static int Advise(nint address, nint length, int advice)
    {
        (nint start, nint size) = PageMemory.Around(address, length);
        return ErrorOf(AdvisePages(start, size, advice));
    }

    /// <summary>Asks Windows to read a range in.</summary>
    public static int Prefetch(nint address, nint length)
    {
        const int CurrentProcess = -1;
        Range range = new() { Address = address, Length = length };
        return PrefetchVirtualMemory(CurrentProcess, 1, in range, 0) ? 0 : Marshal.GetLastPInvokeError();
    }

    private static int ErrorOf(int result) => result == 0 ? 0 : Marshal.GetLastPInvokeError();

    [LibraryImport("libc", EntryPoint = "msync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(nint address, nint length, int flags);

    [LibraryImport("libc", EntryPoint = "madvise", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int AdvisePages(nint address, nint length, int advice);

    [LibraryImport("kernel32", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool FlushViewOfFile(nint address, nint length);

    [LibraryImport("kernel32", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool PrefetchVirtualMemory(nint process, nint count, in Range ranges, uint flags);

    private struct Range
    {
        public nint Address;
        public nint Length;
    }
}
