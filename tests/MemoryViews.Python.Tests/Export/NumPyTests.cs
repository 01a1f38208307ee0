using System;
using System.Linq;
using System.Numerics;
using Xunit;

namespace MemoryViews.Python.Tests.Export;

/// <summary>Memory of .NET, seen by NumPy without a copy.</summary>
public class NumPyTests
{
    [Fact]
    public void A_matrix_of_floats_is_reduced_by_NumPy()
    {
        TestPython.NeedNumPy();
        using Scope python = TestPython.NewScope();
        float[,] matrix = { { 1, 2, 3 }, { 4, 5, 6 } };
        python.Run("import numpy as np; a = np.asarray(m)", ("m", matrix.AsMemoryView()));
        Assert.Equal(21.0, python.Value("float(a.sum())"));
        Assert.Equal("((2, 3), (12, 4), dtype('float32'), False)", python.Value("repr((a.shape, a.strides, a.dtype, a.flags.owndata))"));
        python.Run("a[1, 2] = 60");
        Assert.Equal(60f, matrix[1, 2]);
    }

    public static TheoryData<string> Slices => ["...", "::-1", "1:4:2, ::-2", ":, 2", "2", "0:0", ":, 1:2"];

    [Theory]
    [MemberData(nameof(Slices))]
    public void Any_strides_are_seen_in_place(string slice)
    {
        TestPython.NeedNumPy();
        using Scope python = TestPython.NewScope();
        int[] numbers = [.. Enumerable.Range(0, 30)];
        MemoryView grid = numbers.AsMemoryView().Reshape(5, 6);
        MemoryView view = slice switch
        {
            "..." => grid,
            "::-1" => grid[(..).By(-1)],
            "1:4:2, ::-2" => grid[(1..4).By(2), (..).By(-2)],
            ":, 2" => grid[.., 2],
            "2" => grid[2, ..],
            "0:0" => grid[0..0],
            _ => grid[.., 1..2],
        };
        python.Run("import numpy as np; a = np.asarray(m); whole = np.arange(30, dtype='i4').reshape(5, 6)", ("m", view));
        Assert.True(python.Is($"np.array_equal(a, whole[{slice}]) and a.shape == whole[{slice}].shape"));
        Assert.True(python.Is($"a.size == 0 or a.strides == whole[{slice}].strides"));
        python.Run("a[...] = -1");
        Assert.Equal(view.ItemCount, numbers.Count(number => number == -1));
    }

    [Fact]
    public void Read_only_memory_is_not_writeable()
    {
        TestPython.NeedNumPy();
        using Scope python = TestPython.NewScope();
        python.Run("import numpy as np; a = np.asarray(m)", ("m", new byte[4].AsMemoryView().AsReadOnly()));
        Assert.False(python.Is("a.flags.writeable"));
        Assert.Equal("ValueError", Assert.Throws<PythonException>(() => python.Run("a[0] = 1")).TypeName);
    }

    [Fact]
    public void A_record_is_a_structured_type()
    {
        TestPython.NeedNumPy();
        using Scope python = TestPython.NewScope();
        byte[] bytes = new byte[48];
        MemoryView records = bytes.AsMemoryView().Cast("T{<i:id:(2)>h:place:d:weight:}", [3]);
        records["id"][1] = 5;
        records["place"][1, 1] = (short)-2;
        python.Run("import numpy as np; a = np.asarray(m); a['weight'][1] = 0.5", ("m", records));
        Assert.Equal("(5, [0, -2], 0.5)", python.Value("str((int(a['id'][1]), a['place'][1].tolist(), float(a['weight'][1])))"));
        Assert.Equal(0.5, records["weight"][1]);
    }

    [Theory]
    [InlineData(typeof(bool), "bool")]
    [InlineData(typeof(sbyte), "int8")]
    [InlineData(typeof(byte), "uint8")]
    [InlineData(typeof(short), "int16")]
    [InlineData(typeof(ushort), "uint16")]
    [InlineData(typeof(int), "int32")]
    [InlineData(typeof(uint), "uint32")]
    [InlineData(typeof(long), "int64")]
    [InlineData(typeof(ulong), "uint64")]
    [InlineData(typeof(nint), "intp")]
    [InlineData(typeof(nuint), "uintp")]
    [InlineData(typeof(Half), "float16")]
    [InlineData(typeof(float), "float32")]
    [InlineData(typeof(double), "float64")]
    [InlineData(typeof(Complex), "complex128")]
    public void Every_type_of_number_has_its_dtype(Type type, string name)
    {
        TestPython.NeedNumPy();
        using Scope python = TestPython.NewScope();
        python.Run($"import numpy as np; a = np.asarray(m); same = a.dtype == np.dtype('{name}') and a.shape == (3,)", ("m", Array.CreateInstance(type, 3).AsMemoryView()));
        Assert.True(python.Is("same"), (string)python.Value("str(a.dtype)")!);
    }

    [Fact]
    public void Foreign_byte_order_is_NumPys()
    {
        TestPython.NeedNumPy();
        using Scope python = TestPython.NewScope();
        byte[] bytes = [0, 0, 1, 0];
        Assert.Equal(256L, python.Value("int(__import__('numpy').asarray(m)[()])", ("m", bytes.AsMemoryView().Cast(">i", []))));
    }

    [Fact]
    public void The_address_is_the_same_on_both_sides()
    {
        TestPython.NeedNumPy();
        using Scope python = TestPython.NewScope();
        using NativeBuffer memory = NativeBuffer.Allocate(64);
        using MemoryView view = memory.AsMemoryView();
        using System.Buffers.MemoryHandle pin = view.PinItem(8);
        long address = (long)python.Value("__import__('numpy').asarray(m).ctypes.data", ("m", view[8..]))!;
        unsafe
        {
            Assert.Equal((long)pin.Pointer, address);
        }

        python.Run("del m");
    }

    [Fact]
    public void An_array_of_NumPy_goes_through_NET_and_back()
    {
        TestPython.NeedNumPy();
        using Scope python = TestPython.NewScope();
        python.Run("import numpy as np; a = np.arange(12.0).reshape(3, 4)");
        using (PythonObject array = python.Get("a"))
        using (MemoryView view = array.AsMemoryView())
        {
            python.Run("b = np.asarray(m); b[0, 0] = 99; shared = np.shares_memory(a, b)", ("m", view.Transpose()));
        }

        Assert.True(python.Is("shared and a[0, 3] == b[3, 0] and a[0, 0] == 99"));
    }
}
