using System;
using System.Linq;
using System.Runtime.InteropServices;

namespace MemoryViews.Stress.Fuzz;

/// <summary>Borrowed memory, exporters of one's own with layouts of any kind, and rows behind pointers.</summary>
internal static unsafe class ForeignGrounds
{
    public static Ground Borrowed(Chance chance)
    {
        byte[] content = chance.Bytes(GroundKinds.Length(chance));
        bool isReadOnly = chance.OneIn(5);
        byte* address = Copy(content);
        return OwnGrounds.Flat("borrowed memory", content, into => Peek(address, into), () => OverAddress(address, content.Length, isReadOnly), isReadOnly, free: () => NativeMemory.Free(address));
    }

    /// <summary>One array, lent as an object and by its address in turn: views must still see that it is one memory.</summary>
    public static Ground Twice(Chance chance)
    {
        byte[] content = chance.Bytes(GroundKinds.Length(chance));
        byte[] array = GC.AllocateArray<byte>(content.Length, pinned: true);
        content.CopyTo(array, 0);
        byte* address = (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(array, 0);
        int opened = 0;
        return OwnGrounds.Flat("an array seen in two ways", content, array.CopyTo0, () => opened++ % 2 == 0 ? array.AsMemoryView() : OverAddress(address, array.Length, false));
    }

    /// <summary>An exporter whose items lie anyhow in its memory: gaps, negative strides, any format.</summary>
    public static Ground Strided(Chance chance)
    {
        ItemModel item = chance.OneIn(10) ? Formats.Mismatched(chance) : Formats.Any(chance);
        int[] shape = [.. Enumerable.Range(0, chance.Below(4)).Select(_ => chance.Extent(4))];
        byte[] content = chance.Bytes(Math.Max(GroundKinds.Length(chance), 3 * item.Size * Shapes.Count(shape)));
        byte[] array = [.. content];
        (int offset, int[] strides) = Layouts.Random(chance, item.Size, shape, 0, content.Length, chance.OneIn(5)) ?? (0, Layouts.Contiguous(shape, item.Size));
        bool isReadOnly = chance.OneIn(6);
        Layout layout = Layout.Strided(item.Size, Shapes.Wide(shape), Shapes.Wide(strides), offset);
        Lender lender = new(() => new BufferExport(array, MemoryBlock.OfArray(array), layout, item.Format, isReadOnly));
        return new Ground
        {
            Name = $"an exporter of '{item.Text}' {Shapes.Show(shape)} strides {Shapes.Show(strides)} offset {offset}",
            Model = content,
            Look = array.CopyTo0,
            Open = lender.AsMemoryView,
            Item = item,
            Shape = shape,
            Places = Layouts.Places(shape, strides, offset),
            IsReadOnly = isReadOnly,
        };
    }

    /// <summary>Rows in any order behind a table of pointers: PEP 3118's suboffsets.</summary>
    public static Ground Rows(Chance chance)
    {
        ItemModel item = Formats.Any(chance);
        int rows = chance.Extent(6), columns = chance.Extent(6), suboffset = chance.Below(3) * 8;
        byte[] content = chance.Bytes(rows * columns * item.Size);
        byte* address = Copy(content);
        int[] starts = Shuffled(chance, rows, columns * item.Size);
        nint* table = Table(address, starts, suboffset);
        Layout layout = Layout.Indirect(item.Size, [rows, columns], [nint.Size, item.Size], [suboffset, -1]);
        return Indirect($"{rows} rows behind pointers", content, address, table, rows, item, [rows, columns], layout, index => starts[index[0]] + (index[1] * item.Size));
    }

    /// <summary>Two levels of pointers: a table of tables of rows.</summary>
    public static Ground RowsOfRows(Chance chance)
    {
        ItemModel item = Formats.Any(chance);
        int planes = chance.Extent(4), rows = chance.Extent(4), columns = chance.Extent(4);
        byte[] content = chance.Bytes(planes * rows * columns * item.Size);
        byte* address = Copy(content);
        int[] starts = Shuffled(chance, planes * rows, columns * item.Size);
        nint* inner = Table(address, starts, 0);
        nint* outer = Table((byte*)inner, [.. Enumerable.Range(0, planes).Select(plane => plane * rows * nint.Size)], 8);
        Layout layout = Layout.Indirect(item.Size, [planes, rows, columns], [nint.Size, nint.Size, item.Size], [8, 0, -1]);
        Ground ground = Indirect(
            $"{planes} tables of {rows} rows behind pointers", content, address, outer, planes, item, [planes, rows, columns], layout,
            index => starts[(index[0] * rows) + index[1]] + (index[2] * item.Size),
            () => NativeMemory.Free(inner));
        return ground;
    }

    private static Ground Indirect(
        string name, byte[] content, byte* address, nint* table, int entries, ItemModel item, int[] shape, Layout layout, Func<int[], int> place, Action? free = null)
        => new()
        {
            Name = $"{name} of '{item.Text}'",
            Model = content,
            Look = into => Peek(address, into),
            Open = new Lender(() => Lend(table, entries * nint.Size, false, layout, item.Format)).AsMemoryView,
            Item = item,
            Shape = shape,
            Places = Shapes.Map(shape, place),
            IsIndirect = true,
            Free = () =>
            {
                NativeMemory.Free(table);
                NativeMemory.Free(address);
                free?.Invoke();
            },
        };

    private static int[] Shuffled(Chance chance, int count, int size)
    {
        int[] starts = GroundKinds.Row(0, count, size);
        for (int i = count - 1; i > 0; i--)
        {
            int other = chance.Below(i + 1);
            (starts[i], starts[other]) = (starts[other], starts[i]);
        }

        return starts;
    }

    private static nint* Table(byte* address, int[] starts, int suboffset)
    {
        nint* table = (nint*)NativeMemory.Alloc((nuint)((starts.Length + 1) * nint.Size));
        for (int i = 0; i < starts.Length; i++)
        {
            table[i] = (nint)address + starts[i] - suboffset;
        }

        return table;
    }

    private static MemoryView OverAddress(byte* address, int length, bool isReadOnly)
        => new(new Lender(() => Lend(address, length, isReadOnly, Layout.Contiguous(1, [length]), Formats.Byte.Format)));

    private static BufferExport Lend(void* address, int length, bool isReadOnly, Layout layout, ItemFormat format)
    {
        MemoryBlock block = MemoryBlock.Borrow(address, length, isReadOnly);
        return new(null, block, layout, format, isReadOnly, block.Dispose);
    }

    private static byte* Copy(byte[] content)
    {
        byte* address = (byte*)NativeMemory.Alloc((nuint)content.Length + 1);
        content.CopyTo(new Span<byte>(address, content.Length));
        return address;
    }

    private static void Peek(byte* address, byte[] into) => new ReadOnlySpan<byte>(address, into.Length).CopyTo(into);

    private static void CopyTo0(this byte[] array, byte[] into) => array.CopyTo(into, 0);

    /// <summary>An exporter of one's own.</summary>
    private sealed class Lender(Func<BufferExport> lend) : IBufferExporter
    {
        public BufferExport GetBuffer(BufferRequest request) => lend().Narrow(request);
    }
}
