using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews.Python;

/// <summary>Items of CPython's native codes, straight from memory to Python objects and back. What is not quite plain is left to the engine, which also knows what to refuse.</summary>
internal static unsafe class PlainItem
{
    private static readonly byte[] s_sizes = MakeSizes();

    /// <summary>Bytes of an item; 0 for a code that is none of those.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SizeOf(byte code) => code < 128 ? s_sizes[code] : 0;

    /// <summary>A new reference to an item's value.</summary>
    public static nint Read(byte code, byte* item) => code switch
    {
        (byte)'B' => Leaf.LongFromLongLong(*item),
        (byte)'b' => Leaf.LongFromLongLong(*(sbyte*)item),
        (byte)'h' => Leaf.LongFromLongLong(Unsafe.ReadUnaligned<short>(item)),
        (byte)'H' => Leaf.LongFromLongLong(Unsafe.ReadUnaligned<ushort>(item)),
        (byte)'i' => Leaf.LongFromLongLong(Unsafe.ReadUnaligned<int>(item)),
        (byte)'I' => Leaf.LongFromLongLong(Unsafe.ReadUnaligned<uint>(item)),
        (byte)'q' => Leaf.LongFromLongLong(Unsafe.ReadUnaligned<long>(item)),
        (byte)'n' => Leaf.LongFromLongLong(Unsafe.ReadUnaligned<nint>(item)),
        (byte)'l' => Leaf.LongFromLongLong(Unsafe.ReadUnaligned<CLong>(item).Value),
        (byte)'L' => Leaf.LongFromUnsignedLongLong(Unsafe.ReadUnaligned<CULong>(item).Value),
        (byte)'Q' => Leaf.LongFromUnsignedLongLong(Unsafe.ReadUnaligned<ulong>(item)),
        (byte)'N' or (byte)'P' => Leaf.LongFromUnsignedLongLong(Unsafe.ReadUnaligned<nuint>(item)),
        (byte)'f' => Leaf.FloatFromDouble(Unsafe.ReadUnaligned<float>(item)),
        (byte)'d' => Leaf.FloatFromDouble(Unsafe.ReadUnaligned<double>(item)),
        (byte)'?' => ViewValues.Again(*item != 0 ? Py.True : Py.False),
        _ => Py.BytesFromStringAndSize(item, 1),
    };

    /// <summary>Stores an int in an integer item, or a float in a float item; false for all else, and for what does not fit.</summary>
    public static bool TryWrite(byte code, byte* item, nint value)
    {
        if (code is (byte)'f' or (byte)'d')
        {
            return PyType.Of(value) == Py.FloatType && WriteReal(code, item, Leaf.FloatAsDouble(value));
        }

        if (PyType.Of(value) != Py.IntType)
        {
            return false;
        }

        int overflow;
        long number = Leaf.LongAsLongLongAndOverflow(value, &overflow);
        return overflow == 0 && code switch
        {
            (byte)'B' => number is >= 0 and <= byte.MaxValue && Write(item, (byte)number),
            (byte)'b' => number is >= sbyte.MinValue and <= sbyte.MaxValue && Write(item, (sbyte)number),
            (byte)'h' => number is >= short.MinValue and <= short.MaxValue && Write(item, (short)number),
            (byte)'H' => number is >= 0 and <= ushort.MaxValue && Write(item, (ushort)number),
            (byte)'i' => number is >= int.MinValue and <= int.MaxValue && Write(item, (int)number),
            (byte)'I' => number is >= 0 and <= uint.MaxValue && Write(item, (uint)number),
            (byte)'q' => Write(item, number),
            (byte)'Q' => number >= 0 && Write(item, number),
            _ => false,
        };
    }

    private static bool WriteReal(byte code, byte* item, double value) => code == 'f' ? Write(item, (float)value) : Write(item, value);

    private static bool Write<T>(byte* item, T value)
        where T : unmanaged
    {
        Unsafe.WriteUnaligned(item, value);
        return true;
    }

    private static byte[] MakeSizes()
    {
        byte[] sizes = new byte[128];
        foreach ((string codes, int size) in ((string, int)[])[("cbB?", 1), ("hH", 2), ("iIf", 4), ("qQd", 8), ("lL", sizeof(CLong)), ("nNP", sizeof(nint))])
        {
            foreach (char code in codes)
            {
                sizes[code] = (byte)size;
            }
        }

        return sizes;
    }
}
