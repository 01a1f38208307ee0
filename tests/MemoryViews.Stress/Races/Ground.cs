using System;
using System.Collections.Concurrent;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace MemoryViews.Stress.Races;

/// <summary>
/// Memory with an owner of its own, who lends it and takes it back: it is poisoned, then every touch faults, and only after a while is it lent
/// again. Who touches it late reads poison, or ends the process.
/// <code>
///   lent ── came back ──▶ poison ──▶ no access ── after a hundred others ──▶ pattern ──▶ lent
/// </code>
/// </summary>
internal static unsafe partial class Ground
{
    public const int Bytes = 16 * 1024;

    private const int LeastResting = 100;

    private static readonly ConcurrentQueue<nint> s_resting = new();

    /// <summary>Memory full of a pattern.</summary>
    public static nint Take(int pattern)
    {
        nint address = s_resting.Count > LeastResting && s_resting.TryDequeue(out nint rested) ? rested : PageMemory.Allocate(Bytes);
        Protect(address, isOpen: true);
        new Span<int>((void*)address, Bytes / sizeof(int)).Fill(pattern);
        return address;
    }

    public static void GiveBack(nint address)
    {
        new Span<int>((void*)address, Bytes / sizeof(int)).Fill(Pattern.Poison);
        Protect(address, isOpen: false);
        s_resting.Enqueue(address);
    }

    private static void Protect(nint address, bool isOpen)
    {
        const int None = 0, ReadWrite = 3;
        if (ProtectPages(address, Bytes, isOpen ? ReadWrite : None) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ProtectPages(nint address, nint length, int protection);
}
