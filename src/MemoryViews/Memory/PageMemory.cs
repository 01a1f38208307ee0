using System;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>Whole pages from the system, and the trick that closing rests on: other pages put in their place while somebody may look.</summary>
/// <remarks>
/// <code>
///   open      | 0x7f..000  the pages with the data        |   reads give data
///   closing     state word: closed                            reads give data, then the check throws
///   replaced  | 0x7f..000  pages of zeros, untouched      |   reads give zeros, then the check throws; the memory is given back
///   unmapped    by the block's finalizer                      no frame holds the block, so nobody has the address
/// </code>
/// </remarks>
internal static partial class PageMemory
{
    private const int ReadProtection = 1;
    private const int WriteProtection = 2;
    private const int Failed = -1;

    [ThreadStatic]
    private static bool s_isForbidden;

    /// <summary>Whether pages can be replaced in one step, under those who look. Where not, accesses are counted instead.</summary>
    public static bool CanReplace => !s_isForbidden && (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS());

    /// <summary>Memory made on this thread meanwhile is guarded as on systems that cannot replace pages. For tests.</summary>
    public static ForbiddenScope Forbid()
    {
        ForbiddenScope scope = new(s_isForbidden);
        s_isForbidden = true;
        return scope;
    }

    /// <summary>Pages of zeros; 0 when the system has none to give.</summary>
    public static nint Allocate(nint length)
    {
        nint address = Map(0, length, ReadProtection | WriteProtection, Anonymous(reserve: true), Failed, 0);
        return address == Failed ? 0 : address;
    }

    /// <summary>Lets nobody touch pages any more. False where the system cannot.</summary>
    public static bool TryForbid(nint address, nint length) => Protect(address, length, 0) == 0;

    public static void Free(nint address, nint length) => _ = Unmap(address, length);

    /// <summary>
    /// As <see cref="TryReplace"/>, for pages from <see cref="Allocate"/>: Linux empties those in place, without another promise of memory that
    /// it could refuse.
    /// </summary>
    public static bool TryEmpty(nint address, nint length)
    {
        const int DontNeed = 4;
        return (OperatingSystem.IsLinux() && FileMemory.Advise(address, length, DontNeed) == 0) || TryReplace(address, length, isWritable: true);
    }

    /// <summary>
    /// Puts pages of zeros where a mapping was, in one step: memory and file are free, and who still reads an old address reads zeros.
    /// False where the system cannot; the mapping is as it was then. Ranges may begin and end inside a page, and then take all of it.
    /// </summary>
    public static bool TryReplace(nint address, nint length, bool isWritable)
    {
        (nint start, nint size) = Around(address, length);
        int protection = isWritable ? ReadProtection | WriteProtection : ReadProtection;
        try
        {
            // A system that counts every promise of memory may refuse writable pages, with the old ones gone already: it does not count read-only ones.
            return IsReplaced(start, size, protection) || (isWritable && IsReplaced(start, size, ReadProtection));
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return false; // a finalizer may have come here, where an exception would end the process
        }
    }

    /// <summary>Whole pages around a range. A mapping ends with its last page, so the sum stays below the end of the address space.</summary>
    public static (nint Start, nint Size) Around(nint address, nint length)
    {
        nint mask = Environment.SystemPageSize - 1;
        nint start = address & ~mask;
        return (start, (address - start + length + mask) & ~mask);
    }

    private static bool IsReplaced(nint start, nint size, int protection)
    {
        const int Fixed = 0x10;
        return Map(start, size, protection, Anonymous(reserve: false) | Fixed, Failed, 0) == start;
    }

    // Pages that replace others are not meant to be written, so nothing is set aside for them.
    private static int Anonymous(bool reserve)
    {
        const int Private = 0x2, LinuxAnonymous = 0x20, LinuxNoReserve = 0x4000, MacAnonymous = 0x1000, MacNoReserve = 0x40;
        return OperatingSystem.IsMacOS()
            ? Private | MacAnonymous | (reserve ? 0 : MacNoReserve)
            : Private | LinuxAnonymous | (reserve ? 0 : LinuxNoReserve);
    }

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Map(nint address, nint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Unmap(nint address, nint length);

    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Protect(nint address, nint length, int protection);

    /// <summary>Ends the pretence.</summary>
    public readonly ref struct ForbiddenScope(bool before)
    {
        public void Dispose() => s_isForbidden = before;
    }
}
