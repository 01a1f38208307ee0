using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace MemoryViews.Tests.Errors;

internal static partial class Catalogue
{
    private static Provocation[] FormatsSites =>
    [
        new("FormatSyntax", () => ItemFormat.Parse("i%"), "^"),
        new("UnknownDialect", () => ItemFormat.Parse("i", (FormatDialect)9), "9", "Pep3118, Struct or NumPy"),
        new("NotReadable", () => ItemFormat.Parse("O").Read(new byte[8]), "'O'", "'B'"),
        new("ItemTooShort", () => IntFormat.Read(new byte[3]), "'i'", "4 bytes", "3 bytes"),
        new("ValueType", () => Ints[0] = "one", "'i'", "one", "it takes"),
        new("ValueRange", () => Bytes[0] = 256, "'B'", "256", "0 to 255"),
        new("HalfOverflow", () => new Half[1].AsMemoryView()[0] = 70000, "'e'", "70000", "65520"),
        new("DoubleOverflow", () => new double[1].AsMemoryView()[0] = BigInteger.Pow(10, 400), "'d'", "1.8e308"),
        new("ByteCount", () => Bytes.Cast("c")[0] = new byte[2], "'c'", "2 bytes", "exactly one"),
        new("TextLength", () => new byte[8].AsMemoryView().Cast("2w")[0] = "three", "'2w'", "2 characters", "5"),
        new("RecordCount", () => Records[0] = new object[] { 1 }, "2 values", "1 came"),
        new("SubArrayShape", () => Bytes.Cast("(2)i")[0] = new[] { 1, 2, 3 }, "'(2)i'", "(2,)"),
        new("FieldThroughArray", () => _ = new byte[8].AsMemoryView().Cast("T{(2)T{h:x:h:y:}:pair:}")["pair.x"], "'pair.x'", "sub-array"),
        new("ComplexToReal", () => new double[1].AsMemoryView().Set(0, Complex.One), "'d'", "real part"),
        new("NoFormatForType", () => ItemFormat.Of<Union>(), "Union", "overlap", "T{i:id:d:value:}"),
        new("TypestrDatetime", () => ItemFormat.FromTypestr("<M8[s]"), "<M8[s]", "<i8"),
        new("NotNativeItem", () => Strict(new byte[4].AsMemoryView().Cast("<i")).GetItem(0), "'<i'"),
        new("StructSyntax", () => _ = new PythonStruct("i%"), "^"),
        new("StructNotAscii", () => _ = new PythonStruct("é"), "'é'", "ASCII"),
        new("StructCount", () => new PythonStruct("2i").Pack(1), "'2i'", "2 values", "1 came"),
        new("StructLength", () => new PythonStruct("i").Unpack(new byte[5]), "'i'", "4 bytes", "5", "UnpackFrom"),
        new("StructOffset", () => new PythonStruct("i").UnpackFrom(new byte[8], 5), "4 bytes", "offset 5", "8 bytes", "0 to 4"),
        new("StructIteration", () => new PythonStruct("i").IterUnpack(new byte[5]), "5 bytes", "4 bytes"),
        new("StructTooLarge", () => new PythonStruct("3000000000s").Pack(Array.Empty<byte>()), "3000000000", "2147483591"),
        new("StructValue", () => new PythonStruct("i").Pack("x"), "'i'", "it takes"),
        new("StructRange", () => new PythonStruct("B").Pack(256), "'B'", "256", "0 to 255"),
        new("StructFloatRange", () => new PythonStruct("<f").Pack(1e39), "3.4e38"),
    ];

    private static PythonView Strict(MemoryView view) => new(view);

    [StructLayout(LayoutKind.Explicit)]
    private struct Union
    {
        [FieldOffset(0)]
        public int Whole;

        [FieldOffset(0)]
        public float Real;
    }
}
