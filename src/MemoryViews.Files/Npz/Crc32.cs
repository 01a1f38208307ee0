using System;
using System.Buffers.Binary;

namespace MemoryViews.Files;

/// <summary>
/// The checksum of zip archives: the reversed polynomial 0xEDB88320, eight bytes a step. Table k holds the checksum of a byte with k zero bytes behind it,
/// so the eight look-ups of a step are independent of each other.
/// </summary>
internal static class Crc32
{
    private const int Tables = 8;

    private static readonly uint[] s_tables = Build();

    /// <summary>The checksum of what came before, 0 at first, and these bytes behind it.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        uint state = ~crc;
        while (bytes.Length >= Tables)
        {
            state = Step(state ^ BinaryPrimitives.ReadUInt32LittleEndian(bytes), BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]));
            bytes = bytes[Tables..];
        }

        foreach (byte value in bytes)
        {
            state = (state >> 8) ^ s_tables[(byte)(state ^ value)];
        }

        return ~state;
    }

    private static uint Step(uint low, uint high) =>
        Table(7, low) ^ Table(6, low >> 8) ^ Table(5, low >> 16) ^ Table(4, low >> 24)
        ^ Table(3, high) ^ Table(2, high >> 8) ^ Table(1, high >> 16) ^ Table(0, high >> 24);

    private static uint Table(int zeros, uint value) => s_tables[(zeros << 8) | (byte)value];

    private static uint[] Build()
    {
        uint[] tables = new uint[Tables * 256];
        for (uint i = 0; i < 256; i++)
        {
            uint state = i;
            for (int bit = 0; bit < 8; bit++)
            {
                state = (state >> 1) ^ ((state & 1) * 0xEDB88320u);
            }

            tables[i] = state;
        }

        for (int i = 256; i < tables.Length; i++)
        {
            tables[i] = (tables[i - 256] >> 8) ^ tables[(byte)tables[i - 256]];
        }

        return tables;
    }
}
