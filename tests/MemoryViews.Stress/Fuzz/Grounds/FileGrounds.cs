using System;
using System.IO;

namespace MemoryViews.Stress.Fuzz;

/// <summary>Mapped files in every access. A file is one of a few that are used over and over by one thread: making one costs more than an operation.</summary>
internal static unsafe class FileGrounds
{
    public static Ground ReadOnly(Chance chance) => Make(chance, MapAccess.ReadOnly);

    public static Ground ReadWrite(Chance chance) => Make(chance, MapAccess.ReadWrite);

    public static Ground CopyOnWrite(Chance chance) => Make(chance, MapAccess.CopyOnWrite);

    private static Ground Make(Chance chance, MapAccess access)
    {
        byte[] whole = chance.Bytes(GroundKinds.Length(chance) + 1);
        int start = chance.OneIn(2) ? 0 : chance.Below(whole.Length), length = chance.From(1, whole.Length - start);
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, whole);
        MappedFile file = MappedFile.Open(path, access, start, length);
        byte[] content = whole[start..(start + length)];
        return OwnGrounds.Flat(
            $"a file mapped {access} from {start}",
            content,
            into =>
            {
                new ReadOnlySpan<byte>((void*)file.Start, into.Length).CopyTo(into);
                GC.KeepAlive(file);
            },
            file.AsMemoryView,
            isReadOnly: access == MapAccess.ReadOnly,
            close: file.Dispose,
            free: () => Finish(file, path, whole, start, access == MapAccess.ReadWrite ? content : whole[start..(start + length)]));
    }

    // What was written must be in the file, or must not, and nothing beside the part that was mapped may have changed.
    private static void Finish(MappedFile file, string path, byte[] whole, int start, byte[] part)
    {
        file.Dispose();
        byte[] now = File.ReadAllBytes(path);
        File.Delete(path);
        part.CopyTo(whole, start);
        if (!now.AsSpan().SequenceEqual(whole))
        {
            throw new FuzzFailure($"{file.Path} mapped {file.Access} holds {Convert.ToHexString(now)}, should be {Convert.ToHexString(whole)}");
        }
    }
}
