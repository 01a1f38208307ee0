using System.Linq;
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

    [Fact]
    public void An_array_is_seen_and_written_from_both_sides()
    {
        TestPython.NeedNumPy();
        using Scope python = TestPython.NewScope();
        using PythonObject array = python.Get("__import__('numpy').arange(12, dtype='f4').reshape(3, 4)[::-1, ::2]");
        using MemoryView view = array.AsMemoryView();
        Assert.Equal("f", view.Format.Text);
        Assert.Equal<nint>([3, 2], view.Shape.ToArray());
        Assert.Equal<nint>([-16, 8], view.Strides.ToArray());
        Assert.Equal(10f, view[0, 1]);
        view[0, 1] = 99f;
        Assert.Equal(99.0, python.Value("float(a[0, 1])", ("a", array)));
        Assert.Equal([8, 99, 4, 6, 0, 2], view.Items<float>().ToArray());
    }
}
