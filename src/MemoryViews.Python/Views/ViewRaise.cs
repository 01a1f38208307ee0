using System;
using System.Globalization;
using System.Text;

namespace MemoryViews.Python;

/// <summary>Exceptions of .NET as those of Python, as <see cref="PyRaise"/> does, in memoryview's own words where programs are known to look at them.</summary>
internal static unsafe class ViewRaise
{
    /// <summary>For functions that answer with a reference.</summary>
    public static nint Null(Exception error)
    {
        Set(error);
        return 0;
    }

    /// <summary>For functions that answer with a status, a length or a hash.</summary>
    public static int Failed(Exception error)
    {
        Set(error);
        return -1;
    }

    private static void Set(Exception error)
    {
        switch (error)
        {
            case PythonException:
                PyRaise.Set(error);
                break;
            case IViewException { Code: ViewErrorCode.Released }:
                PyRaise.Null(PyExceptions.ValueError, "operation forbidden on released memoryview object"u8);
                break;
            case AxisIndexException index:
                PyRaise.Null(PyExceptions.IndexError, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"index out of bounds on dimension {index.Axis + 1}\0")));
                break;
            default:
                PyRaise.Set(error);
                break;
        }
    }
}
