using System;
using System.IO;

namespace MemoryViews.Docs.Tests.Samples;

/// <summary>The guide's page "Lifetimes".</summary>
internal static class GuideLifetimes
{
    public static void DisposeEndsALoan()
    {
        // sample: dispose-ends-a-loan
        ByteArray bytes = new("abcdef"u8);
        MemoryView view = new(bytes);
        MemoryView part = view[2..];

        view.Dispose();                        // ends the loan, for every view made from it
        Console.WriteLine($"{view.IsReleased} {part.IsReleased}");
        bytes.Append((byte)'g');               // nobody looks any more
        // end
    }

    public static void ReleaseGivesBackOne()
    {
        // sample: release-gives-back-one
        ByteArray bytes = new("abcdef"u8);
        MemoryView view = new(bytes);
        MemoryView part = view[2..];

        view.Release();                        // Python's release: this view only
        Console.WriteLine($"{view.IsReleased} {part.IsReleased} {part.ToHexString()}");
        part.Release();                        // the last one
        bytes.Append((byte)'g');
        // end
    }

    public static void ShareOutlives()
    {
        // sample: share-outlives
        MemoryView kept;
        using (MemoryView view = new(new ByteArray("abcdef"u8)))
        {
            kept = view[2..].Share();          // a second holder, with a loan of its own
        }

        Console.WriteLine(kept.ToHexString());
        kept.Dispose();
        // end
    }

    public static void MemoryThatCloses()
    {
        // sample: memory-that-closes
        NativeBuffer buffer = NativeBuffer.Allocate(1024);
        MemoryView view = new(buffer);

        try
        {
            buffer.Close();                    // ClosePolicy.Fail: not while somebody holds it
        }
        catch (BufferException e)
        {
            Console.WriteLine($"{e.Code}, {e.Holders.Count} holder");
        }

        buffer.Dispose();                      // never throws; from here on the memory answers nobody
        try
        {
            view[0] = 1;
        }
        catch (ViewReleasedException)
        {
            Console.WriteLine("closed, and no freed memory was touched");
        }
        // end
    }

    public static void WhoHoldsIt()
    {
        // sample: who-holds-it
        NativeBuffer buffer = NativeBuffer.Allocate(1024);
        buffer.Label = "frames";
        MemoryView view = new(buffer);
        using (System.Buffers.MemoryHandle pin = view.Pin())
        {
            foreach (ExportHolder holder in buffer.Holders)
            {
                Console.WriteLine($"{holder.Label ?? "a view"}, less than an hour old: {holder.Age < TimeSpan.FromHours(1)}");
            }
        }

        view.Dispose();
        buffer.Close();
        // end
    }

    public static void WhatIsLeftBehind()
    {
        // sample: what-is-left-behind
        using LeakCheck check = LeakCheck.Start();

        NativeBuffer forgotten = NativeBuffer.Allocate(16);
        forgotten.Label = "scratch";

        foreach (Leak leak in check.Leaks)
        {
            Console.WriteLine($"{leak.Kind}: {leak.Label}");
        }

        forgotten.Close();
        check.ThrowIfAny();                    // a BufferException that names each one
        // end
    }

    public static void CheckedFile()
    {
        // sample: checked-file
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, new byte[100_000]);
        using MappedFile file = MappedFile.Open(path, isChecked: true);
        using MemoryView view = new(file);

        using (FileStream other = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            other.SetLength(3000);             // somebody else, at any time
        }

        Console.WriteLine(view[..3000].Count((byte)0));
        try
        {
            view.Get<byte>(5000);
        }
        catch (ViewFileException e)
        {
            Console.WriteLine(e.Message.Replace(path, "upload.bin", StringComparison.Ordinal));
        }

        File.Delete(path);
        // end
    }

    public static void AnExporter()
    {
        // sample: an-exporter
        Track track = new();
        track.Add(3, 4);
        using (MemoryView view = new(track))
        {
            Console.WriteLine($"{view} {view:g}");
            try
            {
                track.Add(5, 6);
            }
            catch (BufferException e)
            {
                Console.WriteLine($"{e.Holders.Count} holder");
            }
        }

        track.Add(5, 6);
        // end
    }

    // sample: an-exporter
    /// <summary>Points in one growing array, lent as (points, 2).</summary>
    private sealed class Track : IBufferExporter
    {
        private readonly ExportLock _exports = new();
        private float[] _numbers = new float[2];
        private int _count;

        public void Add(float x, float y)
        {
            _exports.ThrowIfLent("add a point");
            Array.Resize(ref _numbers, Math.Max(_numbers.Length, (_count + 1) * 2));
            (_numbers[_count * 2], _numbers[(_count * 2) + 1]) = (x, y);
            _count++;
        }

        public BufferExport GetBuffer(BufferRequest request)
        {
            Layout layout = Layout.Contiguous(sizeof(float), [_count, 2]);
            BufferExport loan = new(this, MemoryBlock.OfArray(_numbers), layout, ItemFormat.Of<float>(), isReadOnly: false);
            return _exports.Lend(loan.Narrow(request));
        }
    }
    // end
}
