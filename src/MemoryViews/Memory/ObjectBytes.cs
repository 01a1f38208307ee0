using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>
/// The bytes of a managed object, counted from its first field. An object and an offset name a place in memory that the collector may
/// move at any time, without pinning it:
/// <code>
///   object ──► | method table | length | (bounds) | element 0 | element 1 | ...
///                             ^ At(o, 0)          ^ At(o, StartOf(array))
/// </code>
/// </summary>
internal static class ObjectBytes
{
    /// <summary>The byte <paramref name="offset"/> bytes behind the object's first field.</summary>
    // Sound for arrays and strings with offsets inside them, which is what every block is made of: RawData only names the first field.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte At(object o, nint offset) => ref Unsafe.AddByteOffset(ref Unsafe.As<RawData>(o).Data, offset);

    /// <summary>Where an array's elements begin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint StartOf<T>(T[] array) => Unsafe.ByteOffset(ref Unsafe.As<RawData>(array).Data, ref Unsafe.As<T, byte>(ref MemoryMarshal.GetArrayDataReference(array)));

    /// <summary>Where the elements of an array of any rank begin.</summary>
    public static nint StartOf(Array array) => Unsafe.ByteOffset(ref Unsafe.As<RawData>(array).Data, ref MemoryMarshal.GetArrayDataReference(array));

    /// <summary>Where a string's characters begin.</summary>
    public static nint StartOf(string text)
        => Unsafe.ByteOffset(ref Unsafe.As<RawData>(text).Data, ref Unsafe.As<char, byte>(ref Unsafe.AsRef(in text.GetPinnableReference())));

    private sealed class RawData
    {
        public byte Data;
    }
}
