using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Xunit;

namespace MemoryViews.Tests;

/// <summary>Layouts with suboffsets, over pointers to native memory: planes of rows of items, each behind a pointer.</summary>
public sealed unsafe class IndirectTests : IDisposable
{
    private const int Planes = 2, Rows = 3, Columns = 4, RowBytes = 40, Lead = 8;
    private readonly byte* _rows = (byte*)NativeMemory.AllocZeroed(Planes * Rows * RowBytes);
    private readonly byte** _rowTable = (byte**)NativeMemory.AllocZeroed(Planes * Rows, (nuint)sizeof(byte*));
    private readonly byte** _planeTable = (byte**)NativeMemory.AllocZeroed(Planes, (nuint)sizeof(byte*));
    private readonly byte[] _expected;

    public IndirectTests()
    {
        byte[] noise = Naive.Noise(Planes * Rows * RowBytes);
        noise.CopyTo(new Span<byte>(_rows, noise.Length));

        // Rows stand in reverse, so no walk along the memory gets them right by luck.
        for (int row = 0; row < Planes * Rows; row++)
        {
            _rowTable[row] = _rows + (((Planes * Rows) - 1 - row) * RowBytes);
        }

        for (int plane = 0; plane < Planes; plane++)
        {
            _planeTable[plane] = (byte*)(_rowTable + (plane * Rows));
        }

        _expected = [.. Enumerable.Range(0, Planes * Rows).SelectMany(row => noise.AsSpan((((Planes * Rows) - 1 - row) * RowBytes) + Lead, Columns * 4).ToArray())];
    }

    // Planes behind one table of pointers, their rows behind another: two axes follow pointers, the third is direct.
    private static Layout TwoDeep => Layout.Indirect(4, [Planes, Rows, Columns], [sizeof(void*), sizeof(void*), 4], [0, Lead, -1]);

    // The same rows behind one table: rows of two axes of pointers, (2, 3), then items.
    private static Layout OneDeep => Layout.Indirect(4, [Planes, Rows, Columns], [Rows * sizeof(void*), sizeof(void*), 4], [-1, Lead, -1]);

    public void Dispose()
    {
        NativeMemory.Free(_rows);
        NativeMemory.Free(_rowTable);
        NativeMemory.Free(_planeTable);
    }

    [Fact]
    public void Pointers_are_followed_on_one_axis_or_two()
    {
        Assert.Equal(_expected, Gather(new Operand(ref Unsafe.AsRef<byte>(_rowTable), OneDeep)));
        Assert.Equal(_expected, Gather(new Operand(ref Unsafe.AsRef<byte>(_planeTable), TwoDeep)));
    }

    [Fact]
    public void Slices_of_every_axis_are_walked()
    {
        Layout sliced = TwoDeep.Subscript((Subscript)new Slice(null, null, -1), (Subscript)(1..), (Subscript)new Slice(null, null, 2));
        byte[] expected = new byte[2 * 2 * 2 * 4];
        Operand all = Naive.Over(_expected, Layout.Contiguous(4, [Planes, Rows, Columns]));
        Layout direct = all.Layout.Subscript((Subscript)new Slice(null, null, -1), (Subscript)(1..), (Subscript)new Slice(null, null, 2));
        CopyKernels.Run(Naive.Over(expected, Layout.Contiguous(4, direct.Shape)), Naive.Over(_expected, direct));
        Assert.Equal(expected, Gather(new Operand(ref Unsafe.AsRef<byte>(_planeTable), sliced)));
    }

    [Fact]
    public void A_pointer_on_the_last_axis_leads_to_single_items()
    {
        Layout items = Layout.Indirect(4, [Planes * Rows], [sizeof(void*)], [Lead + 4]);
        byte[] expected = [.. Enumerable.Range(0, Planes * Rows).SelectMany(row => _expected.AsSpan((row * Columns * 4) + 4, 4).ToArray())];
        Assert.Equal(expected, Gather(new Operand(ref Unsafe.AsRef<byte>(_rowTable), items)));
    }

    [Fact]
    public void Both_sides_may_be_indirect_in_their_own_ways()
    {
        Operand one = new(ref Unsafe.AsRef<byte>(_rowTable), OneDeep), two = new(ref Unsafe.AsRef<byte>(_planeTable), TwoDeep);
        Assert.Equal(-1, CompareKernels.FirstByteMismatch(in one, in two));
        _expected[^1] ^= 1;
        Operand direct = Naive.Over(_expected, Layout.Contiguous(4, [Planes, Rows, Columns]));
        Assert.Equal((Planes * Rows * Columns) - 1, CompareKernels.FirstByteMismatch(in two, in direct));
        CopyKernels.Run(in two, in direct);
        Assert.Equal(-1, CompareKernels.FirstByteMismatch(in one, in direct));
    }

    [Fact]
    public void Bytes_are_searched_hashed_and_written_as_text_through_pointers()
    {
        Operand two = new(ref Unsafe.AsRef<byte>(_planeTable), TwoDeep);
        Operand direct = Naive.Over(_expected, Layout.Contiguous(4, [Planes, Rows, Columns]));
        char[] text = new char[2 * _expected.Length];
        HexKernels.Write(in two, text, null, 0, upper: false);
        Assert.Equal(Convert.ToHexStringLower(_expected), new string(text));
        Assert.Equal(HashKernels.Run(in direct), HashKernels.Run(in two));
        Assert.Equal(14, SearchKernels.IndexOfPattern(in two, _expected.AsSpan(14, 9), 3));
        Assert.Equal(7, SearchKernels.IndexOf(in two, _expected.AsSpan(28, 4), 0));
    }

    [Fact]
    public void No_pointer_is_read_where_there_is_no_item()
    {
        Operand empty = new(ref Unsafe.NullRef<byte>(), Layout.Indirect(4, [3, 0], [8, 4], [0, -1]));
        Assert.Equal(-1, CompareKernels.FirstByteMismatch(in empty, in empty));
    }

    private static byte[] Gather(scoped Operand source)
    {
        Layout contiguous = Layout.Contiguous(source.Layout.ItemSize, source.Layout.Shape);
        byte[] bytes = new byte[contiguous.ByteLength];
        CopyKernels.Run(Naive.Over(bytes, contiguous), in source);
        return bytes;
    }
}
