using System;
using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Xunit;

namespace MemoryViews.Tests.Exporters;

/// <summary>Arrays, segments, Memory and strings: lent where they lie, without a copy.</summary>
public class ManagedMemoryTests
{
    private enum Colour : short
    {
        Red = 1,
        Blue = 500,
    }

    public static TheoryData<Array, string> Vectors => new()
    {
        { new sbyte[] { -1, 2 }, "b" },
        { new byte[] { 1, 2 }, "B" },
        { new short[] { -1, 2 }, "h" },
        { new ushort[] { 1, 2 }, "H" },
        { new[] { -1, 2 }, "i" },
        { new uint[] { 1, 2 }, "I" },
        { new long[] { -1, 2 }, "q" },
        { new ulong[] { 1, 2 }, "Q" },
        { new nint[] { -1, 2 }, "n" },
        { new nuint[] { 1, 2 }, "N" },
        { new[] { (Half)1.5, (Half)2 }, "e" },
        { new[] { 1.5f, 2 }, "f" },
        { new[] { 1.5, 2 }, "d" },
        { new[] { true, false }, "?" },
        { new[] { 'a', 'b' }, "u" },
        { new[] { new Complex(1, 2), new Complex(3, 4) }, "Zd" },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public unsafe void Every_primitive_array_has_its_format(Array array, string format)
    {
        using MemoryView view = array.AsMemoryView();
        Assert.Equal((format, 2, false), (view.Format.Text, (int)view.Length, view.IsReadOnly));
        Assert.Same(array, view.Exporter);
        Assert.Equal([array.GetValue(0), array.GetValue(1)], [view[0], view[1]]);
        view[0] = array.GetValue(1);
        Assert.Equal(array.GetValue(1), array.GetValue(0));
        using MemoryHandle pin = view.Pin(); // before the array is asked where it lies: the collector may move it until then
        Assert.Equal(Marshal.UnsafeAddrOfPinnedArrayElement(array, 0), (nint)pin.Pointer);
    }

    [Fact]
    public void The_typed_way_and_the_way_by_Array_give_one_view()
    {
        int[] array = [1, 2, 3];
        using MemoryView typed = array.AsMemoryView(), untyped = ((Array)array).AsMemoryView();
        Assert.Equal((typed.Format, typed.Layout), (untyped.Format, untyped.Layout));
        Assert.True(typed.Overlaps(untyped));
        using ReadOnlyLease a = typed.LeaseReadOnly(), b = untyped.LeaseReadOnly();
        Assert.True(Unsafe.AreSame(in a.Span<int>()[0], in array[0]) && Unsafe.AreSame(in b.Span<int>()[0], in array[0]));
    }

    [Fact]
    public void Arrays_of_more_axes_keep_their_shape()
    {
        int[,] grid = { { 1, 2, 3 }, { 4, 5, 6 } };
        double[,,] cube = new double[2, 3, 4];
        byte[,,,] four = new byte[2, 1, 3, 2];
        using MemoryView two = grid.AsMemoryView(), three = cube.AsMemoryView(), rank4 = four.AsMemoryView();
        Assert.Equal([2, 3], two.Shape);
        Assert.Equal([12, 4], two.Strides);
        Assert.Equal(6, two[1, 2]);
        Assert.Equal([2, 3, 4], three.Shape);
        three[[1, 2, 3]] = 7.5;
        Assert.Equal(7.5, cube[1, 2, 3]);
        rank4[[-1, 0, 2, 1]] = 9;
        Assert.Equal((9, 4), (four[1, 0, 2, 1], rank4.Rank));
    }

    [Fact]
    public void Arrays_with_other_lower_bounds_and_no_items_are_views_too()
    {
        Array shifted = Array.CreateInstance(typeof(int), [2, 2], [5, -3]);
        shifted.SetValue(7, 6, -2);
        using MemoryView view = shifted.AsMemoryView(), empty = new int[0, 3].AsMemoryView(), none = Array.Empty<double>().AsMemoryView();
        Assert.Equal(7, view[1, 1]);
        Assert.Equal([0, 3], empty.Shape);
        Assert.Equal((0, "d"), ((int)none.Length, none.Format.Text));
    }

    [Fact]
    public void Structs_are_records_and_enumerations_their_numbers()
    {
        using MemoryView points = new[] { new Point(1, 2.5), new Point(3, 4.5) }.AsMemoryView(), colours = new[] { Colour.Red, Colour.Blue }.AsMemoryView();
        Assert.Equal(("T{h:X:6xd:Y:}", 16), (points.Format.Text, (int)points.ItemSize));
        Assert.Equal(4.5, points["Y"][1]);
        Assert.Equal("h", colours.Format.Text);
        Assert.Equal((short)500, colours[1]);
        using MemoryView untyped = ((Array)new[,] { { Colour.Red } }).AsMemoryView(), grid = new[,] { { new Point(1, 2.5) } }.AsMemoryView();
        Assert.Equal(("h", "T{h:X:6xd:Y:}"), (untyped.Format.Text, grid.Format.Text));
    }

    [Fact]
    public void Elements_with_references_are_refused()
    {
        foreach (Array array in new Array[] { new string[1], new object[1, 1], new int[1][], new (int, string)[1] })
        {
            Assert.Equal(ViewErrorCode.NotAnExporter, Assert.Throws<ViewArgumentException>(() => array.AsMemoryView()).Code);
        }
    }

    [Fact]
    public void Elements_without_a_format_are_refused_with_a_way_out()
    {
        foreach (Action view in new Action[] { () => new Int128[1].AsMemoryView(), () => new UInt128[1, 1].AsMemoryView(), () => new Int128[1].AsMemory().AsMemoryView() })
        {
            Assert.Equal(ViewErrorCode.FormatMismatch, Assert.Throws<ItemTypeException>(view).Code);
        }
    }

    [Fact]
    public void A_segment_and_Memory_of_an_array_begin_where_they_begin()
    {
        short[] array = [1, 2, 3, 4, 5];
        using MemoryView segment = new ArraySegment<short>(array, 1, 3).AsMemoryView(), memory = array.AsMemory(2, 2).AsMemoryView(), read = ((ReadOnlyMemory<short>)array.AsMemory(4)).AsMemoryView();
        Assert.Equal([2, 3, 4], segment.ToArray<short>());
        Assert.Equal([3, 4], memory.ToArray<short>());
        Assert.Equal((true, (object)(short)5), (read.IsReadOnly, read[0]));
        segment[-1] = 40;
        memory[0] = 30;
        Assert.Equal([1, 2, 30, 40, 5], array);
        Assert.Throws<AxisIndexException>(() => segment[3]);
        Assert.Throws<ViewOperationException>(() => read[0] = 1);
        using ReadOnlyLease lease = memory.LeaseReadOnly();
        Assert.True(Unsafe.AreSame(in lease.Span<short>()[0], in array[2]));
        Assert.Equal(0, default(ArraySegment<int>).AsMemoryView().Length + default(Memory<int>).AsMemoryView().Length + default(ReadOnlyMemory<char>).AsMemoryView().Length);
    }

    [Fact]
    public void A_string_is_its_UTF_16_code_units_read_only()
    {
        string text = new('x', 3);
        using MemoryView whole = text.AsMemoryView(), part = text.AsMemory(1).AsMemoryView();
        Assert.Equal(("u", 3, 2, true), (whole.Format.Text, (int)whole.Length, (int)part.Length, part.IsReadOnly));
        Assert.Equal('x', whole[0]);
        Assert.Throws<ViewOperationException>(() => whole[0] = 'y');
        Assert.Throws<ViewNotSupportedException>(() => whole.Lease());
        using ReadOnlyLease lease = part.LeaseReadOnly();
        Assert.True(Unsafe.AreSame(in lease.Span<char>()[0], in text.AsSpan()[1]));
        Assert.Equal(0, "".AsMemoryView().Length);
    }

    [Fact]
    public void A_string_made_writable_through_its_memory_is_still_read_only()
    {
        Memory<char> memory = MemoryMarshal.AsMemory("text".AsMemory());
        using MemoryView view = memory.AsMemoryView();
        Assert.True(view.IsReadOnly);
    }

    [Fact]
    public void A_memory_manager_is_pinned_once_while_the_loan_is_out()
    {
        PinCounter<int> manager = new(4);
        MemoryView view = manager.Memory.AsMemoryView();
        Assert.Equal((1, 0), (manager.Pins, manager.Unpins));
        view[1] = 7;
        Assert.Equal(7, manager.GetSpan()[1]);
        MemoryView part = view[2..];
        view.Release();
        Assert.Equal((1, 0), (manager.Pins, manager.Unpins));
        part.Release();
        Assert.Equal((1, 1), (manager.Pins, manager.Unpins));
        using (manager.Memory[1..].AsMemoryView())
        {
            Assert.Equal((2, 1), (manager.Pins, manager.Unpins));
        }

        Assert.Equal((2, 2), (manager.Pins, manager.Unpins));
        Assert.Same(manager, new Func<object?>(() =>
        {
            using MemoryView again = ((ReadOnlyMemory<int>)manager.Memory).AsMemoryView();
            return again.Exporter;
        })());
    }

    [Fact]
    public void A_lease_keeps_a_memory_manager_pinned_when_its_view_is_gone()
    {
        PinCounter<byte> manager = new(4);
        MemoryView view = manager.Memory.AsMemoryView();
        Lease lease = view.Lease();
        view.Dispose();
        Assert.Equal(0, manager.Unpins);
        lease.Bytes[3] = 9;
        lease.Dispose();
        Assert.Equal((1, 9), (manager.Unpins, manager.GetSpan()[3]));
    }

    [Fact]
    public void A_part_of_a_manager_s_memory_begins_where_it_begins()
    {
        PinCounter<short> manager = new(4);
        manager.GetSpan()[2] = 5;
        using MemoryView view = manager.Memory[2..].AsMemoryView();
        Assert.Equal((2, (object)(short)5), ((int)view.Length, view[0]));
    }

    private readonly record struct Point(short X, double Y);

    /// <summary>A manager that counts its pins.</summary>
    private sealed unsafe class PinCounter<T>(int length) : MemoryManager<T>
        where T : unmanaged
    {
        private readonly T[] _items = GC.AllocateArray<T>(length, pinned: true);

        public int Pins { get; private set; }

        public int Unpins { get; private set; }

        public override Span<T> GetSpan() => _items;

        public override MemoryHandle Pin(int elementIndex = 0)
        {
            Pins++;
            return new(Unsafe.AsPointer(ref _items[elementIndex]), default, this);
        }

        public override void Unpin() => Unpins++;

        protected override void Dispose(bool disposing)
        {
        }
    }

    [Fact]
    public void Nobody_writes_to_a_string_by_a_loan_of_their_own_over_its_memory()
    {
        using MemoryView view = new string('a', 3).AsMemoryView();
        using BufferExport loan = view.GetBuffer(BufferRequest.FullReadOnly);
        using MemoryView other = MemoryView.Over(new BufferExport(null, loan.Memory, loan.Layout, ItemFormat.Of<char>(), isReadOnly: false));
        Assert.True(other.IsReadOnly);
        Assert.Throws<ViewOperationException>(() => other.Set(0, 'b'));
    }
}
