using System;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>The table of item codes, with the sizes of this machine.</summary>
internal static class FormatCodes
{
    /// <summary>C's long: 8 bytes on 64-bit Unix, 4 on Windows and on 32-bit machines.</summary>
    public static readonly int LongSize = OperatingSystem.IsWindows() ? 4 : IntPtr.Size;

    /// <summary>C's long double: 16 bytes where it is wider than a double (x87 extended or IEEE quad), otherwise a plain double.</summary>
    public static readonly int LongDoubleSize = MeasureLongDouble();

    private static readonly FormatCode[] s_table = Build();

    /// <summary>The code's row, or false when no dialect knows it.</summary>
    public static bool TryGet(char code, out FormatCode row)
    {
        row = code < s_table.Length ? s_table[code] : default;
        return row.Code != '\0';
    }

    /// <summary>The row of a code that is known to exist.</summary>
    public static ref readonly FormatCode Get(char code) => ref s_table[code];

    /// <summary>Python 3.13's struct: its codes, and which of them need native mode.</summary>
    public static bool IsStruct(char code) => "xcbB?hHiIlLqQnNefdspP".Contains(code, StringComparison.Ordinal);

    public static bool IsNativeOnly(char code) => code is 'n' or 'N' or 'P';

    /// <summary>NumPy: no n N P p u t &amp; X, and a long double in native mode only.</summary>
    public static bool IsNumPy(char code, bool native) => "?cbBhHiIlLqQefdFDswOxT".Contains(code, StringComparison.Ordinal) || (native && code is 'g' or 'G');

    private static int MeasureLongDouble()
    {
        bool wide = RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64
            && !OperatingSystem.IsWindows()
            && !((OperatingSystem.IsMacOS() || OperatingSystem.IsIOS()) && RuntimeInformation.ProcessArchitecture == Architecture.Arm64);
        return wide ? 16 : 8;
    }

    private static FormatCode[] Build()
    {
        FormatCode[] table = new FormatCode[128];
        void Add(char code, int native, int standard, ScalarKind scalar, ItemKind kind, bool readable, int alignment) =>
            table[code] = new FormatCode(code, native, standard, alignment, scalar, kind, readable);

        AddIntegers(Add);
        AddOthers(Add);
        AddPointers(Add);
        return table;
    }

    private static void AddIntegers(Action<char, int, int, ScalarKind, ItemKind, bool, int> add)
    {
        void Both(char signed, char unsigned, int native, int standard, ScalarKind kind)
        {
            add(signed, native, standard, kind, ItemKind.SignedInteger, true, native);
            add(unsigned, native, standard, kind + 1, ItemKind.UnsignedInteger, true, native);
        }

        Both('b', 'B', 1, 1, ScalarKind.Int8);
        Both('h', 'H', 2, 2, ScalarKind.Int16);
        Both('i', 'I', 4, 4, ScalarKind.Int32);
        Both('l', 'L', LongSize, 4, ScalarKind.Int32);
        Both('q', 'Q', 8, 8, ScalarKind.Int64);
        Both('n', 'N', IntPtr.Size, IntPtr.Size, ScalarKinds.PointerSigned);
        add('?', 1, 1, ScalarKind.Boolean, ItemKind.Boolean, true, 1);
    }

    private static void AddOthers(Action<char, int, int, ScalarKind, ItemKind, bool, int> add)
    {
        int wide = LongDoubleSize;
        add('e', 2, 2, ScalarKind.Float16, ItemKind.Float, true, 2);
        add('f', 4, 4, ScalarKind.Float32, ItemKind.Float, true, 4);
        add('d', 8, 8, ScalarKind.Float64, ItemKind.Float, true, 8);
        add('g', wide, wide, wide == 16 ? ScalarKind.LongDouble : ScalarKind.Float64, ItemKind.Float, true, wide);
        add('F', 8, 8, ScalarKind.Complex64, ItemKind.Complex, true, 4);
        add('D', 16, 16, ScalarKind.Complex128, ItemKind.Complex, true, 8);
        add('G', wide * 2, wide * 2, wide == 16 ? ScalarKind.None : ScalarKind.Complex128, ItemKind.Complex, true, wide);
        add('c', 1, 1, ScalarKind.Char8, ItemKind.Byte, true, 1);
        add('s', 1, 1, ScalarKind.None, ItemKind.Bytes, true, 1);
        add('p', 1, 1, ScalarKind.None, ItemKind.PascalBytes, true, 1);
        add('x', 1, 1, ScalarKind.None, ItemKind.Padding, true, 1);
        add('u', 2, 2, ScalarKind.Utf16, ItemKind.Text, true, 2);
        add('w', 4, 4, ScalarKind.Utf32, ItemKind.Text, true, 4);
    }

    // ctypes writes pointers under '<' too: they keep the machine's size in every mode.
    private static void AddPointers(Action<char, int, int, ScalarKind, ItemKind, bool, int> add)
    {
        int size = IntPtr.Size;
        add('P', size, size, ScalarKinds.PointerUnsigned, ItemKind.Pointer, true, size);
        foreach (char code in "O&XzZ")
        {
            add(code, size, size, ScalarKind.None, ItemKind.Pointer, false, size);
        }

        add('t', 1, 1, ScalarKind.None, ItemKind.Unknown, false, 1);
        add('T', 0, 0, ScalarKind.None, ItemKind.Record, true, 1);
    }
}
