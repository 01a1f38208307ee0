using System.Runtime.InteropServices;

namespace MemoryViews.Interchange;

/// <summary>The type of an array, of the Arrow C Data Interface. C: <c>struct ArrowSchema</c>, 72 bytes.</summary>
/// <remarks>
/// Whoever holds the structure may move it: copy its bytes, and set <see cref="Release"/> of the old place to null. A structure whose release
/// callback is null is empty.
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ArrowSchema
{
    /// <summary>The type, as text in UTF-8 that ends in a zero: "i", "w:8", "+w:3".</summary>
    public byte* Format;

    /// <summary>The field's name, as the format; may be null.</summary>
    public byte* Name;

    /// <summary>Metadata in a binary form of its own; may be null.</summary>
    public byte* Metadata;

    /// <summary>1 for ordered dictionaries, 2 for fields that may hold nulls, 4 for sorted maps.</summary>
    public long Flags;

    /// <summary>How many children.</summary>
    public long ChildCount;

    /// <summary>The types of the children.</summary>
    public ArrowSchema** Children;

    /// <summary>The type of dictionary values; null without a dictionary.</summary>
    public ArrowSchema* Dictionary;

    /// <summary>Called once to give everything back; sets itself to null.</summary>
    public delegate* unmanaged[Cdecl]<ArrowSchema*, void> Release;

    /// <summary>The producer's own.</summary>
    public void* PrivateData;
}
