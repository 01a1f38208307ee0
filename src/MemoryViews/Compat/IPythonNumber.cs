using System;

namespace MemoryViews;

/// <summary>
/// A value with Python's number protocol: <c>__index__</c>, <c>__float__</c> and <c>__bool__</c>. The methods are user code that runs in
/// the middle of an operation: they may release the view that is being written, and what they throw reaches the caller.
/// </summary>
/// <remarks>Called on the thread of the operation that needs the number.</remarks>
public interface IPythonNumber
{
    /// <summary>
    /// Whether the object has <c>__index__</c>, found out without calling it: CPython decides by that what kind of subscript it has, and calls later or never.
    /// Where it is not implemented, <see cref="TryIndex"/> is asked.
    /// </summary>
    bool HasIndex => TryIndex(out _);

    /// <summary>The value as a whole number. Python: <c>__index__</c>.</summary>
    /// <param name="value">The number.</param>
    /// <returns>False when the object has no <c>__index__</c>.</returns>
    bool TryIndex(out Int128 value);

    /// <summary>The value as a real number. Python: <c>__float__</c>.</summary>
    /// <param name="value">The number.</param>
    /// <returns>False when the object has no <c>__float__</c>.</returns>
    bool TryFloat(out double value);

    /// <summary>The truth of the value. Python: <c>__bool__</c>; an object without one is true.</summary>
    bool ToBool();
}
