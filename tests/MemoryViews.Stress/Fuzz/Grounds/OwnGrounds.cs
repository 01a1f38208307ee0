using System;

namespace MemoryViews.Stress.Fuzz;

/// <summary>The library's own exporters.</summary>
internal static unsafe class OwnGrounds
{
    public static Ground Bytes(Chance chance)
    {
        byte[] content = chance.Bytes(GroundKinds.Length(chance));
        Bytes bytes = new(content);
        return Flat("Bytes", content, into => bytes.AsSpan().CopyTo(into), bytes.AsMemoryView, isReadOnly: true);
    }

    public static Ground ByteArray(Chance chance)
    {
        byte[] content = chance.Bytes(GroundKinds.Length(chance));
        ByteArray array = new(content);
        return Flat("a ByteArray", content, into => array.ToArray().CopyTo(into, 0), array.AsMemoryView, resize: () => array.Append(1));
    }

    public static Ground TypedArray(Chance chance)
    {
        ScalarModel item = Formats.Of(chance.Of<string>(["b", "B", "h", "H", "i", "I", "l", "L", "q", "Q", "f", "d", "w"]));
        int count = GroundKinds.Length(chance) / item.Size;
        byte[] content = chance.Bytes(count * item.Size);
        TypedArray array = MemoryViews.TypedArray.OfBytes(item.Text, content);
        return new Ground
        {
            Name = $"a TypedArray of {item.Text}",
            Model = content,
            Look = into => array.ToBytes().CopyTo(into, 0),
            Open = array.AsMemoryView,
            Item = item,
            Shape = [count],
            Places = GroundKinds.Row(0, count, item.Size),
            Resize = count == 0 ? null : () => array.Repeat(2),
        };
    }

    public static Ground Native(Chance chance) => Native(chance, nint.MaxValue);

    /// <summary>Memory that opens few bytes at once: every bulk operation runs in pieces, as over files that are read through the kernel.</summary>
    public static Ground InPieces(Chance chance) => Native(chance, chance.From(16, 64));

    /// <summary>Plain bytes from place 0.</summary>
    public static Ground Flat(
        string name, byte[] content, Action<byte[]> look, Func<MemoryView> open, bool isReadOnly = false, Action? resize = null, Action? close = null, Action? free = null, Verdict addresses = Verdict.Succeeds)
        => new()
        {
            Name = name,
            Model = content,
            Look = look,
            Open = open,
            Item = Formats.Byte,
            Shape = [content.Length],
            Places = GroundKinds.Row(0, content.Length, 1),
            IsReadOnly = isReadOnly,
            Resize = resize,
            Close = close,
            Free = free,
            Addresses = addresses,
        };

    private static Ground Native(Chance chance, nint mostAtOnce)
    {
        byte[] content = chance.Bytes(GroundKinds.Length(chance));
        NativeBuffer buffer = NativeBuffer.Allocate(content.Length, 1 << chance.Below(8), chance.OneIn(2));
        content.CopyTo(new Span<byte>((void*)buffer.Start, content.Length));
        buffer.MostAtOnce = mostAtOnce;
        return Flat(
            mostAtOnce == nint.MaxValue ? "a NativeBuffer" : $"a NativeBuffer in pieces of {mostAtOnce}",
            content,
            into =>
            {
                new ReadOnlySpan<byte>((void*)buffer.Start, into.Length).CopyTo(into);
                GC.KeepAlive(buffer);
            },
            buffer.AsMemoryView,
            close: buffer.Dispose,
            free: buffer.Dispose);
    }
}
