namespace MemoryViews.Python;

internal static unsafe partial class Py
{
    // Numbers.
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> BoolFromLong = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PyBool_FromLong");
    public static readonly delegate* unmanaged[Cdecl]<long, nint> LongFromLongLong = (delegate* unmanaged[Cdecl]<long, nint>)Symbols.Function("PyLong_FromLongLong");
    public static readonly delegate* unmanaged[Cdecl]<ulong, nint> LongFromUnsignedLongLong = (delegate* unmanaged[Cdecl]<ulong, nint>)Symbols.Function("PyLong_FromUnsignedLongLong");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> LongFromSsize = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PyLong_FromSsize_t");
    public static readonly delegate* unmanaged[Cdecl]<byte*, byte**, int, nint> LongFromString = (delegate* unmanaged[Cdecl]<byte*, byte**, int, nint>)Symbols.Function("PyLong_FromString");
    public static readonly delegate* unmanaged[Cdecl]<void*, nint> LongFromVoidPtr = (delegate* unmanaged[Cdecl]<void*, nint>)Symbols.Function("PyLong_FromVoidPtr");
    public static readonly delegate* unmanaged[Cdecl]<nint, long> LongAsLongLong = (delegate* unmanaged[Cdecl]<nint, long>)Symbols.Function("PyLong_AsLongLong");
    public static readonly delegate* unmanaged[Cdecl]<nint, int*, long> LongAsLongLongAndOverflow = (delegate* unmanaged[Cdecl]<nint, int*, long>)Symbols.Function("PyLong_AsLongLongAndOverflow");
    public static readonly delegate* unmanaged[Cdecl]<nint, ulong> LongAsUnsignedLongLong = (delegate* unmanaged[Cdecl]<nint, ulong>)Symbols.Function("PyLong_AsUnsignedLongLong");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> LongAsSsize = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PyLong_AsSsize_t");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> NumberIndex = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PyNumber_Index");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint, nint> NumberAsSsize = (delegate* unmanaged[Cdecl]<nint, nint, nint>)Symbols.Function("PyNumber_AsSsize_t");
    public static readonly delegate* unmanaged[Cdecl]<nint, int, nint> NumberToBase = (delegate* unmanaged[Cdecl]<nint, int, nint>)Symbols.Function("PyNumber_ToBase");
    public static readonly delegate* unmanaged[Cdecl]<nint, int> IndexCheck = (delegate* unmanaged[Cdecl]<nint, int>)Symbols.Function("PyIndex_Check");
    public static readonly delegate* unmanaged[Cdecl]<nint, int> NumberCheck = (delegate* unmanaged[Cdecl]<nint, int>)Symbols.Function("PyNumber_Check");
    public static readonly delegate* unmanaged[Cdecl]<nint, nint> NumberFloat = (delegate* unmanaged[Cdecl]<nint, nint>)Symbols.Function("PyNumber_Float");
    public static readonly delegate* unmanaged[Cdecl]<double, nint> FloatFromDouble = (delegate* unmanaged[Cdecl]<double, nint>)Symbols.Function("PyFloat_FromDouble");
    public static readonly delegate* unmanaged[Cdecl]<nint, double> FloatAsDouble = (delegate* unmanaged[Cdecl]<nint, double>)Symbols.Function("PyFloat_AsDouble");
    public static readonly delegate* unmanaged[Cdecl]<double, double, nint> ComplexFromDoubles = (delegate* unmanaged[Cdecl]<double, double, nint>)Symbols.Function("PyComplex_FromDoubles");
    public static readonly delegate* unmanaged[Cdecl]<nint, double> ComplexReal = (delegate* unmanaged[Cdecl]<nint, double>)Symbols.Function("PyComplex_RealAsDouble");
    public static readonly delegate* unmanaged[Cdecl]<nint, double> ComplexImaginary = (delegate* unmanaged[Cdecl]<nint, double>)Symbols.Function("PyComplex_ImagAsDouble");
}
