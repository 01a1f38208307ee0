using System;
using System.Collections;
using System.Collections.Generic;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace MemoryViews.Python;

/// <summary>.NET's values as Python's: each method gives a new reference. The caller holds the interpreter's lock.</summary>
internal static unsafe class FromNet
{
    public static nint Reference(object? value) => value switch
    {
        null => Again(Py.None),
        bool truth => Again(truth ? Py.True : Py.False),
        int number => Integer(number),
        long number => Integer(number),
        nint number => Integer(number),
        double number => PyCheck.Reference(Py.FloatFromDouble(number)),
        string text => PyText.New(text),
        PythonObject other => Again(other.Pointer),
        byte[] bytes => Bytes(bytes),
        _ => Number(value) is not 0 and nint number ? number : Compound(value),
    };

    public static nint Integer(long value) => PyCheck.Reference(Py.LongFromLongLong(value));

    public static nint Bytes(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* first = bytes)
        {
            return PyCheck.Reference(Py.BytesFromStringAndSize(first, bytes.Length));
        }
    }

    public static nint Integer(BigInteger value)
    {
        // Base 16: linear, and without the limit on digits that Python sets for base 10.
        string digits = BigInteger.Abs(value).ToString("x", System.Globalization.CultureInfo.InvariantCulture);
        fixed (byte* text = Encoding.ASCII.GetBytes($"{(value.Sign < 0 ? "-" : "")}{digits}\0"))
        {
            return PyCheck.Reference(Py.LongFromString(text, null, 16));
        }
    }

    public static nint Tuple(ReadOnlySpan<object?> values)
    {
        nint tuple = PyCheck.Reference(Py.TupleNew(values.Length));
        bool isDone = false;
        try
        {
            for (int i = 0; i < values.Length; i++)
            {
                _ = Py.TupleSetItem(tuple, i, Reference(values[i])); // takes the reference over
            }

            isDone = true;
            return tuple;
        }
        finally
        {
            Drop(tuple, isDone);
        }
    }

    public static nint Dictionary(IEnumerable<KeyValuePair<string, object?>> values)
    {
        nint dictionary = PyCheck.Reference(Py.DictNew());
        bool isDone = false;
        try
        {
            foreach ((string name, object? value) in values)
            {
                using PyReference key = new(PyText.New(name));
                using PyReference item = new(Reference(value));
                PyCheck.Status(Py.DictSetItem(dictionary, key.Pointer, item.Pointer));
            }

            isDone = true;
            return dictionary;
        }
        finally
        {
            Drop(dictionary, isDone);
        }
    }

    // Called in finally, not in a catch that throws again: in values nested by the thousands, each of those would take stack of its own.
    private static void Drop(nint container, bool isDone)
    {
        if (!isDone)
        {
            Py.DecRef(container);
        }
    }

    private static nint Again(nint reference)
    {
        Py.IncRef(reference);
        return reference;
    }

    private static nint Number(object value) => value switch
    {
        sbyte number => Integer(number),
        byte number => Integer(number),
        short number => Integer(number),
        ushort number => Integer(number),
        uint number => Integer(number),
        ulong number => PyCheck.Reference(Py.LongFromUnsignedLongLong(number)),
        nuint number => PyCheck.Reference(Py.LongFromUnsignedLongLong(number)),
        Int128 number => Integer((BigInteger)number),
        UInt128 number => Integer((BigInteger)number),
        BigInteger number => Integer(number),
        Half number => PyCheck.Reference(Py.FloatFromDouble((double)number)),
        float number => PyCheck.Reference(Py.FloatFromDouble(number)),
        Complex number => PyCheck.Reference(Py.ComplexFromDoubles(number.Real, number.Imaginary)),
        char character => PyText.New([character]),
        Rune rune => PyText.New(rune.ToString()),
        _ => 0,
    };

    private static nint Compound(object value)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Error.TooDeep();
        }

        return value switch
        {
            IBufferExporter exporter => ExportedBuffer.Reference(exporter),
            PythonEllipsis => Again(Py.Ellipsis),
            PythonSlice slice => Slice(slice),
            object?[] values => Tuple(values),
            Array array when array.GetType().GetElementType()!.IsPrimitive => ExportedBuffer.Reference(array.AsMemoryView()),
            Record record => Tuple([.. record]),
            ITuple tuple => Tuple(Items(tuple)),
            IEnumerable<KeyValuePair<string, object?>> dictionary => Dictionary(dictionary),
            IEnumerable values => List(values),
            _ => throw Error.NoCounterpart(value.GetType()),
        };
    }

    private static object?[] Items(ITuple tuple)
    {
        object?[] values = new object?[tuple.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = tuple[i];
        }

        return values;
    }

    private static nint Slice(PythonSlice slice)
    {
        using PyReference start = new(Reference(slice.Start)), stop = new(Reference(slice.Stop)), step = new(Reference(slice.Step));
        return PyCheck.Reference(Py.SliceNew(start.Pointer, stop.Pointer, step.Pointer));
    }

    private static nint List(IEnumerable values)
    {
        nint list = PyCheck.Reference(Py.ListNew(0));
        bool isDone = false;
        try
        {
            foreach (object? value in values)
            {
                using PyReference item = new(Reference(value));
                PyCheck.Status(Py.ListAppend(list, item.Pointer));
            }

            isDone = true;
            return list;
        }
        finally
        {
            Drop(list, isDone);
        }
    }
}
