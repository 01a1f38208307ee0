using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>
/// The second door to memory: while the scope is open, the bytes it was asked for may be touched. Checked files are never touched where they
/// lie; their bytes are in a piece of managed memory for as long as the scope is open:
/// <code>
///   in place   byte 0 .......... [low ===== high) ........      Origin is byte 0,   low = 0
///   a piece                      [low ===== high)               Origin is byte low
/// </code>
/// No reference is ever formed outside the memory it belongs to: the collector would take it for one into whatever lies there.
/// </summary>
internal readonly ref struct MemoryScope
{
    private readonly ref byte _origin;
    private readonly nint _low;
    private readonly MemoryBlock? _entered;
    private readonly byte[]? _piece;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public MemoryScope(ref byte origin, MemoryBlock? entered)
    {
        _origin = ref origin;
        _entered = entered;
    }

    /// <summary>A piece of memory that is not touched in place; it belongs to the scope from now on.</summary>
    public MemoryScope(byte[] piece, nint low, MemoryBlock entered)
    {
        _origin = ref MemoryMarshal.GetArrayDataReference(piece);
        _low = low;
        _entered = entered;
        _piece = piece;
    }

    /// <summary>The byte at <see cref="Low"/>.</summary>
    public ref byte Origin => ref _origin;

    /// <summary>The offset in the memory that <see cref="Origin"/> stands for.</summary>
    public nint Low => _low;

    /// <summary>Whether the bytes are a copy, and what is written to them has to be written back.</summary>
    public bool IsPiece => _piece is not null;

    /// <summary>A byte by its offset in the memory; inside the range asked for, or its end.</summary>
    public ref byte At(nint offset) => ref Unsafe.AddByteOffset(ref _origin, offset - _low);

    /// <summary>Writes bytes of a piece to the file.</summary>
    /// <exception cref="ViewFileException">The file has been cut short, or does not take them.</exception>
    public void WriteBack(nint offset, nint length)
        => _entered!.Checked!.Write(offset, MemoryMarshal.CreateReadOnlySpan(in At(offset), (int)length));

    public void Dispose()
    {
        if (_piece is not null)
        {
            ArrayPool<byte>.Shared.Return(_piece);
        }

        _entered?.Leave();
    }
}
