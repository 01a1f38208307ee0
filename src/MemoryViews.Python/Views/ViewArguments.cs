namespace MemoryViews.Python;

/// <summary>Arguments of the methods, as the engine's Python rules take them.</summary>
internal static unsafe class ViewArguments
{
    /// <summary>A text, or an object that is refused where a text is needed.</summary>
    public static object Text(nint value) => PyType.Has(value, PyTypeFlags.TextSubclass) ? PyText.Read(value) : new PythonValue(value, isItem: false);

    /// <summary>A whole number, or an object that may have one.</summary>
    public static object Number(nint value) => PyType.Has(value, PyTypeFlags.IntSubclass) ? ViewKeys.Integer(value) : new PythonValue(value, isItem: false);

    /// <summary>A shape: the elements of a list or tuple, or an object that is refused where they are needed.</summary>
    public static object Shape(nint shape)
    {
        PyTypeFlags flags = Py.TypeGetFlags(PyType.Of(shape));
        bool isTuple = (flags & PyTypeFlags.TupleSubclass) != 0;
        if (!isTuple && (flags & PyTypeFlags.ListSubclass) == 0)
        {
            return new PythonValue(shape, isItem: false);
        }

        object?[] elements = new object?[checked((int)(isTuple ? Py.TupleSize(shape) : Py.ListSize(shape)))];
        for (int i = 0; i < elements.Length; i++)
        {
            elements[i] = Number(isTuple ? Py.TupleGetItem(shape, i) : Py.ListGetItem(shape, i));
        }

        return elements;
    }

    /// <summary>What stands between hexadecimal digits. A class of its own may run code when its length is asked for: the view cannot be released meanwhile.</summary>
    public static object? Separator(nint self, nint separator)
    {
        nint type = PyType.Of(separator);
        if (type == Py.TextType || type == Py.BytesType)
        {
            return ToNet.Value(separator);
        }

        _ = ViewObject.View(self).Rank; // a released view has no digits to separate
        nint* exports = &ViewObject.Of(self)->Exports;
        (*exports)++;
        try
        {
            nint length = PyCheck.Size(Py.ObjectSize(separator));
            if (length != 1)
            {
                throw Error.SeparatorLength(length);
            }
        }
        finally
        {
            (*exports)--;
        }

        return PyType.Has(separator, PyTypeFlags.TextSubclass) || PyType.Has(separator, PyTypeFlags.BytesSubclass)
            ? ToNet.Value(separator)
            : throw Error.SeparatorType(PyType.NameOf(type));
    }

    /// <summary>Bytes of a group of digits: a C int, and refused before anything else is looked at.</summary>
    public static object Group(nint group)
    {
        if (Py.IndexCheck(group) == 0)
        {
            throw Error.GroupNotInt(PyType.NameOf(PyType.Of(group)));
        }

        using PyReference number = new(Py.NumberIndex(group));
        int overflow;
        long value = Py.LongAsLongLongAndOverflow(number.Pointer, &overflow);
        return overflow == 0 && value is >= int.MinValue and <= int.MaxValue ? value : throw Error.GroupOverflow();
    }

    /// <summary>The flags of a request: a C int.</summary>
    public static int Flags(nint flags)
    {
        if (Py.IndexCheck(flags) == 0)
        {
            throw Error.FlagsNotInt(PyType.NameOf(PyType.Of(flags)));
        }

        using PyReference number = new(Py.NumberIndex(flags));
        int overflow;
        long value = Py.LongAsLongLongAndOverflow(number.Pointer, &overflow);
        return overflow == 0 && value is >= int.MinValue and <= int.MaxValue ? (int)value : throw Error.FlagsOverflow();
    }
}
