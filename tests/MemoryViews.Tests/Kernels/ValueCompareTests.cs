using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using Xunit;

namespace MemoryViews.Tests;

public class ValueCompareTests
{
    // Every kind in both orders, a record, counted bytes, and a format that only lays out.
    private static readonly string[] s_formats =
    [
        "b", "B", "<h", ">h", "<H", ">I", "<i", "q", ">Q", "<e", ">e", "<f", ">f", "<d", ">d", "?", "c", "<Zf", ">Zf", "Zd", "u", "T{<h:a:>f:b:}", "3s", "O",
    ];

    public static TheoryData<string, string> Pairs => [.. s_formats.SelectMany(_ => s_formats, (a, b) => (a, b))];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_first_mismatch_is_that_of_items_read_one_by_one(string textA, string textB)
    {
        ItemFormat formatA = ItemFormat.Parse(textA), formatB = ItemFormat.Parse(textB);
        byte[] a = Values((int)formatA.Size, 1), b = Values((int)formatB.Size, 2);
        for (int first = 0; first < 24; first++)
        {
            int end = Math.Min(first + 6, 24);
            Layout layoutA = Layout.Contiguous(formatA.Size, [24]).Slice(0, new Slice(first, end));
            Layout layoutB = Layout.Strided(formatB.Size, [24], [2 * formatB.Size]).Slice(0, new Slice(first, end));
            int expected = FirstMismatch(formatA, Items(a, layoutA), formatB, Items(b, layoutB));
            Operand left = Naive.Over(a, layoutA), right = Naive.Over(b, layoutB);
            Assert.Equal(expected, CompareKernels.FirstMismatch(in left, formatA, in right, formatB));
            Assert.Equal(expected < 0, CompareKernels.AllSame(in left, formatA, in right, formatB));
        }
    }

    [Theory]
    [InlineData("<e")]
    [InlineData(">e")]
    [InlineData("<f")]
    [InlineData(">d")]
    [InlineData("<Zf")]
    [InlineData("Zd")]
    public void NaN_differs_from_itself_and_the_zeros_are_one(string text)
    {
        ItemFormat format = ItemFormat.Parse(text);
        byte[] a = new byte[2 * format.Size], b = new byte[2 * format.Size];
        format.Write(a, 0.0);
        format.Write(b, -0.0);
        format.Write(a.AsSpan((int)format.Size), double.NaN);
        format.Write(b.AsSpan((int)format.Size), double.NaN);
        Operand left = Naive.Over(a, Layout.Contiguous(format.Size, [2])), right = Naive.Over(b, Layout.Contiguous(format.Size, [2]));
        Assert.Equal(1, CompareKernels.FirstMismatch(in left, format, in right, format));
        Assert.Equal(0, SearchKernels.IndexOf(in left, format, b.AsSpan(0, (int)format.Size), 0));
        Assert.Equal(-1, SearchKernels.IndexOf(in left, format, a.AsSpan((int)format.Size), 0));
        Assert.Equal(1, SearchKernels.Count(in left, format, b.AsSpan(0, (int)format.Size)));
    }

    [Fact]
    public void Any_truth_equals_any_other()
    {
        byte[] a = [0, 1, 2, 0], b = [0, 255, 1, 1];
        ItemFormat truth = ItemFormat.Parse("?");
        Operand left = Naive.Over(a, Layout.Contiguous(1, [4])), right = Naive.Over(b, Layout.Contiguous(1, [4]));
        Assert.Equal(3, CompareKernels.FirstMismatch(in left, truth, in right, truth));
        Assert.Equal(2, SearchKernels.Count(in left, truth, [77]));
    }

    [Fact]
    public void Integers_in_two_byte_orders_compare_by_value()
    {
        int[] values = [1, -2, 0x01020304, 5];
        byte[] little = MemoryMarshal.AsBytes<int>(values).ToArray(), big = [.. values.SelectMany(v => BitConverter.GetBytes(v).Reverse())];
        big[^1]++;
        Layout layout = Layout.Contiguous(4, [4]);
        Assert.Equal(3, CompareKernels.FirstMismatch(Naive.Over(little, layout), ItemFormat.Parse("<i"), Naive.Over(big, layout), ItemFormat.Parse(">i")));
    }

    [Fact]
    public void Items_that_cannot_be_read_compare_by_bytes_within_one_format_only()
    {
        byte[] memory = Naive.Noise(64), other = [.. memory];
        other[20] ^= 1;
        Layout layout = Layout.Contiguous(8, [8]);
        Assert.Equal(-1, First(memory, "O", memory, "O"));
        Assert.Equal(2, First(memory, "O", other, "O"));
        Assert.Equal(0, First(memory, "O", memory, "Q"));
        Assert.Equal(0, First(memory, "O", memory, "&i"));

        // The format of 4 bytes says nothing of items of 8.
        Assert.Equal(-1, First(memory, "f", memory, "f"));
        Assert.Equal(0, First(memory, "f", memory, "d"));

        nint First(byte[] a, string formatA, byte[] b, string formatB)
            => CompareKernels.FirstMismatch(Naive.Over(a, layout), ItemFormat.Parse(formatA), Naive.Over(b, layout), ItemFormat.Parse(formatB));
    }

    // Small values in the first or last byte of the items, zeros and all ones: equal, swapped and special values all occur.
    private static byte[] Values(int size, int step)
    {
        byte[] bytes = new byte[24 * step * size];
        for (int i = 0; i < 24; i++)
        {
            Span<byte> item = bytes.AsSpan(i * step * size, size);
            item.Fill(i > 20 ? (byte)0xFF : (byte)0);
            item[i % 2 == 0 ? 0 : size - 1] = (byte)(i / 2);
        }

        return bytes;
    }

    private static List<byte[]> Items(byte[] memory, Layout layout)
        => [.. Naive.Offsets(layout).Select(offset => memory.AsSpan((int)offset, (int)layout.ItemSize).ToArray())];

    private static int FirstMismatch(ItemFormat formatA, List<byte[]> a, ItemFormat formatB, List<byte[]> b)
        => Enumerable.Range(0, a.Count).Select(i => Same(formatA, a[i], formatB, b[i]) ? -1 : i).FirstOrDefault(i => i >= 0, -1);

    private static bool Same(ItemFormat formatA, byte[] a, ItemFormat formatB, byte[] b) => formatA.CanReadItems && formatB.CanReadItems
        ? ItemEquality.Values(formatA.Read(a), formatB.Read(b))
        : formatA.Equals(formatB) && a.AsSpan().SequenceEqual(b);
}
