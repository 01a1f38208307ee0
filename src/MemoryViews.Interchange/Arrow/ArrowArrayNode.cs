using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews.Interchange;

/// <summary>
/// What stands behind each exported array. The structure itself may lie anywhere, and be moved; this stays where it is until that array is released.
/// A child may be moved out of its parent and outlive it, so each level holds the items itself.
/// <code>
///   ArrowArray (level 0)            node                            node of level 1
///     buffers   ------------------> Validity = null, Data
///     children  ------------------> Children --> Child (level 1)
///     private_data ---------------> Items: a hold                   Items: another hold
/// </code>
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ArrowArrayNode
{
    public void* Validity;
    public void* Data;
    public ArrowArray* Children;
    public ArrowArray Child;
    public nint Items;

    /// <summary>An array of lists of lists of ... items: a level an axis.</summary>
    public static ArrowArray Of(ReadOnlySpan<nint> shape, PinnedItems items)
    {
        // From the inside out, so that an array that could not be finished can be released as it is.
        ArrowArray array = default;
        try
        {
            for (int level = shape.Length - 1; level >= 0; level--)
            {
                long length = 1;
                foreach (nint extent in shape[..(level + 1)])
                {
                    length *= extent; // checked when the shape was: no level has more than 2^63 - 1
                }

                array = Over(array, length, items);
            }

            return array;
        }
        catch
        {
            ArrowData.Release(&array);
            throw;
        }
    }

    private static ArrowArray Over(ArrowArray child, long length, PinnedItems items)
    {
        bool isLeaf = child.Release is null;
        ArrowArrayNode* node = (ArrowArrayNode*)NativeMemory.AllocZeroed((nuint)sizeof(ArrowArrayNode));
        node->Items = items.Hold();
        node->Data = items.Address;
        node->Child = child;
        node->Children = &node->Child;
        return new ArrowArray
        {
            Length = length,
            BufferCount = isLeaf ? 2 : 1,
            ChildCount = isLeaf ? 0 : 1,
            Buffers = &node->Validity,
            Children = isLeaf ? null : &node->Children,
            Release = &Release,
            PrivateData = node,
        };
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Release(ArrowArray* array)
    {
        if (array is null || array->Release is null)
        {
            return;
        }

        ArrowArrayNode* node = (ArrowArrayNode*)array->PrivateData;
        ArrowData.Release(&node->Child); // empty when there was none, or it was moved away
        PinnedItems.Return(node->Items);
        NativeMemory.Free(node);
        array->Release = null;
    }
}
