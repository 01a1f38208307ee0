using System;
using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>
/// One side of a bulk operation: where the memory starts and how the items lie in it. The memory may be a managed array, so places are
/// managed references throughout and move with it; whoever made the operand keeps the memory alive.
/// </summary>
internal readonly ref struct Operand
{
    /// <summary>Byte 0 of the memory that the layout's offset counts from.</summary>
    public readonly ref byte Origin;

    /// <summary>Where the items lie.</summary>
    public readonly Layout Layout;

    public Operand(ref byte origin, scoped in Layout layout)
    {
        Origin = ref origin;
        Layout = layout;
    }

    /// <summary>Item (0, ..., 0) of a direct layout that has items: no reference is ever formed to a place without one.</summary>
    public ref byte First => ref Unsafe.AddByteOffset(ref Origin, Layout.Offset);

    /// <summary>The number of first axes that must be walked index by index, because one of them follows a pointer.</summary>
    public int PointerAxes => Layout.Suboffsets.LastIndexOfAnyInRange(0, nint.MaxValue) + 1;

    /// <summary>The place of an index on the first axes, pointers followed; 0 on the others.</summary>
    public ref byte Follow(scoped ReadOnlySpan<nint> index)
    {
        ReadOnlySpan<nint> strides = Layout.Strides, suboffsets = Layout.Suboffsets;
        ref byte place = ref First;
        for (int axis = 0; axis < index.Length; axis++)
        {
            place = ref Unsafe.AddByteOffset(ref place, index[axis] * strides[axis]);
            if (axis < suboffsets.Length && suboffsets[axis] >= 0)
            {
                // Rows may lie anywhere, packed tables of pointers included: the read assumes no alignment.
                nint pointer = Unsafe.ReadUnaligned<nint>(ref place);
                if (pointer == 0)
                {
                    throw Error.NullPointer();
                }

                place = ref Unsafe.AddByteOffset(ref Unsafe.NullRef<byte>(), pointer + suboffsets[axis]);
            }
        }

        return ref place;
    }
}
