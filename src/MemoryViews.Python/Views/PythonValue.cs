using System;
using System.Numerics;

namespace MemoryViews.Python;

/// <summary>
/// A Python object as the engine's Python rules see it: its number protocol is called when they need the number. The reference is borrowed from the call that
/// is being answered.
/// </summary>
internal class PythonValue(nint reference, bool isItem) : IPythonNumber
{
    /// <summary>The object.</summary>
    protected nint Reference => reference;

    public unsafe bool HasIndex => Py.IndexCheck(reference) != 0;

    public unsafe bool TryIndex(out Int128 value)
    {
        value = default;
        if (Py.IndexCheck(reference) == 0)
        {
            return false;
        }

        nint number = Py.NumberIndex(reference);
        if (number == 0)
        {
            throw Raised();
        }

        try
        {
            value = Clamp(ToNet.Integer(number));
            return true;
        }
        finally
        {
            Py.DecRef(number);
        }
    }

    public unsafe bool TryFloat(out double value)
    {
        value = Py.FloatAsDouble(reference);
        if (value != -1 || Py.ErrOccurred() == 0)
        {
            return true;
        }

        throw Raised();
    }

    public unsafe bool ToBool() => PyCheck.Status(Py.ObjectIsTrue(reference)) != 0;

    public override string ToString() => PyType.NameOf(PyType.Of(reference));

    // An OverflowError of a value means a value out of range; one of a key is the caller's.
    private unsafe Exception Raised()
    {
        if (isItem && Py.ErrExceptionMatches(PyExceptions.OverflowError) != 0)
        {
            Py.ErrClear();
            return new OverflowException();
        }

        return PythonException.Fetch();
    }

    // Beyond 128 bits is beyond every index and every item.
    private static Int128 Clamp(BigInteger value) => value < Int128.MinValue ? Int128.MinValue : value > Int128.MaxValue ? Int128.MaxValue : (Int128)value;
}
