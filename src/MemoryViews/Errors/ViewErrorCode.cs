namespace MemoryViews;

/// <summary>
/// The stable reason behind an exception of this library. Messages may improve, codes stay; the Python exception class of a code
/// is in one table (<see cref="IViewException"/>).
/// </summary>
public enum ViewErrorCode
{
    /// <summary>No reason given.</summary>
    None,

    /// <summary>The view, its loan or the memory under it has been given back. Python: <c>ValueError</c>.</summary>
    Released,

    /// <summary>An index lies outside its axis. Python: <c>IndexError</c>.</summary>
    IndexOutOfRange,

    /// <summary>More or fewer indices than the view has axes. Python: <c>TypeError</c>.</summary>
    WrongIndexCount,

    /// <summary>A subscript of a kind that the view does not take. Python: <c>TypeError</c>.</summary>
    InvalidKey,

    /// <summary>An axis number that the layout does not have, or one named twice. Python: <c>ValueError</c>.</summary>
    InvalidAxis,

    /// <summary>A slice with step 0. Python: <c>ValueError</c>.</summary>
    ZeroStep,

    /// <summary>A format string that cannot be parsed. Python: <c>ValueError</c>.</summary>
    FormatSyntax,

    /// <summary>A format that parses, but whose items cannot be read or written. Python: <c>NotImplementedError</c>.</summary>
    FormatUnsupported,

    /// <summary>Two formats, or a format and a .NET type, that do not belong together. Python: <c>TypeError</c>.</summary>
    FormatMismatch,

    /// <summary>A record field that the format does not have. Python: <c>KeyError</c>.</summary>
    UnknownField,

    /// <summary>Source and destination differ in format, rank or shape. Python: <c>ValueError</c>.</summary>
    StructureMismatch,

    /// <summary>A value of a type that the format does not take. Python: <c>TypeError</c>.</summary>
    ValueType,

    /// <summary>A value outside the range of the format. Python: <c>ValueError</c>.</summary>
    ValueRange,

    /// <summary>A number too large for the machine type that carries it. Python: <c>OverflowError</c>.</summary>
    ValueOverflow,

    /// <summary>A write to read-only memory. Python: <c>TypeError</c>.</summary>
    ReadOnly,

    /// <summary>The operation needs memory in one contiguous run. Python: <c>TypeError</c>.</summary>
    NotContiguous,

    /// <summary>A shape that does not fit the bytes there are. Python: <c>TypeError</c>.</summary>
    ShapeMismatch,

    /// <summary>A shape, size or count that no view can have. Python: <c>ValueError</c>.</summary>
    InvalidShape,

    /// <summary>A layout that reaches outside the memory it is laid over. Python: <c>ValueError</c>.</summary>
    OutOfBounds,

    /// <summary>An argument outside its range. Python: <c>ValueError</c>.</summary>
    InvalidArgument,

    /// <summary>An argument of the wrong type. Python: <c>TypeError</c>.</summary>
    InvalidType,

    /// <summary>An object that does not lend its memory. Python: <c>TypeError</c>.</summary>
    NotAnExporter,

    /// <summary>The exporter cannot meet the buffer request. Python: <c>BufferError</c>.</summary>
    RequestRefused,

    /// <summary>Loans, leases or pins are out and the operation would move or free their memory. Python: <c>BufferError</c>.</summary>
    LoansOut,

    /// <summary>A view of rank 0 has no length. Python: <c>TypeError</c>.</summary>
    ScalarLength,

    /// <summary>Items of a view cannot be deleted. Python: <c>TypeError</c>.</summary>
    CannotDelete,

    /// <summary>Only read-only byte views have a content hash. Python: <c>ValueError</c>.</summary>
    NotHashable,

    /// <summary>The exporter itself is not hashable. Python: <c>TypeError</c>.</summary>
    UnhashableExporter,

    /// <summary>A layout that PEP 3118 cannot express without a copy. Python: <c>NotImplementedError</c>.</summary>
    NotExpressible,

    /// <summary>Something CPython does not implement, refused in strict mode. Python: <c>NotImplementedError</c>.</summary>
    NotImplemented,

    /// <summary>The operation is refused on this kind of memory. Python: <c>NotImplementedError</c>.</summary>
    NotSupported,

    /// <summary>A value or format refused by the rules of Python's struct module. Python: <c>struct.error</c>.</summary>
    StructError,

    /// <summary>A text that is not ASCII where Python wants ASCII. Python: <c>UnicodeEncodeError</c>.</summary>
    NotAscii,

    /// <summary>A searched value that is not there. Python: <c>ValueError</c>.</summary>
    NotFound,

    /// <summary>A file that cannot be opened, mapped or read. Python: <c>OSError</c>.</summary>
    FileFailed,

    /// <summary>Memory the system could not give. Python: <c>MemoryError</c>.</summary>
    OutOfMemory,

    /// <summary>A call the protocol does not know. Python: <c>SystemError</c>.</summary>
    ProtocolMisuse,
}
