using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>
/// The second door to memory, for bulk operations: while the scope is open, the bytes it was asked for may be touched.
/// <see cref="Origin"/> stands for byte 0 of the memory, whichever bytes were asked for.
/// </summary>
internal readonly ref struct MemoryScope
{
    private readonly ref byte _origin;
    private readonly MemoryBlock? _entered;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public MemoryScope(ref byte origin, MemoryBlock? entered)
    {
        _origin = ref origin;
        _entered = entered;
    }

    /// <summary>Byte 0 of the memory. Form only references to bytes inside the range asked for.</summary>
    public ref byte Origin => ref _origin;

    public void Dispose() => _entered?.Leave();
}
