using System;

namespace MemoryViews.Python;

/// <summary>The methods and what Python's help() says of them. The line before "--" is the signature that inspect.signature() reads.</summary>
internal static unsafe class ViewMethodTable
{
    private const int FastKeywords = PyMethodFlags.FastCall | PyMethodFlags.Keywords;

    /// <param name="hasAll">Whether the methods that CPython has since 3.14 are there.</param>
    public static ReadOnlySpan<PyMethodDef> All(bool hasAll) => hasAll ? [.. Common, .. Later] : Common;

    private static PyMethodDef[] Common =>
    [
        Define("release"u8, "release($self, /)\n--\n\nGives the memory back; the view cannot be used afterwards."u8,
            (delegate* unmanaged[Cdecl]<nint, nint, nint>)&ViewMethods.Release, PyMethodFlags.NoArgs),
        Define("tobytes"u8, "tobytes($self, /, order='C')\n--\n\nThe bytes of all items in the order 'C', 'F', or 'A' (as they lie if they lie in one run, else 'C')."u8,
            (delegate* unmanaged[Cdecl]<nint, nint*, nint, nint, nint>)&ViewCalls.ToBytes, FastKeywords),
        Define("hex"u8, "hex($self, /, *args, **kwargs)\n--\n\nThe bytes as hexadecimal digits: hex(sep, bytes_per_sep=1) puts sep after every so many bytes, counted from the right."u8,
            (delegate* unmanaged[Cdecl]<nint, nint*, nint, nint, nint>)&ViewCalls.Hex, FastKeywords),
        Define("tolist"u8, "tolist($self, /)\n--\n\nThe items as a list, nested as the dimensions are."u8,
            (delegate* unmanaged[Cdecl]<nint, nint, nint>)&ViewMethods.ToList, PyMethodFlags.NoArgs),
        Define("cast"u8, "cast($self, /, format, shape=<unrepresentable>)\n--\n\nThe same bytes under another format, in another shape."u8,
            (delegate* unmanaged[Cdecl]<nint, nint*, nint, nint, nint>)&ViewCalls.Cast, FastKeywords),
        Define("toreadonly"u8, "toreadonly($self, /)\n--\n\nA view of the same memory that cannot be written."u8,
            (delegate* unmanaged[Cdecl]<nint, nint, nint>)&ViewMethods.ToReadOnly, PyMethodFlags.NoArgs),
        Define("_from_flags"u8, "_from_flags($type, /, object, flags)\n--\n\nA view of the object's memory, asked for with these flags."u8,
            (delegate* unmanaged[Cdecl]<nint, nint*, nint, nint, nint>)&ViewCalls.FromFlags, FastKeywords | PyMethodFlags.Class),
        Define("__enter__"u8, "__enter__($self, /)\n--\n\nThe view itself."u8,
            (delegate* unmanaged[Cdecl]<nint, nint, nint>)&ViewMethods.Enter, PyMethodFlags.NoArgs),
        Define("__exit__"u8, "__exit__($self, /, *args)\n--\n\nReleases the view."u8,
            (delegate* unmanaged[Cdecl]<nint, nint, nint>)&ViewMethods.Release, PyMethodFlags.VarArgs),
        Define("__reduce_ex__"u8, "__reduce_ex__($self, protocol, /)\n--\n\nRefuses: memory cannot be pickled or copied by reference. See pickle.PickleBuffer."u8,
            (delegate* unmanaged[Cdecl]<nint, nint, nint>)&ViewMethods.Reduce, PyMethodFlags.One),
    ];

    private static PyMethodDef[] Later =>
    [
        Define("index"u8, "index($self, value, start=0, stop=sys.maxsize, /)\n--\n\nThe index of the first item that equals the value."u8,
            (delegate* unmanaged[Cdecl]<nint, nint*, nint, nint>)&ViewSearch.Index, PyMethodFlags.FastCall),
        Define("count"u8, "count($self, value, /)\n--\n\nHow many items equal the value."u8,
            (delegate* unmanaged[Cdecl]<nint, nint, nint>)&ViewSearch.Count, PyMethodFlags.One),
        Define("__class_getitem__"u8, "__class_getitem__($type, item, /)\n--\n\nA generic alias, for type checkers."u8,
            (delegate* unmanaged[Cdecl]<nint, nint, nint>)&ViewMethods.ClassGetItem, PyMethodFlags.One | PyMethodFlags.Class),
    ];

    private static PyMethodDef Define(ReadOnlySpan<byte> name, ReadOnlySpan<byte> doc, void* method, int flags)
        => new() { Name = Utf8.Pointer(name), Method = method, Flags = flags, Doc = Utf8.Pointer(doc) };
}
