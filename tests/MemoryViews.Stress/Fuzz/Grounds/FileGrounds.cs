using System;
using System.IO;

namespace MemoryViews.Stress.Fuzz;

/// <summary>Files in every access, mapped and checked.</summary>
internal static unsafe class FileGrounds
{
    public static Ground ReadOnly(Chance chance) => Mapped(chance, MapAccess.ReadOnly);

    public static Ground ReadWrite(Chance chance) => Mapped(chance, MapAccess.ReadWrite);

    public static Ground CopyOnWrite(Chance chance) => Mapped(chance, MapAccess.CopyOnWrite);

    public static Ground CheckedReadOnly(Chance chance) => Checked(chance, MapAccess.ReadOnly);

    public static Ground CheckedReadWrite(Chance chance) => Checked(chance, MapAccess.ReadWrite);

    public static Ground CheckedCopyOnWrite(Chance chance) => Checked(chance, MapAccess.CopyOnWrite);

    /// <summary>One file, mapped and checked at once: a copy between the two is a copy inside one memory.</summary>
    public static Ground Twice(Chance chance)
    {
        Content content = new(chance);
        MappedFile mapped = content.Open(MapAccess.ReadWrite, false), byCalls = content.Open(MapAccess.ReadWrite, true);
        byCalls.MostAtOnce = chance.From(16, 64);
        int opened = 0;
        return OwnGrounds.Flat(
            $"a file mapped and checked from {content.Start}",
            content.Part,
            into => Peek(mapped, into),
            () => opened++ % 2 == 0 ? mapped.AsMemoryView() : byCalls.AsMemoryView(),
            free: () =>
            {
                byCalls.Dispose();
                content.Finish(mapped);
            },
            addresses: Verdict.Either);
    }

    private static Ground Mapped(Chance chance, MapAccess access)
    {
        Content content = new(chance);
        MappedFile file = content.Open(access, false);
        return OwnGrounds.Flat(
            $"a file mapped {access} from {content.Start}",
            content.Part,
            into => Peek(file, into),
            file.AsMemoryView,
            isReadOnly: access == MapAccess.ReadOnly,
            close: file.Dispose,
            free: () => content.Finish(file));
    }

    // What is written privately is nowhere but in the views: there, one of its own looks.
    private static Ground Checked(Chance chance, MapAccess access)
    {
        Content content = new(chance);
        MappedFile file = content.Open(access, true);
        file.MostAtOnce = chance.OneIn(2) ? chance.From(16, 64) : file.MostAtOnce;
        return OwnGrounds.Flat(
            $"a checked file {access} from {content.Start}",
            content.Part,
            access == MapAccess.CopyOnWrite ? into => Ask(file, into) : content.Read,
            file.AsMemoryView,
            isReadOnly: access == MapAccess.ReadOnly,
            close: file.Dispose,
            free: () => content.Finish(file),
            addresses: Verdict.Refused);
    }

    private static void Peek(MappedFile file, byte[] into)
    {
        new ReadOnlySpan<byte>((void*)file.Start, into.Length).CopyTo(into);
        GC.KeepAlive(file);
    }

    private static void Ask(MappedFile file, byte[] into)
    {
        using MemoryView view = file.AsMemoryView();
        view.CopyTo(into.AsSpan());
    }

    /// <summary>A temporary file, and the part of it that is opened.</summary>
    private sealed class Content
    {
        private readonly string _path = Path.GetTempFileName();
        private readonly byte[] _whole;

        public Content(Chance chance)
        {
            _whole = chance.Bytes(GroundKinds.Length(chance) + 1);
            Start = chance.OneIn(2) ? 0 : chance.Below(_whole.Length);
            Part = _whole[Start..(Start + chance.From(1, _whole.Length - Start))];
            File.WriteAllBytes(_path, _whole);
        }

        public int Start { get; }

        /// <summary>The bytes opened, as the model changes them.</summary>
        public byte[] Part { get; }

        public MappedFile Open(MapAccess access, bool isChecked) => MappedFile.Open(_path, access, Start, Part.Length, isChecked);

        public void Read(byte[] into) => File.ReadAllBytes(_path).AsSpan(Start, into.Length).CopyTo(into);

        // What was written must be in the file, or must not, and nothing beside the part that was opened may have changed.
        public void Finish(MappedFile file)
        {
            file.Dispose();
            byte[] now = File.ReadAllBytes(_path);
            File.Delete(_path);
            if (file.Access == MapAccess.ReadWrite)
            {
                Part.CopyTo(_whole, Start);
            }

            if (!now.AsSpan().SequenceEqual(_whole))
            {
                throw new FuzzFailure($"a file opened {file.Access} holds {Convert.ToHexString(now)}, should hold {Convert.ToHexString(_whole)}");
            }
        }
    }
}
