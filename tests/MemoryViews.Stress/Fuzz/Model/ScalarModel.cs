using System;
using System.Buffers.Binary;
using System.Numerics;

namespace MemoryViews.Stress.Fuzz;

/// <summary>What kind of value a scalar is.</summary>
internal enum Family
{
    Signed,
    Unsigned,
    Float,
    Complex,
    Truth,
    Byte,
    Text,
}

/// <summary>One number, character or truth value, in either byte order.</summary>
internal sealed class ScalarModel(string mark, string code, Family family, int size) : ItemModel(mark + code, size)
{
    public Family Family { get; } = family;

    public string Code { get; } = code;

    public bool IsBig { get; } = mark is ">" or "!";

    public override ScalarModel Scalar => this;

    /// <summary>The same bits mean the same value: a typed access moves them.</summary>
    public bool SameKind(ScalarModel other) => Family == other.Family && Size == other.Size && Family != Family.Truth;

    /// <summary>The bytes with the lowest first; the two parts of a complex number each.</summary>
    public byte[] Little(ReadOnlySpan<byte> item)
    {
        byte[] bytes = item[..Size].ToArray();
        if (IsBig)
        {
            int part = Family == Family.Complex ? Size / 2 : Size;
            for (int at = 0; at < Size; at += part)
            {
                bytes.AsSpan(at, part).Reverse();
            }
        }

        return bytes;
    }

    public void StoreLittle(Span<byte> item, ReadOnlySpan<byte> little) => Little(little).CopyTo(item);

    public override object Read(ReadOnlySpan<byte> item)
    {
        byte[] bytes = Little(item);
        return (Family, Size) switch
        {
            (Family.Signed, 1) => (sbyte)bytes[0],
            (Family.Unsigned, 1) => bytes[0],
            (Family.Signed, 2) => BinaryPrimitives.ReadInt16LittleEndian(bytes),
            (Family.Unsigned, 2) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
            (Family.Signed, 4) => BinaryPrimitives.ReadInt32LittleEndian(bytes),
            (Family.Unsigned, 4) => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
            (Family.Signed, 8) when Code == "n" => (nint)BinaryPrimitives.ReadInt64LittleEndian(bytes),
            (Family.Unsigned, 8) when Code is "N" or "P" => (nuint)BinaryPrimitives.ReadUInt64LittleEndian(bytes),
            (Family.Signed, 8) => BinaryPrimitives.ReadInt64LittleEndian(bytes),
            (Family.Unsigned, 8) => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
            (Family.Float, 2) => BinaryPrimitives.ReadHalfLittleEndian(bytes),
            (Family.Float, 4) => BinaryPrimitives.ReadSingleLittleEndian(bytes),
            (Family.Float, 8) => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
            (Family.Complex, 8) => new Complex(BinaryPrimitives.ReadSingleLittleEndian(bytes), BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(4))),
            (Family.Complex, 16) => new Complex(BinaryPrimitives.ReadDoubleLittleEndian(bytes), BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(8))),
            (Family.Truth, _) => bytes[0] != 0,
            (Family.Byte, _) => bytes,
            (Family.Text, 2) => (char)BinaryPrimitives.ReadUInt16LittleEndian(bytes),
            _ => new CodePoint(BinaryPrimitives.ReadUInt32LittleEndian(bytes)),
        };
    }

    public override void Write(Span<byte> item, object? value)
    {
        if (value is byte[] single)
        {
            item[0] = single[0];
        }
        else if (value is string text)
        {
            StoreLittle(item, BitConverter.GetBytes(char.ConvertToUtf32(text, 0)));
        }
        else
        {
            StoreLittle(item, Numbers.Convert(value!, this) ?? throw new FuzzFailure($"the model invents {value} for '{Text}'"));
        }
    }

    public override object? Invent(Chance chance)
    {
        if (Family == Family.Text && Size == 4)
        {
            return chance.Of<string>(["a", "é", "😀", "\0", "中"]);
        }

        // A NaN may come back with other bits, as the hardware likes: what is stored is never one.
        object? value;
        do
        {
            value = Read(chance.Bytes(Size));
        }
        while (Values.HoldsNaN(value));

        return value;
    }
}

/// <summary>One w: compared by its number, whether that is a character or not.</summary>
internal readonly record struct CodePoint(uint Number)
{
    /// <summary>What the library gives for it.</summary>
    public string Text => System.Text.Rune.IsValid(Number) ? new System.Text.Rune(Number).ToString() : "\uFFFD";
}
