namespace MemoryViews.Interchange;

/// <summary>Arrow's bitmaps, least significant bit first: item i is bit i % 8 of byte i / 8.</summary>
internal static unsafe class BitItems
{
    /// <summary>A bit.</summary>
    public static bool Get(byte* bits, long index) => (bits[index >> 3] >> (int)(index & 7) & 1) != 0;

    /// <summary>Zeros among the bits [first, first + count).</summary>
    public static long CountZeros(byte* bits, long first, long count)
    {
        long zeros = 0;
        for (long i = 0; i < count; i++)
        {
            zeros += Get(bits, first + i) ? 0 : 1;
        }

        return zeros;
    }

    /// <summary>Bytes of 0 and 1 from bits.</summary>
    public static void Unpack(byte* bits, long first, byte* bytes, long count)
    {
        for (long i = 0; i < count; i++)
        {
            bytes[i] = Get(bits, first + i) ? (byte)1 : (byte)0;
        }
    }

    /// <summary>Bits from bytes, where all but 0 is true. The bits are zeros at the start.</summary>
    public static void Pack(byte* bytes, byte* bits, long count)
    {
        for (long i = 0; i < count; i++)
        {
            bits[i >> 3] |= (byte)((bytes[i] != 0 ? 1 : 0) << (int)(i & 7));
        }
    }
}
