using System;
using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>The elements of a managed array, or the characters of a string. Nothing to count, nothing to close.</summary>
internal sealed class ManagedBlock : MemoryBlock
{
    public ManagedBlock(Array array)
        : base(CheckElements(array), ObjectBytes.StartOf(array), LengthOf(array), isReadOnly: false)
    {
    }

    // Nobody may write to a string, whoever makes a loan over its memory.
    public ManagedBlock(string text)
        : base(text, ObjectBytes.StartOf(text), sizeof(char) * (nint)text.Length, isReadOnly: true)
    {
    }

    private static Array CheckElements(Array array)
    {
        Type element = array.GetType().GetElementType()!;
        return element is { IsPointer: false, IsFunctionPointer: false } && ElementsHoldReferences(array)
            ? throw Error.HoldsReferences(element)
            : array;
    }

    private static nint LengthOf(Array array) => (nint)array.LongLength * ElementSize(array);

    // The runtime knows the size of an element and whether it holds references; no generic code has to be made for the type.
    private static int ElementSize(Array array) => RuntimeHelpers.SizeOf(array.GetType().GetElementType()!.TypeHandle);

    private static bool ElementsHoldReferences(Array array)
    {
        try
        {
            System.Runtime.InteropServices.GCHandle.Alloc(array, System.Runtime.InteropServices.GCHandleType.Pinned).Free();
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
