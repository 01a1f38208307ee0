using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>Equal numbers by IEEE 754: NaN is not even itself, and the zeros are one. A complex number is two parts.</summary>
internal readonly struct SameFloats<T>(int parts, bool swapX, bool swapY) : ISame
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static bool IsExact => false;

    public bool Same(scoped ref byte x, scoped ref byte y)
        => Read(swapX, ref x) == Read(swapY, ref y)
        && (parts == 1 || Read(swapX, ref Unsafe.AddByteOffset(ref x, Unsafe.SizeOf<T>())) == Read(swapY, ref Unsafe.AddByteOffset(ref y, Unsafe.SizeOf<T>())));

    // The branches are constants for each T.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Read(bool swap, scoped ref byte place)
    {
        if (Unsafe.SizeOf<T>() == sizeof(ushort))
        {
            return Unsafe.BitCast<ushort, T>(ScalarCodec.Read<ushort>(swap, ref place));
        }

        return Unsafe.SizeOf<T>() == sizeof(uint)
            ? Unsafe.BitCast<uint, T>(ScalarCodec.Read<uint>(swap, ref place))
            : Unsafe.BitCast<ulong, T>(ScalarCodec.Read<ulong>(swap, ref place));
    }
}

/// <summary>Equal truth: any byte but 0 is true.</summary>
internal readonly struct SameTruth : ISame
{
    public static bool IsExact => false;

    public bool Same(scoped ref byte x, scoped ref byte y) => (x != 0) == (y != 0);
}

/// <summary>Equal integers or characters in two byte orders.</summary>
internal readonly struct SameSwapped<T> : ISame
    where T : unmanaged, IBinaryInteger<T>
{
    public static bool IsExact => false;

    public bool Same(scoped ref byte x, scoped ref byte y) => ScalarCodec.Read<T>(false, ref x) == ScalarCodec.Read<T>(true, ref y);
}

/// <summary>Equal values of any two formats.</summary>
internal readonly struct SameItems(ItemFormat a, ItemFormat b) : ISame
{
    private readonly int _sizeA = (int)a.Size;
    private readonly int _sizeB = (int)b.Size;

    public static bool IsExact => false;

    public bool Same(scoped ref byte x, scoped ref byte y)
        => ItemEquality.Equal(a, MemoryMarshal.CreateReadOnlySpan(ref x, _sizeA), b, MemoryMarshal.CreateReadOnlySpan(ref y, _sizeB));
}

/// <summary>Nothing is the same: formats that cannot be compared.</summary>
internal readonly struct NeverSame : ISame
{
    public static bool IsExact => false;

    public bool Same(scoped ref byte x, scoped ref byte y) => false;
}
