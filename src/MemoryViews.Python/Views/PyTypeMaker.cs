using System;
using System.Runtime.InteropServices;

namespace MemoryViews.Python;

/// <summary>Makes classes. What describes them stays where it is, because Python keeps pointers to parts of it.</summary>
internal static unsafe class PyTypeMaker
{
    /// <summary>A class whose objects hold references and take part in Python's collection. Cannot be derived from, nor changed.</summary>
    /// <param name="name">Its name with that of its module.</param>
    /// <param name="size">Bytes of an object.</param>
    /// <param name="axisSize">Bytes more for each of its parts, where objects differ in size; 0 where they do not.</param>
    /// <param name="flags">What it says about itself beyond that.</param>
    /// <param name="slots">Its functions.</param>
    /// <returns>A reference that is kept for ever.</returns>
    public static nint Make(ReadOnlySpan<byte> name, int size, int axisSize, PyTypeFlags flags, ReadOnlySpan<PyTypeSlot> slots)
    {
        PyTypeSpec* spec = (PyTypeSpec*)NativeMemory.AllocZeroed((nuint)sizeof(PyTypeSpec));
        spec->Name = Utf8.Pointer(name);
        spec->BasicSize = size;
        spec->ItemSize = axisSize;
        spec->Flags = (uint)(PyTypeFlags.HaveGc | PyTypeFlags.Immutable | flags);
        spec->Slots = Keep(slots);
        return PyCheck.Reference(Py.TypeFromSpec(spec));
    }

    /// <summary>A list as C has it: ended by an element of zeros, and there for ever.</summary>
    public static T* Keep<T>(ReadOnlySpan<T> items)
        where T : unmanaged
    {
        T* kept = (T*)NativeMemory.AllocZeroed((nuint)(items.Length + 1), (nuint)sizeof(T));
        items.CopyTo(new Span<T>(kept, items.Length));
        return kept;
    }
}
