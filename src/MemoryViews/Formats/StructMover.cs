using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>Moves the numbers of one record, in one direction; what holds none of them becomes zeros.</summary>
internal sealed class StructMover
{
    private readonly StructShuffle[] _shuffles;
    private readonly StructMove[] _moves;
    private readonly StructMove[] _booleans;
    private readonly int _size;
    private readonly bool _hasGaps;

    public StructMover(StructMoves moves, int fromSize, int toSize)
    {
        _moves = moves.Moves;
        _booleans = moves.Booleans;
        _shuffles = StructShuffle.Compile(_moves, fromSize, toSize);
        _size = toSize;
        int moved = 0;
        foreach (StructMove move in _moves)
        {
            moved += move.Size;
        }

        _hasGaps = moved < toSize;
    }

    /// <summary>The shuffles that do it all; none where there are no such, or truth values need a second look.</summary>
    public StructShuffle[] Shuffles => _booleans.Length == 0 ? _shuffles : [];

    /// <summary>Reads the whole source and writes the whole destination; the caller vouches for both, and that they do not meet.</summary>
    public void Run(ref readonly byte from, ref byte to)
    {
        if (_shuffles.Length == 0)
        {
            RunMoves(in from, ref to);
        }

        for (int i = 0; i < _shuffles.Length; i++)
        {
            int at = i * StructShuffle.Width;
            _shuffles[i].Run(in from, ref Unsafe.Add(ref to, at), _size - at);
        }

        foreach (StructMove boolean in _booleans)
        {
            // Any byte but 0 is true in a record; in a bool, only 1 behaves.
            ref byte place = ref Unsafe.Add(ref to, boolean.To);
            place = place != 0 ? (byte)1 : (byte)0;
        }
    }

    private void RunMoves(ref readonly byte from, ref byte to)
    {
        if (_hasGaps)
        {
            Unsafe.InitBlockUnaligned(ref to, 0, (uint)_size);
        }

        foreach (StructMove move in _moves)
        {
            ref byte source = ref Unsafe.Add(ref Unsafe.AsRef(in from), move.From), destination = ref Unsafe.Add(ref to, move.To);
            switch (move.Size)
            {
                case 1:
                    destination = source;
                    break;
                case 2:
                    ScalarCodec.Write(move.IsSwapped, ref destination, Unsafe.ReadUnaligned<ushort>(ref source));
                    break;
                case 4:
                    ScalarCodec.Write(move.IsSwapped, ref destination, Unsafe.ReadUnaligned<uint>(ref source));
                    break;
                case 8:
                    ScalarCodec.Write(move.IsSwapped, ref destination, Unsafe.ReadUnaligned<ulong>(ref source));
                    break;
                default:
                    Unsafe.CopyBlockUnaligned(ref destination, ref source, (uint)move.Size);
                    break;
            }
        }
    }
}
