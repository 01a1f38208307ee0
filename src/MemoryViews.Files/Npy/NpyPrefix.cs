using System;
using System.Buffers.Binary;

namespace MemoryViews.Files;

/// <summary>
/// The fixed start of an npy file:
/// <code>
/// byte  0        6       7       8                  10 or 12        DataOffset
///       | 93 NUMPY | major | minor | header length     | header, '\n'  | items
///                                  (2 bytes in 1.0, 4 from 2.0 on, little-endian)
/// </code>
/// </summary>
internal readonly record struct NpyPrefix(int Major, int Length, int HeaderLength)
{
    /// <summary>Bytes up to the end of the header length, in the longest version.</summary>
    public const int MostBytes = 12;

    /// <summary>Where the items start.</summary>
    public int DataOffset => Length + HeaderLength;

    public static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads the prefix from the first bytes there are, 12 or fewer.</summary>
    public static NpyPrefix Parse(ReadOnlySpan<byte> start, NpyOptions options)
    {
        if (!start.StartsWith(Magic))
        {
            throw Error.NotNpy(start);
        }

        if (start.Length < 8)
        {
            throw Error.HeaderTruncated(10, start.Length);
        }

        if (start[6] is < 1 or > 3 || start[7] != 0)
        {
            throw Error.NpyVersion(start[6], start[7]);
        }

        int length = start[6] == 1 ? 10 : 12;
        if (start.Length < length)
        {
            throw Error.HeaderTruncated(length, start.Length);
        }

        uint header = length == 10 ? BinaryPrimitives.ReadUInt16LittleEndian(start[8..]) : BinaryPrimitives.ReadUInt32LittleEndian(start[8..]);
        return header <= (uint)Math.Max(0, options.MaxHeaderBytes)
            ? new(start[6], length, (int)header)
            : throw Error.HeaderTooLong(header, options.MaxHeaderBytes);
    }
}
