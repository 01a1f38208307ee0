using System;
using System.Threading;

namespace MemoryViews.Python;

/// <summary>
/// An exception that Python code raised: its class, its message and where it came from. The Python exception itself is kept, and raised again as it was
/// when this one passes back into Python.
/// </summary>
/// <remarks>Safe to use from any thread.</remarks>
public class PythonException : Exception, IViewException
{
    private PythonObject? _value;
    private string? _traceback;

    private PythonException(string typeName, string message, PythonObject? value)
        : base(message.Length == 0 ? typeName : $"{typeName}: {message}")
    {
        TypeName = typeName;
        PythonMessage = message;
        _value = value;
        Code = CodeOf(value);
    }

    /// <summary>The name of the Python class, such as <c>"ValueError"</c>.</summary>
    public string TypeName { get; }

    /// <summary>What <c>str()</c> of the exception gives; <see cref="Exception.Message"/> has the class in front.</summary>
    public string PythonMessage { get; }

    /// <inheritdoc/>
    public ViewErrorCode Code { get; }

    /// <summary>The Python exception object; null when it went back to Python. Belongs to this exception: do not dispose it.</summary>
    public PythonObject? Value => Volatile.Read(ref _value);

    /// <summary>What Python would print: the calls that led there, the class and the message. Takes the interpreter's lock the first time.</summary>
    public string Traceback => _traceback ??= PythonTraceback.Format(Value) ?? Message;

    /// <inheritdoc/>
    public override string ToString() => $"{base.ToString()}{Environment.NewLine}{Traceback}";

    /// <summary>Whether the Python exception is of a class, or of one derived from it.</summary>
    /// <param name="typeName">A built-in class, such as <c>"LookupError"</c>, or the exact class's own name.</param>
    public unsafe bool Is(string typeName)
    {
        ArgumentNullException.ThrowIfNull(typeName);
        if (typeName == TypeName || Value is not { } value)
        {
            return typeName == TypeName;
        }

        using PythonUse use = new(value);
        using PyReference name = new(PyText.New(typeName));
        nint type = Py.DictGetItemWithError(Py.GetBuiltins(), name.Pointer);
        return type != 0 && PyType.Has(type, PyTypeFlags.TypeSubclass) && PyType.Is(use.Pointer, type);
    }

    /// <summary>Takes the error that Python has set. The caller holds the interpreter's lock.</summary>
    internal static unsafe PythonException Fetch()
    {
        nint type, value, trace;
        Py.ErrFetch(&type, &value, &trace);
        if (type == 0)
        {
            return new("SystemError", "a function failed without saying why", null);
        }

        Py.ErrNormalize(&type, &value, &trace);
        if (trace != 0)
        {
            _ = Py.ExceptionSetTraceback(value, trace);
            Py.DecRef(trace);
        }

        string name = PyType.NameOf(type);
        Py.DecRef(type);
        return new(name, TextOf(value), PythonObject.Own(value));
    }

    /// <summary>Makes it Python's error again; it is Python's from then on. False when there is nothing to raise.</summary>
    internal unsafe bool TryRestore()
    {
        nint value = Interlocked.Exchange(ref _value, null)?.Detach() ?? 0;
        if (value == 0)
        {
            return false;
        }

        nint type = PyType.Of(value);
        Py.IncRef(type);
        Py.ErrRestore(type, value, Py.ExceptionGetTraceback(value));
        return true;
    }

    // The text of an exception is its own code, which may fail.
    private static unsafe string TextOf(nint value)
    {
        nint text = Py.ObjectStr(value);
        if (text == 0)
        {
            Py.ErrClear();
            return "";
        }

        string message = PyText.Read(text);
        Py.DecRef(text);
        return message;
    }

    private static unsafe ViewErrorCode CodeOf(PythonObject? value)
    {
        if (value is null)
        {
            return ViewErrorCode.ProtocolMisuse;
        }

        foreach ((nint type, ViewErrorCode code) in PythonCodes.All)
        {
            if (PyType.Is(value.Pointer, type))
            {
                return code;
            }
        }

        return ViewErrorCode.None;
    }
}
