using System.Linq;
using System.Numerics;
using Xunit;

namespace MemoryViews.Python.Tests.Import;

/// <summary>Arrays of NumPy: any strides, byte order and record.</summary>
public class NumPyArrayTests
{
    [Theory]
    [InlineData("np.arange(24, dtype='i4').reshape(2, 3, 4)")]
    [InlineData("np.arange(24, dtype='>i4').reshape(4, 6)")]
    [InlineData("np.arange(6, dtype='>f8')")]
    [InlineData("np.asfortranarray(np.arange(12, dtype='f4').reshape(3, 4))")]
    [InlineData("np.arange(24, dtype='u2').reshape(4, 6)[::-1, ::-2]")]
    [InlineData("np.arange(24, dtype='i8').reshape(2, 3, 4).transpose(2, 0, 1)")]
    [InlineData("np.broadcast_to(np.arange(3, dtype='i2'), (4, 3))")]
    [InlineData("np.arange(5, dtype='f4').reshape(1, 5)")]
    [InlineData("np.arange(5, dtype='f4').reshape(5, 1)[:, ::-1]")]
    [InlineData("np.zeros((0, 3), dtype='f8')")]
    [InlineData("np.zeros((3, 0), dtype='f8')")]
    [InlineData("np.array(7, dtype='i4')")]
    [InlineData("np.array([True, False])")]
    [InlineData("np.arange(4, dtype='f2')")]
    [InlineData("np.arange(20, dtype='u1')[3:17:5]")]
    [InlineData("np.arange(3, dtype=np.uint64) << 62")]
    public void Items_shape_and_strides_are_NumPys(string array)
    {
        TestPython.NeedNumPy();
        using Scope python = TestPython.NewScope();
        python.Run($"import numpy as np; a = {array}");
        using PythonObject source = python.Get("a");
        using MemoryView view = source.AsMemoryView();
        Assert.Equal(python.Value("str(list(a.shape))"), $"[{string.Join(", ", view.Shape.ToArray())}]");
        Assert.Equal((byte[])python.Value("a.tobytes()")!, view.ToBytes());
        Assert.Equal((bool)python.Value("not a.flags.writeable")!, view.IsReadOnly);
        Assert.True((bool)python.Value("a.tolist() == l", ("l", view.ToList()))!);
        Assert.Equal(
            (python.Value("a.flags.c_contiguous"), python.Value("a.flags.f_contiguous")),
            ((object)view.IsCContiguous, (object)view.IsFContiguous));
    }

    [Fact]
    public void Complex_numbers_are_NETs()
    {
        TestPython.NeedNumPy();
        using Scope python = TestPython.NewScope();
        using PythonObject array = python.Get("__import__('numpy').array([1 + 2j, -3j])");
        using MemoryView view = array.AsMemoryView();
        Assert.Equal([new Complex(1, 2), new Complex(0, -3)], ((System.Collections.Generic.List<object?>)view.ToList()!).Cast<Complex>());
    }

    [Fact]
    public void A_structured_array_is_read_and_written_by_field()
    {
        TestPython.NeedNumPy();
        using Scope python = TestPython.NewScope();
        python.Run("""
            import numpy as np
            a = np.zeros(3, dtype=[('id', '<i4'), ('place', '>f8', (2,)), ('name', 'S5')])
            a['id'] = [1, 2, 3]; a['place'][1] = [0.5, -2]; a['name'][2] = b'third'
            """);
        using PythonObject array = python.Get("a");
        using MemoryView view = array.AsMemoryView();
        Assert.Equal(3, view["id"][2]);
        Assert.Equal(-2.0, view["place"][1, 1]);
        Assert.Equal("third"u8.ToArray(), view["name"][2]);
        view["id"][0] = 100;
        view["place"][0, 1] = 8.25;
        Assert.Equal("(100, [0.0, 8.25])", python.Value("str((int(a[0]['id']), a[0]['place'].tolist()))"));
    }

    [Fact]
    public void An_aligned_record_whose_text_leaves_its_last_bytes_out_is_read()
    {
        TestPython.NeedNumPy();
        using Scope python = TestPython.NewScope();
        python.Run("import numpy as np; a = np.array([(1.5, 2), (2.5, 3)], dtype=np.dtype([('x', 'f8'), ('n', 'i1')], align=True))");
        using PythonObject array = python.Get("a");
        using MemoryView view = array.AsMemoryView();
        Assert.Equal(16, view.ItemSize);
        Assert.Equal((2.5, (sbyte)3), (view["x"][1], view["n"][1]));
    }

    [Fact]
    public void Texts_of_NumPy_are_texts()
    {
        TestPython.NeedNumPy();
        using Scope python = TestPython.NewScope();
        using PythonObject array = python.Get("__import__('numpy').array(['one', 'four'])");
        using MemoryView view = array.AsMemoryView();
        Assert.Equal("4w", view.Format.Text);
        Assert.Equal("four", view[1]);
    }

    [Fact]
    public void Objects_can_be_moved_but_not_read()
    {
        TestPython.NeedNumPy();
        using Scope python = TestPython.NewScope();
        using PythonObject array = python.Get("__import__('numpy').array([None, 1, 'x'], dtype=object)");
        using MemoryView view = array.AsMemoryView();
        Assert.Equal(3 * nint.Size, view.ByteLength);
        Assert.Equal(2, view[1..].Length);
        Assert.Equal(ViewErrorCode.FormatUnsupported, Assert.Throws<ViewNotSupportedException>(() => view[0]).Code);
    }

    [Fact]
    public void What_NumPy_cannot_lend_is_its_own_error()
    {
        TestPython.NeedNumPy();
        using Scope python = TestPython.NewScope();
        using PythonObject dates = python.Get("__import__('numpy').array(['2020-01-01'], dtype='M8[D]')");
        Assert.Equal("ValueError", Assert.Throws<PythonException>(() => dates.AsMemoryView()).TypeName);
    }
}
