using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MemoryViews;

/// <summary>
/// The next 16 bytes of a destination, taken from one load of 16 bytes of the source in any order: byte order, packing and padding in one
/// instruction. Of the last one, only the bytes that the destination has are stored.
/// <code>
///   record   I I I I h h H H d d d d d d d d f f f f              "&gt;IhHdf", 20 bytes
///            '-------- first load ---------'
///                    '-------- second load ---------'
///   struct   I I I I h h H H d d d d d d d d | f f f f . . . .    16 stored, then 8
/// </code>
/// Stores do not overlap, so that a load of several fields behind them finds its bytes in one of them.
/// </summary>
internal readonly struct StructShuffle
{
    /// <summary>Bytes of one load and of one whole store.</summary>
    public const int Width = 16;

    /// <summary>The longest record and struct for which moves are compiled. Longer ones gain nothing, and the tables would be long.</summary>
    public const int MostBytes = 256;

    // A byte that comes from nowhere: an index with the high bit set gives 0 on every processor.
    private const byte Zero = 0xFF;

    private readonly Vector128<byte> _indices;
    private readonly nuint _from;

    private StructShuffle(ReadOnlySpan<byte> indices, int from)
    {
        _indices = Vector128.Create(indices);
        _from = (nuint)from;
    }

    /// <summary>The shuffles that write a whole destination; none when the moves do not come as loads of 16 bytes.</summary>
    /// <param name="moves">What goes where.</param>
    /// <param name="fromSize">Bytes of the source.</param>
    /// <param name="toSize">Bytes of the destination.</param>
    public static StructShuffle[] Compile(StructMove[] moves, int fromSize, int toSize)
    {
        if (!Vector128.IsHardwareAccelerated || fromSize is < Width or > MostBytes || toSize > MostBytes)
        {
            return [];
        }

        Span<short> map = stackalloc short[toSize];
        Map(moves, map);
        StructShuffle[] shuffles = new StructShuffle[(toSize + Width - 1) / Width];
        for (int i = 0; i < shuffles.Length; i++)
        {
            int to = i * Width;
            if (!TryMake(map[to..Math.Min(to + Width, toSize)], fromSize, out shuffles[i]))
            {
                return [];
            }
        }

        return shuffles;
    }

    /// <summary>The bytes for the destination.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<byte> Take(ref readonly byte from) => Vector128.ShuffleNative(Vector128.LoadUnsafe(in from, _from), _indices);

    /// <summary>Takes the bytes and stores as many of them as are left of the destination.</summary>
    /// <param name="from">The source.</param>
    /// <param name="to">The place they go to.</param>
    /// <param name="rest">Bytes of the destination from there on. A constant leaves one or two stores of this.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run(ref readonly byte from, ref byte to, int rest)
    {
        Vector128<byte> bytes = Take(in from);
        if (rest >= Width)
        {
            bytes.StoreUnsafe(ref to);
            return;
        }

        if ((rest & 8) != 0)
        {
            Unsafe.WriteUnaligned(ref to, bytes.AsUInt64().ToScalar());
        }

        if ((rest & 4) != 0)
        {
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, rest & 8), bytes.AsUInt32()[(rest & 8) / 4]);
        }

        if ((rest & 2) != 0)
        {
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, rest & 12), bytes.AsUInt16()[(rest & 12) / 2]);
        }

        if ((rest & 1) != 0)
        {
            Unsafe.Add(ref to, rest & 14) = bytes[rest & 14];
        }
    }

    // For each byte of the destination the one of the source, or -1.
    private static void Map(StructMove[] moves, Span<short> map)
    {
        map.Fill(-1);
        foreach (StructMove move in moves)
        {
            for (int i = 0; i < move.Size; i++)
            {
                map[move.To + i] = (short)(move.From + (move.IsSwapped ? move.Size - 1 - i : i));
            }
        }
    }

    private static bool TryMake(ReadOnlySpan<short> sources, int fromSize, out StructShuffle shuffle)
    {
        int low = fromSize - Width, high = 0;
        foreach (short source in sources)
        {
            low = source >= 0 ? Math.Min(low, source) : low;
            high = Math.Max(high, source);
        }

        Span<byte> indices = stackalloc byte[Width];
        indices.Fill(Zero);
        for (int i = 0; i < sources.Length; i++)
        {
            indices[i] = sources[i] >= 0 ? (byte)(sources[i] - low) : Zero;
        }

        shuffle = new(indices, low);
        return high - low < Width;
    }
}
