using System;
using System.Collections.Generic;
using System.IO;

namespace MemoryViews;

/// <summary>The one table of Python's exception classes: by the code of an exception of this library, by the type of any other.</summary>
internal static class PythonErrors
{
    public static string ClassOf(Exception error) => error is IViewException view ? ClassOf(view.Code) : ClassOfType(error);

    public static string ClassOf(ViewErrorCode code) => code switch
    {
        ViewErrorCode.IndexOutOfRange => "IndexError",
        ViewErrorCode.UnknownField => "KeyError",
        ViewErrorCode.RequestRefused or ViewErrorCode.LoansOut => "BufferError",
        ViewErrorCode.ValueOverflow => "OverflowError",
        ViewErrorCode.StructError => "struct.error",
        ViewErrorCode.NotAscii => "UnicodeEncodeError",
        ViewErrorCode.FileFailed => "OSError",
        ViewErrorCode.OutOfMemory => "MemoryError",
        ViewErrorCode.ProtocolMisuse => "SystemError",

        ViewErrorCode.FormatUnsupported or ViewErrorCode.NotExpressible or ViewErrorCode.NotImplemented
            or ViewErrorCode.NotSupported => "NotImplementedError",

        ViewErrorCode.WrongIndexCount or ViewErrorCode.InvalidKey or ViewErrorCode.FormatMismatch or ViewErrorCode.ValueType
            or ViewErrorCode.ReadOnly or ViewErrorCode.NotContiguous or ViewErrorCode.ShapeMismatch or ViewErrorCode.InvalidType
            or ViewErrorCode.NotAnExporter or ViewErrorCode.ScalarLength or ViewErrorCode.CannotDelete
            or ViewErrorCode.UnhashableExporter => "TypeError",

        ViewErrorCode.Released or ViewErrorCode.InvalidAxis or ViewErrorCode.ZeroStep or ViewErrorCode.FormatSyntax
            or ViewErrorCode.StructureMismatch or ViewErrorCode.ValueRange or ViewErrorCode.InvalidShape or ViewErrorCode.OutOfBounds
            or ViewErrorCode.InvalidArgument or ViewErrorCode.NotHashable or ViewErrorCode.NotFound => "ValueError",

        _ => "RuntimeError",
    };

    // What user code throws in the middle of an operation, and .NET itself. Derived classes stand before their bases.
    private static string ClassOfType(Exception error) => error switch
    {
        DivideByZeroException => "ZeroDivisionError",
        OverflowException => "OverflowError",
        IndexOutOfRangeException => "IndexError",
        KeyNotFoundException => "KeyError",
        OutOfMemoryException => "MemoryError",
        IOException => "OSError",
        NotImplementedException or NotSupportedException => "NotImplementedError",
        InvalidCastException or ArgumentNullException => "TypeError",
        ArgumentException or FormatException or ObjectDisposedException => "ValueError",
        _ => "RuntimeError",
    };
}
