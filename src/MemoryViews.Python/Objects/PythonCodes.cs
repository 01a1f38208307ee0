namespace MemoryViews.Python;

/// <summary>The library's code for each of Python's classes; the first that fits counts, so derived classes stand before their bases.</summary>
internal static class PythonCodes
{
    public static readonly (nint Type, ViewErrorCode Code)[] All =
    [
        (PyExceptions.BufferError, ViewErrorCode.RequestRefused),
        (PyExceptions.IndexError, ViewErrorCode.IndexOutOfRange),
        (PyExceptions.KeyError, ViewErrorCode.UnknownField),
        (PyExceptions.MemoryError, ViewErrorCode.OutOfMemory),
        (PyExceptions.NotImplementedError, ViewErrorCode.NotImplemented),
        (PyExceptions.OSError, ViewErrorCode.FileFailed),
        (PyExceptions.OverflowError, ViewErrorCode.ValueOverflow),
        (PyExceptions.SystemError, ViewErrorCode.ProtocolMisuse),
        (PyExceptions.TypeError, ViewErrorCode.InvalidType),
        (PyExceptions.UnicodeEncodeError, ViewErrorCode.NotAscii),
        (PyExceptions.ValueError, ViewErrorCode.InvalidArgument),
    ];
}
