using System;

namespace MemoryViews.Python;

/// <summary>Subscripts, and what stands in them, as the engine's Python rules take them. References are borrowed from the call that is being answered.</summary>
internal static unsafe class ViewKeys
{
    /// <summary>A subscript, or one element of one.</summary>
    public static object? Of(nint key)
    {
        nint type = PyType.Of(key);
        return type == Py.IntType ? Integer(key)
            : type == Py.SliceType ? Slice(key)
            : key == Py.None ? null
            : key == Py.Ellipsis ? PythonEllipsis.Value
            : OfClass(key);
    }

    /// <summary>A small number as such, so that most subscripts need no arithmetic on large ones.</summary>
    public static object Integer(nint number)
    {
        int overflow;
        long value = Py.LongAsLongLongAndOverflow(number, &overflow);
        return overflow == 0 ? value : ToNet.Integer(number);
    }

    /// <summary>A slice whose bounds are asked for their numbers later, in Python's order.</summary>
    public static PythonSlice Slice(nint slice) => new(Part(slice, "start"u8), Part(slice, "stop"u8), Part(slice, "step"u8));

    private static object? OfClass(nint key)
    {
        PyTypeFlags flags = Py.TypeGetFlags(PyType.Of(key));
        return (flags & PyTypeFlags.IntSubclass) != 0 ? Integer(key)
            : (flags & PyTypeFlags.TupleSubclass) != 0 ? Tuple(key)
            : new PythonValue(key, isItem: false);
    }

    private static object?[] Tuple(nint tuple)
    {
        object?[] elements = new object?[checked((int)Py.TupleSize(tuple))];
        for (int i = 0; i < elements.Length; i++)
        {
            nint element = Py.TupleGetItem(tuple, i);
            elements[i] = (Py.TypeGetFlags(PyType.Of(element)) & PyTypeFlags.TupleSubclass) != 0 ? new PythonValue(element, isItem: false) : Of(element);
        }

        return elements;
    }

    // The slice keeps its parts, and the caller keeps the slice.
    private static object? Part(nint slice, ReadOnlySpan<byte> name)
    {
        using PyReference part = new(Py.ObjectGetAttrString(slice, Utf8.Pointer(name)));
        return Of(part.Pointer);
    }
}
