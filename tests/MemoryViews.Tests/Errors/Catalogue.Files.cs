using System;
using System.IO;
using MemoryViews.Tests.Exporters;
using Microsoft.Win32.SafeHandles;

namespace MemoryViews.Tests.Errors;

internal static partial class Catalogue
{
    private static Provocation[] FilesSites =>
    [
        new("NoMapping", () => MappedFile.Open("/dev/zero"), "/dev/zero", "a character device", "into an array"),
        new("MadeUp", () => MappedFile.Open("/proc/cpuinfo"), "/proc/cpuinfo", "file system proc", "into an array"),
        new("CannotMap", MapSealed, "/proc/self/fd/", "cannot be mapped", "into an array"),
        new("CannotCreate", () => MappedFile.Create("/no/such/file", 1), "/no/such/file", "folder must be there"),
        new("CannotCreate", () => MappedFile.Create(Path.GetTempPath(), 1), "there already", "give another name"),
        new("CannotSetLength", LengthenSealed, "/proc/self/fd/", "a length of 9 bytes", "disk and file system"),
        new("NoAddresses", MapTooMuch, "1125899906842624", "part by part"),
        new("CutShort", CutShort, "to 3 bytes", "bytes 0 to 8", "open it again"),
        new("CutShortChecked", () => OnChecked((_, view) => view.ToBytes()), "now ends after 3 bytes", "bytes 0 to 8", "open it again"),
        new("CannotReadFile", ReadNothing, "/proc/self/mem", "bytes 2 to 6"),
        new("CannotWriteFile", WriteToReader, "bytes 2 to 6", "some of them"),
        new("CheckedLendsNothing", () => OnChecked((_, view) => view.Pin()), "has no address", "without isChecked"),
        new("IndirectChecked", () => OnChecked((file, _) => new BufferExport(null, file, Layout.Indirect(1, [1], [8], [0]), ItemFormat.UInt8, false).Dispose()), "follows pointers", "no addresses"),
        new("SnapshotForWriting", () => MappedFile.Open("/dev/zero", MapAccess.ReadWrite, isChecked: true), "/dev/zero", "CopyOnWrite"),
        new("SnapshotTooLong", () => MappedFile.Open("/dev/zero", isChecked: true), "67108864", "how many are wanted"),
        new("CannotFlush", () => Unmapped(source => source.Flush(5, source.Length - 5)), "Bytes 5 to 1099511627776", "flush again"),
        new("CannotAdvise", () => Unmapped(source => source.Advise(MapAdvice.WillNeed, 0, source.Length)), "WillNeed of bytes 0 to 1099511627776", "smaller range"),
        new("MappedRange", () => OnFile(8, file => file.Flush(5, 4)), "Bytes 5 to 9", "has 8 mapped"),
        new("UnknownMapAccess", () => MappedFile.Open("/dev/zero", (MapAccess)7), "7", "MapAccess.ReadOnly"),
        new("UnknownMapAdvice", () => OnFile(8, file => file.Advise((MapAdvice)77)), "77", "Random"),
        new("FileLength", () => MappedFile.Create("/no/such/file", -1), "-1", "0 to 9223372036854775807"),
        new("ResizeNeedsWriting", () => OnFile(8, file => MappedFile.Open(file.Path).Resize(9)), "for reading", "MapAccess.ReadWrite"),
        new("ResizeWouldCut", () => OnFile(8, file => MappedFile.Open(file.Path, MapAccess.ReadWrite, 1, 4).Resize(2)), "at byte 3", "has 8 bytes", "map it to its end"),
    ];

    private static void OnFile(long length, Action<MappedFile> use)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("memoryviews");
        try
        {
            using MappedFile file = MappedFile.Create(Path.Combine(folder.FullName, "data.bin"), length);
            use(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void CutShort() => OnFile(8, file =>
    {
        Cut(file.Path);
        file.Flush();
    });

    // A checked file of 8 bytes, of which 3 are left.
    private static void OnChecked(Action<MappedFile, MemoryView> use) => OnFile(8, file =>
    {
        using MappedFile same = MappedFile.Open(file.Path, isChecked: true);
        using MemoryView view = same.AsMemoryView();
        Cut(file.Path);
        use(same, view);
    });

    private static void Cut(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        stream.SetLength(3);
    }

    // Nothing is at the first addresses of any process.
    private static void ReadNothing()
    {
        using SafeFileHandle file = File.OpenHandle("/proc/self/mem");
        new CheckedFile(file, "/proc/self/mem", 0, 8, keepsWrites: false).Read(2, new byte[4]);
    }

    private static void WriteToReader() => OnFile(8, file =>
    {
        using SafeFileHandle reader = File.OpenHandle(file.Path, share: FileShare.ReadWrite | FileShare.Delete);
        new CheckedFile(reader, file.Path, 0, 8, keepsWrites: false).Write(2, new byte[4]);
    });

    private static void MapSealed()
    {
        using SealedFile file = new(8, SealedFile.NoWriting);
        MappedFile.Open(file.Path, MapAccess.ReadWrite);
    }

    // Some file systems take any length there is; this file takes none but its own.
    private static void LengthenSealed()
    {
        using SealedFile file = new(8, SealedFile.NoGrowing);
        using MappedFile mapped = MappedFile.Open(file.Path, MapAccess.ReadWrite);
        mapped.Resize(9);
    }

    private static void MapTooMuch()
    {
        using SealedFile file = new(1L << 50, 0);
        MappedFile.Open(file.Path);
    }

    // So many addresses do not fill again behind it, whatever other tests map meanwhile: the system finds a gap.
    private static void Unmapped(Action<FileSource> use)
    {
        const long Length = 1L << 40;
        using SealedFile memory = new(Length, 0);
        using SafeFileHandle file = FileOpening.Existing(memory.Path, MapAccess.ReadWrite);
        FileSource source = FileSource.Of(file, memory.Path, MapAccess.ReadWrite, 0, null, Length);
        source.Free();
        use(source);
    }
}
