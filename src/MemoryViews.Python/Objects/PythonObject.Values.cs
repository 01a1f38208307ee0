using System.Globalization;
using System.Numerics;

namespace MemoryViews.Python;

public sealed unsafe partial class PythonObject
{
    /// <summary>Whether it is None.</summary>
    public bool IsNone => Pointer == Py.None;

    /// <summary>The name of its class, without the module. Python: <c>type(object).__name__</c>.</summary>
    public string TypeName
    {
        get
        {
            using PythonUse use = new(this);
            return PyType.NameOf(PyType.Of(use.Pointer));
        }
    }

    /// <summary>How many items it has. Python: <c>len(object)</c>.</summary>
    /// <exception cref="PythonException">Python raised: it has no length.</exception>
    public nint Length
    {
        get
        {
            using PythonUse use = new(this);
            return PyCheck.Size(Py.ObjectSize(use.Pointer));
        }
    }

    /// <summary>
    /// It as a .NET value, where it is a simple one: null, <c>bool</c>, <c>long</c> or <see cref="BigInteger"/>, <c>double</c>, <see cref="Complex"/>,
    /// <c>string</c>, <c>byte[]</c> (bytes), <c>object?[]</c> (a tuple), <c>List&lt;object?&gt;</c>, <see cref="PythonSlice"/>, <see cref="PythonEllipsis"/>; anything else is a <see cref="PythonObject"/>.
    /// </summary>
    /// <exception cref="PythonValueException">Tuples or lists are nested too deep.</exception>
    public object? ToObject()
    {
        using PythonUse use = new(this);
        return ToNet.Value(use.Pointer);
    }

    /// <summary>Its truth. Python: <c>bool(object)</c>.</summary>
    /// <exception cref="PythonException">Python raised.</exception>
    public bool ToBoolean()
    {
        using PythonUse use = new(this);
        return PyCheck.Status(Py.ObjectIsTrue(use.Pointer)) != 0;
    }

    /// <summary>It as an integer, by <c>__index__</c>. Python: <c>operator.index(object)</c>.</summary>
    /// <exception cref="PythonValueException">It does not fit.</exception>
    /// <exception cref="PythonException">Python raised: it is no integer.</exception>
    public long ToInt64()
    {
        BigInteger value = ToBigInteger();
        return value >= long.MinValue && value <= long.MaxValue ? (long)value : throw Error.IntegerTooLarge("Int64");
    }

    /// <summary>It as an integer of any size, by <c>__index__</c>. Python: <c>operator.index(object)</c>.</summary>
    /// <exception cref="PythonException">Python raised: it is no integer.</exception>
    public BigInteger ToBigInteger()
    {
        using PythonUse use = new(this);
        using PyReference index = new(Py.NumberIndex(use.Pointer));
        return ToNet.Integer(index.Pointer);
    }

    /// <summary>It as a number, by <c>__float__</c>. Python: <c>float(object)</c>.</summary>
    /// <exception cref="PythonException">Python raised: it is no number.</exception>
    public double ToDouble()
    {
        using PythonUse use = new(this);
        double value = Py.FloatAsDouble(use.Pointer);
        return value == -1.0 && Py.ErrOccurred() != 0 ? throw PythonException.Fetch() : value;
    }

    /// <summary>Its text. Python: <c>str(object)</c>.</summary>
    /// <exception cref="PythonException">Python raised.</exception>
    public override string ToString()
    {
        if (IsDisposed)
        {
            return string.Create(CultureInfo.InvariantCulture, $"<disposed {nameof(PythonObject)}>");
        }

        using PythonUse use = new(this);
        using PyReference text = new(Py.ObjectStr(use.Pointer));
        return PyText.Read(text.Pointer);
    }

    /// <summary>How Python shows it. Python: <c>repr(object)</c>.</summary>
    /// <exception cref="PythonException">Python raised.</exception>
    public string ToRepr()
    {
        using PythonUse use = new(this);
        using PyReference text = new(Py.ObjectRepr(use.Pointer));
        return PyText.Read(text.Pointer);
    }
}
