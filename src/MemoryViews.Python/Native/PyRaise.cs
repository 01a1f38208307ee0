using System;
using System.Text;

namespace MemoryViews.Python;

/// <summary>
/// Raises .NET exceptions as Python's. No exception may leave a method that Python calls, or the process ends: each such method is
/// <code>
/// [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
/// private static nint Get(nint self)
/// {
///     try { return ...; }
///     catch (Exception e) { return PyRaise.Null(e); }     // PyRaise.Failed(e) where -1 says so
/// }
/// </code>
/// </summary>
internal static unsafe class PyRaise
{
    /// <summary>Raises, for functions that answer with a reference.</summary>
    /// <returns>0.</returns>
    public static nint Null(Exception error)
    {
        Set(error);
        return 0;
    }

    /// <summary>Raises, for functions that answer with a status or a length.</summary>
    /// <returns>-1.</returns>
    public static int Failed(Exception error)
    {
        Set(error);
        return -1;
    }

    /// <summary>Raises with a class and a message chosen here.</summary>
    /// <returns>0.</returns>
    public static nint Null(nint type, ReadOnlySpan<byte> message)
    {
        fixed (byte* text = message)
        {
            Py.ErrSetString(type, text);
        }

        return 0;
    }

    /// <summary>Sets Python's error: its own again where it came from there, else the class that the library's table gives.</summary>
    public static void Set(Exception error)
    {
        try
        {
            if (error is PythonException python && python.TryRestore())
            {
                return;
            }

            SetNew(PythonView.PythonClassOf(error), error.Message);
        }
        catch (PythonException second)
        {
            if (!second.TryRestore())
            {
                Py.ErrNoMemory();
            }
        }
        catch (Exception)
        {
            Py.ErrNoMemory(); // whatever it was, it must not leave
        }
    }

    /// <summary>Prints the exception, where nobody can be told: an object that goes away, memory given back. An error under way stays what it was.</summary>
    public static void Unraisable(Exception error, nint where)
    {
        nint type, value, trace;
        Py.ErrFetch(&type, &value, &trace);
        Set(error);
        Py.ErrWriteUnraisable(where);
        Py.ErrRestore(type, value, trace);
    }

    private static void SetNew(string name, string message)
    {
        switch (name)
        {
            case "struct.error":
                SetStructError(message);
                break;
            case "UnicodeEncodeError":
                SetUnicodeError(message);
                break;
            default:
                SetText(ClassOf(name), message);
                break;
        }
    }

    private static void SetText(nint type, string message)
    {
        fixed (byte* text = Encoding.UTF8.GetBytes(message + '\0'))
        {
            Py.ErrSetString(type, text);
        }
    }

    private static void SetStructError(string message)
    {
        fixed (byte* module = "struct"u8, name = "error"u8)
        {
            nint import = PyCheck.Reference(Py.ImportModule(module));
            nint type = Py.ObjectGetAttrString(import, name);
            Py.DecRef(import);
            SetText(PyCheck.Reference(type), message);
            Py.DecRef(type);
        }
    }

    // This class is made of five things: encoding, text, start, end and reason.
    private static void SetUnicodeError(string message)
    {
        nint arguments = FromNet.Tuple(["ascii", "", 0, 1, message]);
        Py.ErrSetObject(PyExceptions.UnicodeEncodeError, arguments);
        Py.DecRef(arguments);
    }

    private static nint ClassOf(string name) => name switch
    {
        "BufferError" => PyExceptions.BufferError,
        "IndexError" => PyExceptions.IndexError,
        "KeyError" => PyExceptions.KeyError,
        "MemoryError" => PyExceptions.MemoryError,
        "NotImplementedError" => PyExceptions.NotImplementedError,
        "OSError" => PyExceptions.OSError,
        "OverflowError" => PyExceptions.OverflowError,
        "SystemError" => PyExceptions.SystemError,
        "TypeError" => PyExceptions.TypeError,
        "ValueError" => PyExceptions.ValueError,
        "ZeroDivisionError" => PyExceptions.ZeroDivisionError,
        _ => PyExceptions.RuntimeError,
    };
}
