namespace MemoryViews;

/// <summary>
/// A slice as a subscript of <see cref="PythonView"/>: bounds are objects, because Python takes any number with <c>__index__</c> there, of any
/// size. Python: <c>slice(start, stop, step)</c>.
/// </summary>
/// <remarks>An immutable value: safe to use from any thread.</remarks>
/// <param name="Start">First index taken: null, a whole number of any type, or an <see cref="IPythonNumber"/>.</param>
/// <param name="Stop">First index no longer taken.</param>
/// <param name="Step">Distance between indices taken.</param>
public sealed record PythonSlice(object? Start, object? Stop, object? Step = null);
