using System.Runtime.InteropServices;

namespace MemoryViews.Interchange;

/// <summary>What the items of a tensor are, in host byte order. C: <c>DLDataType</c>.</summary>
/// <param name="Code">The kind of number.</param>
/// <param name="Bits">Bits of one number.</param>
/// <param name="Lanes">Numbers in an item, 1 for plain ones.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct DLDataType(DLDataTypeCode Code, byte Bits, ushort Lanes);

/// <summary>Kinds of numbers; others keep their code. C: <c>DLDataTypeCode</c>.</summary>
public enum DLDataTypeCode : byte
{
    /// <summary>A signed integer.</summary>
    Int = 0,

    /// <summary>An unsigned integer.</summary>
    UInt = 1,

    /// <summary>A floating-point number of IEEE 754.</summary>
    Float = 2,

    /// <summary>A handle whose meaning is between the two sides.</summary>
    OpaqueHandle = 3,

    /// <summary>The upper half of a float. No item format says it.</summary>
    Bfloat = 4,

    /// <summary>Two floats: a complex number.</summary>
    Complex = 5,

    /// <summary>A truth value in a byte.</summary>
    Bool = 6,
}
