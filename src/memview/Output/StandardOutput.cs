using System;
using System.IO;
using System.Runtime.InteropServices;

namespace MemoryViews.Command;

/// <summary>
/// Standard output, written with write(2). The console's own stream swallows the news that the reader has gone, and a FileStream on
/// descriptor 1 writes at offsets of its own, so two commands that share one redirected file would overwrite each other.
/// </summary>
internal sealed class StandardOutput : Stream
{
    private const int Descriptor = 1;
    private const int Interrupted = 4;
    private const int BrokenPipe = 32;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw Error.NoStreamPosition();

    public override long Position
    {
        get => throw Error.NoStreamPosition();
        set => throw Error.NoStreamPosition();
    }

    /// <summary>The stream for this system.</summary>
    public static Stream Open() => OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : new StandardOutput();

    /// <exception cref="ReaderGoneException">Nobody reads any more.</exception>
    /// <exception cref="Refusal">The disk is full, or the descriptor closed.</exception>
    public override void Write(byte[] buffer, int offset, int count)
    {
        while (count > 0)
        {
            nint written = WriteBytes(Descriptor, in buffer[offset], count);
            if (written >= 0)
            {
                offset += (int)written;
                count -= (int)written;
                continue;
            }

            switch (Marshal.GetLastPInvokeError())
            {
                case Interrupted:
                    continue;
                case BrokenPipe:
                    throw Error.ReaderGone();
                case int error:
                    throw Error.CannotWrite(Marshal.GetPInvokeErrorMessage(error));
            }
        }
    }

    public override void Flush()
    {
        // Every write goes straight to the system.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw Error.NoStreamPosition();

    public override long Seek(long offset, SeekOrigin origin) => throw Error.NoStreamPosition();

    public override void SetLength(long value) => throw Error.NoStreamPosition();

    [DllImport("libc", EntryPoint = "write", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint WriteBytes(int descriptor, in byte first, nint count);
}
