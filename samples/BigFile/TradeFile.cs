using System;
using System.Buffers.Binary;
using System.IO;

namespace MemoryViews.Samples.BigFile;

/// <summary>Writes trades as any program might: one after the other, to a stream.</summary>
internal static class TradeFile
{
    private const int RecordSize = 24;

    public static void Write(string path, int records)
    {
        using BufferedStream stream = new(File.Create(path), 1 << 20);
        Span<byte> record = stackalloc byte[RecordSize];
        double price = 100;
        uint random = 42;
        for (int i = 0; i < records; i++)
        {
            // A linear congruential generator: the same file on every machine.
            random = unchecked((random * 1664525) + 1013904223);
            price = Math.Clamp(price + (((int)(random >> 16) - 32768) / 65536.0), 50, 150);
            BinaryPrimitives.WriteInt64LittleEndian(record, 1_700_000_000 + (i / 10));
            BinaryPrimitives.WriteDoubleLittleEndian(record[8..], Math.Round(price, 2));
            BinaryPrimitives.WriteUInt32LittleEndian(record[16..], 1 + ((random >> 8) % 500));
            (random >> 30 == 0 ? "NOVA"u8 : "ACME"u8).CopyTo(record[20..]);
            stream.Write(record);
        }
    }
}
