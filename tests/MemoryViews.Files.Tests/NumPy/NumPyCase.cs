using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MemoryViews.Files.Tests;

/// <summary>One array: a dtype as Python writes it, a shape and an order.</summary>
public sealed record NumPyCase(string Name, string Order, string Shape, string Dtype)
{
    private static readonly string[] s_dtypes =
    [
        "'|b1'", "'|i1'", "'|u1'", "'<i2'", "'>i2'", "'<u2'", "'>u2'", "'<i4'", "'>i4'", "'<u4'", "'>u4'", "'<i8'", "'>i8'", "'<u8'", "'>u8'",
        "'<f2'", "'>f2'", "'<f4'", "'>f4'", "'<f8'", "'>f8'", "'<f16'", "'>f16'", "'<c8'", "'>c8'", "'<c16'", "'>c16'", "'<c32'", "'>c32'",
        "'|S1'", "'|S7'", "'|S0'", "'<U3'", "'>U3'", "'<U0'", "'|V5'", "'|V1'", "'|V0'",
        "[('a', '<i4'), ('b', '>f8')]",
        "[('a', 'u1'), ('b', 'u1'), ('c', 'S3')]",
        "[('a', '<i2', (2, 3)), ('b', 'V4'), ('t', '>U2', (2,)), ('d', '<f4', (1,))]",
        "[('n', [('x', '<f4'), ('m', [('y', '>i2'), ('z', 'b1')])]), ('k', [('v', '<c8')], (2,))]",
        "numpy.dtype([('a', 'u1'), ('b', '<f8'), ('c', '<i2')], align=True)",
        "{'names': ['a', 'b'], 'formats': ['u1', '>f8'], 'offsets': [3, 16], 'itemsize': 40}",
        "[('n', numpy.dtype([('a', 'u1'), ('b', '<f8')], align=True)), ('l', '<f16'), ('s', 'S2')]",
        "[('héllo', '<i4'), (\"it's\", '|u1'), ('a\\tb\"', '<u2')]",
        "[('名前', '<i4'), ('x', '<f8')]",
        "[('\\u200b\\x7f', '<i4')]",
        "[('f%d' % i, '<f8') for i in range(4000)]",
        "[('名%d' % i, '<f4') for i in range(50)]",
    ];

    private static readonly (string Name, string Shape)[] s_shapes = [("scalar", "()"), ("row", "(5,)"), ("grid", "(3, 4)"), ("cube", "(2, 3, 2)"), ("none", "(0,)"), ("flat", "(3, 0, 2)"), ("line", "(1, 4)")];

    public static IReadOnlyList<NumPyCase> All { get; } = [.. Make()];

    public string Line => string.Join('\t', Name, Order, Shape, Dtype);

    private static IEnumerable<NumPyCase> Make() =>
        from type in s_dtypes.Index()
        from shape in s_shapes
        from order in new[] { "C", "F" }

        // Items without bytes lie in every order at once: NumPy keeps which one was asked for, strides cannot tell.
        where order == "C" || type.Item != "'|V0'"
        select new NumPyCase(string.Create(CultureInfo.InvariantCulture, $"{type.Index:00}-{shape.Name}-{order}"), order, shape.Shape, type.Item);
}
