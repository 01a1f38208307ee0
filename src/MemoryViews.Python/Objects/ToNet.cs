using System;
using System.Collections.Generic;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace MemoryViews.Python;

/// <summary>Python's simple values as .NET's. The caller holds the interpreter's lock.</summary>
internal static unsafe class ToNet
{
    /// <summary>The value of an object (borrowed reference); a <see cref="PythonObject"/> where it is not a simple one.</summary>
    public static object? Value(nint reference) => Value(reference, null);

    /// <summary>The value of an int (borrowed reference).</summary>
    public static BigInteger Integer(nint reference)
    {
        int overflow;
        long small = Py.LongAsLongLongAndOverflow(reference, &overflow);
        if (overflow == 0)
        {
            return small == -1 && Py.ErrOccurred() != 0 ? throw PythonException.Fetch() : small;
        }

        using PyReference digits = new(Py.NumberToBase(reference, 16)); // "-0x...": only powers of two are linear, and unlimited
        string text = PyText.Read(digits.Pointer);
        bool negative = text[0] == '-';
        BigInteger size = BigInteger.Parse(string.Concat("0", text.AsSpan(negative ? 3 : 2)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return negative ? -size : size;
    }

    // One container that stands in many places becomes one object; so cycles end, and shared parts are not multiplied.
    private static object? Value(nint reference, Dictionary<nint, object>? known)
    {
        if (reference == Py.None)
        {
            return null;
        }

        PyTypeFlags flags = Py.TypeGetFlags(PyType.Of(reference));
        if ((flags & PyTypeFlags.IntSubclass) != 0)
        {
            return IntegerOrTruth(reference);
        }

        if ((flags & PyTypeFlags.TextSubclass) != 0)
        {
            return PyText.Read(reference);
        }

        if ((flags & PyTypeFlags.BytesSubclass) != 0)
        {
            return new ReadOnlySpan<byte>(Py.BytesAsString(reference), checked((int)Py.BytesSize(reference))).ToArray();
        }

        return (flags & (PyTypeFlags.TupleSubclass | PyTypeFlags.ListSubclass)) != 0
            ? Container(reference, (flags & PyTypeFlags.TupleSubclass) != 0, known ?? [])
            : Other(reference);
    }

    private static object? IntegerOrTruth(nint reference)
    {
        if (PyType.Of(reference) == Py.BoolType)
        {
            return reference == Py.True;
        }

        // Of an int this cannot fail, only not fit.
        int overflow;
        long small = Py.LongAsLongLongAndOverflow(reference, &overflow);
        return overflow == 0 ? small : (object)Integer(reference);
    }

    private static object Other(nint reference)
    {
        if (PyType.Is(reference, Py.FloatType))
        {
            return Py.FloatAsDouble(reference);
        }

        if (PyType.Is(reference, Py.ComplexType))
        {
            return new Complex(Py.ComplexReal(reference), Py.ComplexImaginary(reference));
        }

        return reference == Py.Ellipsis ? PythonEllipsis.Value
            : PyType.Of(reference) == Py.SliceType ? Slice(reference)
            : PythonObject.Borrow(reference);
    }

    private static object Container(nint reference, bool isTuple, Dictionary<nint, object> known)
    {
        if (known.TryGetValue(reference, out object? seen))
        {
            return seen;
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Error.TooDeep();
        }

        return isTuple ? Tuple(reference, known) : List(reference, known);
    }

    private static object?[] Tuple(nint reference, Dictionary<nint, object> known)
    {
        object?[] values = new object?[checked((int)Py.TupleSize(reference))];
        known.Add(reference, values);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Value(Py.TupleGetItem(reference, i), known);
        }

        return values;
    }

    private static List<object?> List(nint reference, Dictionary<nint, object> known)
    {
        List<object?> values = [];
        known.Add(reference, values);
        for (nint i = 0; i < Py.ListSize(reference); i++)
        {
            values.Add(Value(Py.ListGetItem(reference, i), known));
        }

        return values;
    }

    private static PythonSlice Slice(nint reference) => new(Part(reference, "start"u8), Part(reference, "stop"u8), Part(reference, "step"u8));

    private static object? Part(nint slice, ReadOnlySpan<byte> name)
    {
        fixed (byte* text = name)
        {
            using PyReference part = new(Py.ObjectGetAttrString(slice, text));
            return Value(part.Pointer);
        }
    }
}
