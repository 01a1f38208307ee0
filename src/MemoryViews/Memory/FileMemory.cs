using System;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>The calls on mapped memory that .NET does not have, one place for all systems. Ranges may begin and end anywhere.</summary>
internal static partial class FileMemory
{
    private const int ReadProtection = 1;
    private const int WriteProtection = 2;
    private const int Failed = -1;

    /// <summary>Writes changed bytes to the file and waits for it. Nonzero: the system's error.</summary>
    public static int Flush(nint address, nint length)
    {
        if (OperatingSystem.IsWindows())
        {
            return FlushViewOfFile(address, length) ? 0 : Marshal.GetLastPInvokeError();
        }

        const int LinuxSync = 4, MacSync = 0x10, OtherSync = 0;
        (nint start, nint size) = Pages(address, length);
        return ErrorOf(Sync(start, size, OperatingSystem.IsLinux() ? LinuxSync : OperatingSystem.IsMacOS() ? MacSync : OtherSync));
    }

    /// <summary>Passes advice on. Nonzero: the system's error.</summary>
    public static int Advise(nint address, nint length, int advice)
    {
        (nint start, nint size) = Pages(address, length);
        return ErrorOf(AdvisePages(start, size, advice));
    }

    /// <summary>Asks Windows to read a range in.</summary>
    public static int Prefetch(nint address, nint length)
    {
        const int CurrentProcess = -1;
        Range range = new() { Address = address, Length = length };
        return PrefetchVirtualMemory(CurrentProcess, 1, in range, 0) ? 0 : Marshal.GetLastPInvokeError();
    }

    /// <summary>
    /// Puts pages of zeros where a mapping was, in one step: memory and file are free, and who still reads an old address reads zeros.
    /// False where the system cannot; the mapping is as it was then.
    /// </summary>
    public static bool Vacate(nint address, nint length, bool isWritable)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS())
        {
            return false;
        }

        (nint start, nint size) = Pages(address, length);
        int protection = isWritable ? ReadProtection | WriteProtection : ReadProtection;
        try
        {
            // A system that counts every promise of memory may refuse writable pages, with the old ones gone already: it does not count read-only ones.
            return TryVacate(start, size, protection) || (isWritable && TryVacate(start, size, ReadProtection));
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return false; // a finalizer may have come here, where an exception would end the process
        }
    }

    private static bool TryVacate(nint start, nint size, int protection)
    {
        const int Private = 0x2, Fixed = 0x10, LinuxAnonymous = 0x20, LinuxNoReserve = 0x4000, MacAnonymous = 0x1000, MacNoReserve = 0x40;
        int flags = Private | Fixed | (OperatingSystem.IsLinux() ? LinuxAnonymous | LinuxNoReserve : MacAnonymous | MacNoReserve);
        return Map(start, size, protection, flags, Failed, 0) == start;
    }

    // Whole pages around a range. A mapping ends with its last page, so the sum stays below the end of the address space.
    private static (nint Start, nint Size) Pages(nint address, nint length)
    {
        nint mask = Environment.SystemPageSize - 1;
        nint start = address & ~mask;
        return (start, (address - start + length + mask) & ~mask);
    }

    private static int ErrorOf(int result) => result == 0 ? 0 : Marshal.GetLastPInvokeError();

    [LibraryImport("libc", EntryPoint = "msync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(nint address, nint length, int flags);

    [LibraryImport("libc", EntryPoint = "madvise", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int AdvisePages(nint address, nint length, int advice);

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Map(nint address, nint length, int protection, int flags, int file, nint offset);

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
