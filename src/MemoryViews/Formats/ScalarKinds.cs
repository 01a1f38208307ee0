using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>Facts about scalar kinds, and the kind of a .NET type.</summary>
internal static class ScalarKinds
{
    // One byte a kind, in the order of the enumeration.
    private static ReadOnlySpan<byte> Sizes => [0, 1, 1, 2, 2, 4, 4, 8, 8, 2, 4, 8, 1, 1, 2, 4, 8, 16, 16];

    // The native code of each kind, for messages.
    private static ReadOnlySpan<char> Codes => "?bBhHiIqQefd?cuw??g";

    /// <summary>The kind of T; None for structs. Every branch is a constant to the compiler, so a caller pays nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarKind Of<T>()
        where T : unmanaged
    {
        if (typeof(T) == typeof(byte)) { return ScalarKind.UInt8; }
        if (typeof(T) == typeof(sbyte)) { return ScalarKind.Int8; }
        if (typeof(T) == typeof(short)) { return ScalarKind.Int16; }
        if (typeof(T) == typeof(ushort)) { return ScalarKind.UInt16; }
        if (typeof(T) == typeof(int)) { return ScalarKind.Int32; }
        if (typeof(T) == typeof(uint)) { return ScalarKind.UInt32; }
        if (typeof(T) == typeof(long)) { return ScalarKind.Int64; }
        if (typeof(T) == typeof(ulong)) { return ScalarKind.UInt64; }
        if (typeof(T) == typeof(Half)) { return ScalarKind.Float16; }
        if (typeof(T) == typeof(float)) { return ScalarKind.Float32; }
        if (typeof(T) == typeof(double)) { return ScalarKind.Float64; }
        if (typeof(T) == typeof(bool)) { return ScalarKind.Boolean; }
        if (typeof(T) == typeof(char)) { return ScalarKind.Utf16; }
        if (typeof(T) == typeof(Complex)) { return ScalarKind.Complex128; }
        if (typeof(T) == typeof(nint)) { return PointerSigned; }
        if (typeof(T) == typeof(nuint)) { return PointerUnsigned; }
        return typeof(T).IsEnum ? EnumKind<T>.Value : ScalarKind.None;
    }

    public static ScalarKind PointerSigned => IntPtr.Size == 8 ? ScalarKind.Int64 : ScalarKind.Int32;

    public static ScalarKind PointerUnsigned => IntPtr.Size == 8 ? ScalarKind.UInt64 : ScalarKind.UInt32;

    /// <summary>Bytes of one scalar.</summary>
    public static int SizeOf(ScalarKind kind) => Sizes[(int)kind];

    /// <summary>The format code of a kind in the machine's own order.</summary>
    public static string CodeOf(ScalarKind kind) => kind switch
    {
        ScalarKind.Complex64 => "Zf",
        ScalarKind.Complex128 => "Zd",
        _ => Codes[(int)kind].ToString(),
    };

    /// <summary>b to Q: the kinds that hold whole numbers, without truth values and characters.</summary>
    public static bool IsInteger(ScalarKind kind) => kind is >= ScalarKind.Int8 and <= ScalarKind.UInt64;

    public static bool IsSigned(ScalarKind kind) => kind is ScalarKind.Int8 or ScalarKind.Int16 or ScalarKind.Int32 or ScalarKind.Int64;

    public static bool IsFloat(ScalarKind kind) => kind is >= ScalarKind.Float16 and <= ScalarKind.Float64 or ScalarKind.LongDouble;

    public static bool IsComplex(ScalarKind kind) => kind is ScalarKind.Complex64 or ScalarKind.Complex128;

    public static bool IsText(ScalarKind kind) => kind is ScalarKind.Utf16 or ScalarKind.Utf32;

    public static bool IsNumber(ScalarKind kind) => kind != ScalarKind.None && kind != ScalarKind.Char8 && !IsText(kind);

    /// <summary>Smallest and largest value of a kind that holds whole numbers in some way.</summary>
    public static (Int128 Low, Int128 High) Range(ScalarKind kind)
    {
        int bits = SizeOf(kind) * 8;
        return IsSigned(kind) ? (-(Int128.One << (bits - 1)), (Int128.One << (bits - 1)) - 1) : (0, (Int128.One << bits) - 1);
    }

    private static class EnumKind<T>
        where T : unmanaged
    {
        public static readonly ScalarKind Value = StructTypes.KindOf(Type.GetTypeCode(typeof(T)));
    }
}
