using System;

namespace MemoryViews;

/// <summary>Translates advice into what this system calls it.</summary>
internal static class FileAdvice
{
    /// <summary>What the system answers to advice it does not have, or not for this file or at this time.</summary>
    private const int NotPermitted = 1, BadFile = 9, LinuxTryAgain = 11, Invalid = 22, LinuxNoCall = 38, LinuxNotSupported = 95, MacNotSupported = 45;

    /// <summary>Passes advice on.</summary>
    /// <param name="address">The first byte it is about.</param>
    /// <param name="length">Bytes it is about, at least 1.</param>
    /// <param name="advice">A defined advice.</param>
    /// <param name="keepsWrites">Whether what was written is in memory only, so that no page may be dropped.</param>
    /// <param name="error">The system's error where it tried and failed; otherwise 0.</param>
    /// <returns>Whether the system took it.</returns>
    public static bool TryGive(nint address, nint length, MapAdvice advice, bool keepsWrites, out int error)
    {
        error = 0;
        if (OperatingSystem.IsWindows())
        {
            return advice is MapAdvice.WillNeed or MapAdvice.Populate && FileMemory.Prefetch(address, length) == 0;
        }

        if ((OperatingSystem.IsLinux() ? OnLinux(advice, keepsWrites) : OperatingSystem.IsMacOS() ? OnMac(advice, keepsWrites) : null) is not { } number)
        {
            return false;
        }

        error = FileMemory.Advise(address, length, number);
        if (!IsRefusal(error))
        {
            return error == 0;
        }

        error = 0;
        return false;
    }

    private static int? OnLinux(MapAdvice advice, bool keepsWrites) => advice switch
    {
        MapAdvice.Normal => 0,
        MapAdvice.Random => 1,
        MapAdvice.Sequential => 2,
        MapAdvice.WillNeed => 3,
        MapAdvice.DontNeed => keepsWrites ? 20 : 4, // MADV_DONTNEED drops private pages with what was written to them, MADV_COLD swaps them out
        MapAdvice.Populate => 22,
        MapAdvice.HugePages => 14,
        _ => 15,
    };

    private static int? OnMac(MapAdvice advice, bool keepsWrites) => advice switch
    {
        MapAdvice.Normal => 0,
        MapAdvice.Random => 1,
        MapAdvice.Sequential => 2,
        MapAdvice.WillNeed or MapAdvice.Populate => 3,
        MapAdvice.DontNeed when !keepsWrites => 4,
        _ => null,
    };

    private static bool IsRefusal(int error)
        => error is NotPermitted or BadFile or Invalid || (OperatingSystem.IsLinux() ? error is LinuxTryAgain or LinuxNoCall or LinuxNotSupported : error == MacNotSupported);
}
