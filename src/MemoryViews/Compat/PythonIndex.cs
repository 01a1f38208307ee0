using System;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.ExceptionServices;

namespace MemoryViews;

/// <summary>
/// An element of a subscript that has <c>__index__</c>, asked once. What the user's code threw is kept and thrown where CPython would have
/// called it: whether an object is an index at all is decided earlier than what its value is.
/// </summary>
internal readonly struct PythonIndex
{
    private readonly BigInteger _value;
    private readonly ExceptionDispatchInfo? _raised;

    private PythonIndex(BigInteger value, ExceptionDispatchInfo? raised)
    {
        _value = value;
        _raised = raised;
    }

    /// <summary>Asks an object for its <c>__index__</c>; false when it has none.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "User code may throw anything; it is thrown again by Value.")]
    public static bool TryAsk(object? element, out PythonIndex index)
    {
        try
        {
            bool has = PythonNumber.TryIndex(element, out BigInteger value);
            index = new(value, null);
            return has;
        }
        catch (Exception error)
        {
            index = new(default, ExceptionDispatchInfo.Capture(error));
            return true;
        }
    }

    /// <summary>The index, or what asking for it threw.</summary>
    /// <exception cref="ViewArgumentException">The number passes every index. Python: IndexError.</exception>
    public nint Value()
    {
        _raised?.Throw();
        return _value >= nint.MinValue && _value <= nint.MaxValue ? (nint)_value : throw Error.IndexTooLarge(_value);
    }
}
