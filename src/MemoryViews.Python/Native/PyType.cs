namespace MemoryViews.Python;

/// <summary>Classes of objects. The caller holds the interpreter's lock.</summary>
internal static unsafe class PyType
{
    /// <summary>The class of an object (borrowed). The second word of every object: see <see cref="ObjectTail"/>.</summary>
    public static nint Of(nint reference) => ((nint*)reference)[1];

    /// <summary>Whether an object is of a class that carries a flag, such as all subclasses of int.</summary>
    public static bool Has(nint reference, PyTypeFlags flag) => (Py.TypeGetFlags(Of(reference)) & flag) != 0;

    /// <summary>Whether an object is of a class or a subclass of it.</summary>
    public static bool Is(nint reference, nint type) => Of(reference) == type || Py.TypeIsSubtype(Of(reference), type) != 0;

    /// <summary>The name of a class, without its module.</summary>
    public static string NameOf(nint type)
    {
        nint name = PyCheck.Reference(Py.TypeGetName(type));
        string text = PyText.Read(name);
        Py.DecRef(name);
        return text;
    }
}
