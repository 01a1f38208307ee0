using System;
using System.Collections.Generic;
using System.Numerics;

namespace MemoryViews.Tests.Errors;

internal static partial class Catalogue
{
    private static readonly BigInteger s_huge = BigInteger.Pow(2, 80);

    private static Provocation[] CompatSites =>
    [
        new("NotAnExporter", () => PythonView.Of(5), "Int32", "byte[]"),
        new("InvalidKey", () => Strict(Bytes).GetItem(1.5), "Double", "an integer"),
        new("ScalarKey", () => Strict(Bytes[..1].Reshape()).GetItem(0), "Int32", "empty tuple"),
        new("IndexTooLarge", () => Strict(Bytes).GetItem(s_huge), "81 bits", "64 bits"),
        new("SliceBound", () => Strict(Bytes).Index(1, "x", 2), "String", "integers"),
        new("NoSubViews", () => Strict(Grid).GetItem(0), "rank 2", "tuple"),
        new("NoTupleOfSlices", () => Strict(Grid).GetItem(new object?[] { Slice.All, Slice.All }), "first axis"),
        new("NoSliceAssignment", () => Strict(Grid).SetItem(Slice.All, Grid), "rank 2", "row by row"),
        new("CannotDelete", () => Strict(Bytes).DelItem(0), "deleted", "slice"),
        new("FormatNotString", () => Strict(Bytes).Cast(5), "Int32", "\"B\""),
        new("FormatNotAscii", () => Strict(Bytes).Cast("é"), "'é'", "ASCII"),
        new("CastNotCContiguous", () => Strict(Bytes.Flip()).Cast("B"), "strides (-1,)", "copy first"),
        new("CastEmpty", () => Strict(new byte[0, 2].AsMemoryView()).Cast("B"), "(0, 2)", "one axis"),
        new("ShapeNotList", () => Strict(Bytes).Cast("B", 8), "Int32", "list"),
        new("CastRank", () => Strict(Bytes).Cast("B", new object?[65]), "65", "64"),
        new("CastRanks", () => Strict(new byte[2, 4].AsMemoryView()).Cast("B", new object?[] { 4, 2 }), "from 2 to 2", "\"B\""),
        new("CastTarget", () => Strict(Bytes).Cast("<i"), "'<i'", "native"),
        new("CastBetween", () => Strict(Ints).Cast("h"), "'i'", "'h'", "\"B\""),
        new("LengthNotInt", () => Strict(Bytes).Cast("B", new object?[] { "8" }), "String", "axis 0"),
        new("LengthOverflow", () => Strict(Bytes).Cast("B", new object?[] { s_huge }), "81 bits", "64 bits"),
        new("LengthNotPositive", () => Strict(Bytes).Cast("B", new object?[] { -1 }), "-1", "axis 0", "1 and more"),
        new("CastTooLarge", () => Strict(Bytes).Cast("B", new object?[] { nint.MaxValue, 2 }), "axis 1", "memory"),
        new("CastProduct", () => Strict(Bytes).Cast("B", new object?[] { 3, 3 }), "(3, 3)", "8 bytes"),
        new("UnhashableExporter", () => Strict(new ByteArray("ab"u8).AsMemoryView().AsReadOnly()).GetHash(), "ByteArray", "copy"),
        new("NotFound", () => Strict(Bytes).Index(9), "not among", "Contains"),
        new("OrderNotString", () => Strict(Bytes).ToBytes(5), "Int32", "\"C\""),
        new("UnknownOrder", () => Strict(Bytes).ToBytes("c"), "'c'", "\"C\""),
        new("TooManyArguments", () => Strict(Bytes).Hex(":", 1, 2), "3 arguments", "2 at most"),
        new("UnknownArgument", () => Strict(Bytes).Hex([], new Dictionary<string, object?> { ["what"] = 1 }), "'what'", "bytes_per_sep"),
        new("ArgumentTwice", () => Strict(Bytes).Hex([":"], new Dictionary<string, object?> { ["sep"] = ":" }), "'sep'", "once"),
        new("SeparatorLength", () => Strict(Bytes).Hex("::"), "length 2", "1"),
        new("SeparatorType", () => Strict(Bytes).Hex(5), "Int32", "string"),
        new("SeparatorNotAscii", () => Strict(Bytes).Hex("é"), "ASCII", "128"),
        new("GroupNotInt", () => Strict(Bytes).Hex(":", "1"), "String", "integer"),
        new("GroupOverflow", () => Strict(Bytes).Hex(":", s_huge), "81 bits", "2147483647"),
        new("ValueRaised", () => Strict(Bytes).SetItem(0, new Failing()), "'B'", "range"),
    ];

    private sealed class Failing : IPythonNumber
    {
        public bool TryIndex(out Int128 value) => throw new OverflowException();

        public bool TryFloat(out double value) => throw new OverflowException();

        public bool ToBool() => throw new OverflowException();
    }
}
