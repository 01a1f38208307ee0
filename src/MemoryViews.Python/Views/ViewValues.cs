using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace MemoryViews.Python;

/// <summary>Items both ways. The engine's Python rules tell bytes from numbers, and numbers from objects that can be asked for one.</summary>
internal static unsafe class ViewValues
{
    private const PyTypeFlags Containers = PyTypeFlags.TupleSubclass | PyTypeFlags.ListSubclass;

    /// <summary>A value to be stored as an item.</summary>
    /// <param name="value">The object (borrowed).</param>
    /// <param name="isNative">Whether the item is one number or byte, as in CPython: everything else is then asked for a number.</param>
    public static object Of(nint value, bool isNative)
    {
        nint type = PyType.Of(value);
        if (type == Py.IntType)
        {
            return ViewKeys.Integer(value);
        }

        if (type == Py.FloatType)
        {
            return Py.FloatAsDouble(value);
        }

        PyTypeFlags flags = Py.TypeGetFlags(type);
        return type == Py.BoolType ? value == Py.True
            : (flags & PyTypeFlags.IntSubclass) != 0 ? ViewKeys.Integer(value)
            : (flags & PyTypeFlags.BytesSubclass) != 0 ? ToNet.Value(value)!
            : isNative ? new PythonValue(value, isItem: true)
            : Rich(value, flags);
    }

    /// <summary>An exporter, whatever else the object may be.</summary>
    public static object Exporter(nint value) => ViewObject.Is(value) ? ViewObject.View(value) : new PythonLender(value);

    /// <summary>A new reference to an item's value, or to a view beside the one it was taken from.</summary>
    public static nint ToPython(object? value, nint self) => value switch
    {
        PythonView view => view == ViewObject.View(self) ? Again(self) : ViewMaker.Beside(self, view),
        MemoryView view => ViewMaker.Beside(self, new PythonView(view, ViewObject.View(self).IsStrict)),
        _ => FromNet.Reference(value),
    };

    public static nint Again(nint reference)
    {
        Leaf.IncRef(reference);
        return reference;
    }

    /// <summary>What items of the formats beyond CPython's are made of: texts, records and sub-arrays too; and what is copied into a sub-view.</summary>
    private static object Rich(nint value, PyTypeFlags flags) =>
        (flags & PyTypeFlags.TextSubclass) != 0 ? PyText.Read(value)
        : PyType.Is(value, Py.ComplexType) ? ToNet.Value(value)!
        : (flags & Containers) != 0 ? Items(value, (flags & PyTypeFlags.TupleSubclass) != 0)
        : Py.CheckBuffer(value) != 0 ? Exporter(value)
        : new PythonValue(value, isItem: true);

    private static object?[] Items(nint container, bool isTuple)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Error.TooDeep();
        }

        List<object?> items = [];
        for (nint i = 0; i < (isTuple ? Py.TupleSize(container) : Py.ListSize(container)); i++)
        {
            items.Add(Of(isTuple ? Py.TupleGetItem(container, i) : Py.ListGetItem(container, i), isNative: false));
        }

        return [.. items];
    }
}
