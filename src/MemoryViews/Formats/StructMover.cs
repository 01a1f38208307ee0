using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>Moves the numbers of one record, in one direction; what holds none of them becomes zeros.</summary>
internal sealed class StructMover
{
    private readonly StructMove[] _moves;
    private readonly int _size;

    public StructMover(StructMoves moves, int fromSize, int toSize)
    {
        _moves = moves.Moves;
        _size = toSize;
        Booleans = moves.Booleans;
        Shuffles = StructShuffle.Compile(_moves, fromSize, toSize);
        Units = toSize <= StructShuffle.MostBytes ? Split(_moves) : [];
    }

    /// <summary>The shuffles that do it all, but for truth values; none where there are no such.</summary>
    public StructShuffle[] Shuffles { get; }

    /// <summary>The moves in pieces of 1, 2, 4 and 8 bytes; none where the destination is long.</summary>
    public StructMove[] Units { get; }

    /// <summary>Any byte but 0 is true in a record; in a bool, only 1 behaves. These are to be made 1 or 0 when all is moved.</summary>
    public StructMove[] Booleans { get; }

    /// <summary>Reads the whole source and writes the whole destination; the caller vouches for both, and that they do not meet.</summary>
    public void Run(ref readonly byte from, ref byte to)
    {
        if (Shuffles.Length == 0)
        {
            RunMoves(in from, ref to);
        }

        for (int i = 0; i < Shuffles.Length; i++)
        {
            int at = i * StructShuffle.Width;
            Shuffles[i].Run(in from, ref Unsafe.Add(ref to, at), _size - at);
        }

        Normalize(Booleans, ref to);
    }

    /// <summary>Moves pieces. Inlined, and without a call, so that a loop around it keeps its variables in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RunUnits(StructMove[] units, ref readonly byte from, ref byte to)
    {
        foreach (StructMove unit in units)
        {
            ref byte source = ref Unsafe.Add(ref Unsafe.AsRef(in from), unit.From), destination = ref Unsafe.Add(ref to, unit.To);
            switch (unit.Size)
            {
                case 1:
                    destination = source;
                    break;
                case 2:
                    ScalarCodec.Write(unit.IsSwapped, ref destination, Unsafe.ReadUnaligned<ushort>(ref source));
                    break;
                case 4:
                    ScalarCodec.Write(unit.IsSwapped, ref destination, Unsafe.ReadUnaligned<uint>(ref source));
                    break;
                default:
                    ScalarCodec.Write(unit.IsSwapped, ref destination, Unsafe.ReadUnaligned<ulong>(ref source));
                    break;
            }
        }
    }

    /// <summary>Makes truth values 1 or 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Normalize(StructMove[] booleans, ref byte to)
    {
        foreach (StructMove boolean in booleans)
        {
            ref byte place = ref Unsafe.Add(ref to, boolean.To);
            place = place != 0 ? (byte)1 : (byte)0;
        }
    }

    private void RunMoves(ref readonly byte from, ref byte to)
    {
        Unsafe.InitBlockUnaligned(ref to, 0, (uint)_size);
        RunUnits(Units, in from, ref to);
        foreach (StructMove move in Units.Length > 0 ? [] : _moves)
        {
            RunMove(move, ref Unsafe.Add(ref Unsafe.AsRef(in from), move.From), ref Unsafe.Add(ref to, move.To));
        }
    }

    private static void RunMove(StructMove move, ref byte from, ref byte to)
    {
        if (!move.IsSwapped)
        {
            Unsafe.CopyBlockUnaligned(ref to, ref from, (uint)move.Size);
            return;
        }

        // A number of 2, 4 or 8 bytes.
        for (int i = 0; i < move.Size; i++)
        {
            Unsafe.Add(ref to, i) = Unsafe.Add(ref from, move.Size - 1 - i);
        }
    }

    private static StructMove[] Split(StructMove[] moves)
    {
        List<StructMove> units = [];
        foreach (StructMove move in moves)
        {
            int at = 0;
            foreach (int size in (ReadOnlySpan<int>)[8, 4, 2, 1])
            {
                for (; move.Size - at >= size; at += size)
                {
                    units.Add(new StructMove(move.From + at, move.To + at, size, move.IsSwapped));
                }
            }
        }

        return [.. units];
    }
}
