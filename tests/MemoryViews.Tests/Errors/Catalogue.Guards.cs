using System;

namespace MemoryViews.Tests.Errors;

internal static partial class Catalogue
{
    // Sites that the public surface does not lead to, because it asks first with a message of its own, or because only a program compiled
    // ahead of time gets there: provoked where they stand.
    private static Provocation[] GuardsSites =>
    [
        new("FormatSizeDiffers", () => TypedKernels.CopyTo<int>(Over(), ItemFormat.Parse("h"), new int[2]), "'h'", "2 bytes", "4 bytes"),
        new("CopyTypeMismatch", () => TypedKernels.CopyTo(Over(), IntFormat, new Views.TypedItemTests.Point[2].AsSpan()), "'i'", "Point"),
        new("DestinationTooShort", () => TypedKernels.CopyTo<int>(Over(), IntFormat, new int[1]), "2 items", "1"),
        new("SourceCount", () => TypedKernels.CopyFrom<int>(Over(), IntFormat, new int[3]), "3 items", "2"),
        new("NoNumber", () => ScalarCodec.Load<Views.TypedItemTests.Point>(ScalarKind.Int32, false, in s_bytes[0]), "Point", "'i'"),
        new("NoScalar", () => ScalarCodec.Load<int>(ScalarKind.None, false, in s_bytes[0]), "several values", "record"),
        new("ArrayRank", () => throw Error.ArrayRank(5), "5 axes", "4 axes"),
    ];

    private static readonly byte[] s_bytes = new byte[8];
    private static readonly Layout s_two = Layout.Contiguous(4, [2]);

    private static Operand Over() => Naive.Over(s_bytes, in s_two);
}
