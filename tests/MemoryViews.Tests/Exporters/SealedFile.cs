using System;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Xunit;

namespace MemoryViews.Tests.Exporters;

/// <summary>A file in memory that the system itself guards, so that failures come about for the superuser too. Linux only; tests skip elsewhere.</summary>
internal sealed class SealedFile : IDisposable
{
    public const int NoShrinking = 2;
    public const int NoGrowing = 4;
    public const int NoWriting = 8;

    private readonly SafeFileHandle _file;

    public SealedFile(long length, int seals)
    {
        const uint AllowSealing = 2;
        const int AddSeals = 1033;
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux seals files");
        _file = new SafeFileHandle(Create("memoryviews", AllowSealing), ownsHandle: true);
        System.IO.RandomAccess.SetLength(_file, length);
        Assert.Equal(0, Control(_file, AddSeals, seals));
    }

    /// <summary>A name by which this process can open it, as long as this is not disposed.</summary>
    public string Path => $"/proc/self/fd/{_file.DangerousGetHandle()}";

    public void Dispose() => _file.Dispose();

    [DllImport("libc", EntryPoint = "memfd_create")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Create([MarshalAs(UnmanagedType.LPUTF8Str)] string name, uint flags);

    [DllImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(SafeFileHandle file, int command, int argument);
}
