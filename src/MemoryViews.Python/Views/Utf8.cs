using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews.Python;

/// <summary>Texts that are part of the program, as C sees them.</summary>
internal static unsafe class Utf8
{
    /// <summary>The address of a literal ("..."u8): it lies in the program's image, never moves, and has a NUL behind it.</summary>
    public static byte* Pointer(ReadOnlySpan<byte> literal) => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(literal));
}
