using System.IO;
using System.IO.Compression;

namespace MemoryViews.Files;

/// <summary>Inflates a member into memory of exactly its declared size; one byte more or less is an error.</summary>
internal static class Inflater
{
    private const int MostPiece = 1 << 20;

    public static NativeBuffer Inflate(MemoryView raw, in ZipEntry entry)
    {
        NativeBuffer buffer = NativeBuffer.Allocate((nint)entry.Size, zeroed: false);
        try
        {
            using Stream source = raw.AsStream();
            using DeflateStream inflated = new(source, CompressionMode.Decompress);
            using MemoryView view = buffer.AsMemoryView();
            uint crc = Fill(inflated, view, entry);
            return crc == entry.Crc ? buffer : throw Error.Checksum(entry.Name, entry.Crc, crc);
        }
        catch (InvalidDataException e)
        {
            buffer.Dispose();
            throw Error.NotDeflate(entry.Name, e);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    private static uint Fill(DeflateStream inflated, MemoryView view, in ZipEntry entry)
    {
        uint crc = 0;
        nint filled = 0;
        while (filled < view.Length)
        {
            int piece = (int)nint.Min(MostPiece, view.Length - filled);
            using Lease lease = view.Slice(filled, piece).Lease();
            int read = inflated.ReadAtLeast(lease.Bytes, piece, throwOnEndOfStream: false);
            if (read < piece)
            {
                throw Error.InflatedShort(entry.Name, entry.Size, filled + read);
            }

            crc = Crc32.Append(crc, lease.Bytes);
            filled += piece;
        }

        return inflated.ReadByte() < 0 ? crc : throw Error.InflatedLong(entry.Name, entry.Size);
    }
}
