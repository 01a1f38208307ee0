using System;
using System.Linq;
using Xunit;

namespace MemoryViews.Interchange.Tests.Tensors;

/// <summary>With a real NumPy in this process, through the structure and the types that every NumPy since 1.23 knows: booleans came with 1.25.</summary>
public unsafe class NumPyTests
{
    [Fact]
    public void NumPy_reads_and_writes_a_view()
    {
        Python.SkipWithoutNumPy();
        ByteArray bytes = new(new byte[24 * sizeof(int)]);
        using (MemoryView view = bytes.AsMemoryView())
        {
            MemoryView grid = view.Cast("i", [4, 6]);
            grid.CopyFrom(Enumerable.Range(0, 24).ToArray().AsMemoryView().Reshape(4, 6));
            DLManagedTensor* tensor = DLPack.ExportLegacy(grid[(..).By(-1), 1..5].Transpose());
            long[] told = Python.Run($"""
                a = np.from_dlpack(Tensor({(nint)tensor}))
                out = [*a.shape, *a.strides, a.dtype == np.int32, a.sum(), a[0, 0], a[3, 3]]
                ctypes.c_int32.from_address(a.ctypes.data).value = 99
                """);
            Assert.Equal([4, 4, 4, -24, 1, 184, 19, 4], told[..8]);
            Assert.Equal(99, grid[3, 1]);
        }

        Assert.Throws<BufferException>(() => bytes.Append(1)); // NumPy has it still
        Python.Run("del a; gc.collect()");
        bytes.Append(1);
    }

    [Theory]
    [InlineData("b", "int8")]
    [InlineData("H", "uint16")]
    [InlineData("q", "int64")]
    [InlineData("e", "float16")]
    [InlineData("f", "float32")]
    [InlineData("d", "float64")]
    [InlineData("Zf", "complex64")]
    [InlineData("Zd", "complex128")]
    public void NumPy_understands_the_type(string format, string type)
    {
        Python.SkipWithoutNumPy();
        DLManagedTensor* tensor = DLPack.ExportLegacy(new byte[32].AsMemoryView().WithFormat(format));
        long[] told = Python.Run($"""
            a = np.from_dlpack(Tensor({(nint)tensor}))
            out = [a.dtype == np.{type}, a.size]
            del a
            """);
        Assert.Equal([1, 32 / ItemFormat.Parse(format).Size], told[..2]);
    }

    [Theory]
    [InlineData("np.arange(12, dtype=np.int32).reshape(3, 4)", "i")]
    [InlineData("np.arange(24, dtype=np.int32).reshape(3, 8)[::-1, ::-2]", "i")]
    [InlineData("np.arange(6, dtype=np.float64).reshape(3, 2).T", "d")]
    [InlineData("np.array([1 + 2j, 3])", "Zd")]
    [InlineData("np.array(7, dtype=np.uint8)", "B")]
    [InlineData("np.zeros((0, 3), dtype=np.float16)", "e")]
    public void A_view_of_an_array_has_its_items(string array, string format)
    {
        Python.SkipWithoutNumPy();
        long[] told = Python.Run($"""
            a = {array}
            out = [take(a), a.ndim, *a.shape, *a.strides]
            """);
        int rank = (int)told[1];
        byte[] bytes;
        using (MemoryView view = DLPack.Import((DLManagedTensor*)told[0]))
        {
            Assert.Equal(format, view.Format.Text);
            Assert.Equal(told[2..(2 + rank)], view.Shape.ToArray().Select(extent => (long)extent));
            Assert.True(view.ItemCount == 0 || told[(2 + rank)..(2 + (2 * rank))].SequenceEqual(view.Strides.ToArray().Select(stride => (long)stride)));
            bytes = view.ToBytes();
        }

        fixed (byte* place = bytes)
        {
            long[] same = Python.Run($"out = [a.tobytes() == ctypes.string_at({(nint)place}, {bytes.Length})]");
            Assert.Equal(1, same[0]);
        }
    }

    [Fact]
    public void An_array_lives_as_long_as_its_view_and_no_longer()
    {
        Python.SkipWithoutNumPy();
        long[] told = Python.Run("""
            import weakref
            a = np.arange(1000)
            dead = []
            weakref.finalize(a, dead.append, 1)
            out = [take(a)]
            del a
            gc.collect()
            """);
        using (MemoryView view = DLPack.Import((DLManagedTensor*)told[0]))
        {
            Assert.Equal(0, Python.Run("gc.collect(); out = [len(dead)]")[0]);
            Assert.Equal(999L, view[999]);
        }

        Assert.Equal(1, Python.Run("gc.collect(); out = [len(dead)]")[0]);
    }
}
