using System;

namespace MemoryViews.Stress.Fuzz;

/// <summary>A field of bytes, "5s", or of Pascal bytes, "5p".</summary>
internal sealed class BytesModel(string mark, bool isPascal, int size) : ItemModel($"{mark}{size}{(isPascal ? 'p' : 's')}", size)
{
    public override object? Read(ReadOnlySpan<byte> item)
        => isPascal ? item.Slice(1, Math.Min(item[0], Size - 1)).ToArray() : item[..Size].ToArray();

    public override void Write(Span<byte> item, object? value)
    {
        byte[] bytes = (byte[])value!;
        Span<byte> room = isPascal ? item[1..Size] : item[..Size];
        int length = Math.Min(bytes.Length, room.Length);
        room.Clear();
        bytes.AsSpan(0, length).CopyTo(room);
        if (isPascal)
        {
            item[0] = (byte)length;
        }
    }

    public override object? Invent(Chance chance) => chance.Bytes(chance.Below(Size + 2));
}

/// <summary>Bytes whose meaning the model leaves alone: a long double, or items that have another size than their format.</summary>
internal sealed class OpaqueModel(string text, int size, bool isReadable) : ItemModel(text, size)
{
    public override bool IsReadable => isReadable;

    public override bool HasValue => false;

    public override object? Read(ReadOnlySpan<byte> item) => throw new FuzzFailure($"the model was asked for a value of '{Text}'");

    public override void Write(Span<byte> item, object? value) => throw new FuzzFailure($"the model was asked to store '{Text}'");

    public override object? Invent(Chance chance) => throw new FuzzFailure($"the model was asked for a value of '{Text}'");
}
