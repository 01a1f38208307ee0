using System;
using Xunit;

namespace MemoryViews.Python.Tests.Import;

/// <summary>The request goes to Python as it is, and its refusals come back.</summary>
public class RequestTests
{
    [Fact]
    public void An_object_without_a_buffer_is_a_TypeError()
    {
        using Scope python = TestPython.NewScope();
        using PythonObject number = python.Get("12");
        Assert.False(number.HasBuffer);
        PythonException error = Assert.Throws<PythonException>(() => number.AsMemoryView());
        Assert.Equal(("TypeError", ViewErrorCode.InvalidType), (error.TypeName, error.Code));
    }

    [Fact]
    public void Writing_to_bytes_is_refused()
    {
        using Scope python = TestPython.NewScope();
        using PythonObject bytes = python.Get("b'abc'");
        BufferException error = Assert.Throws<BufferException>(() => bytes.GetBuffer(BufferRequest.Writable));
        Assert.Equal(ViewErrorCode.RequestRefused, error.Code);
        Assert.StartsWith("Object is not writable.", error.Message, StringComparison.Ordinal);
        Assert.Contains("Writable", error.Message, StringComparison.Ordinal);
        using MemoryView view = bytes.AsMemoryView();
        Assert.Equal(ViewErrorCode.ReadOnly, Assert.Throws<ViewOperationException>(() => view[0] = (byte)1).Code);
    }

    [Theory]
    [InlineData(BufferRequest.Simple)]
    [InlineData(BufferRequest.Nd)]
    [InlineData(BufferRequest.CContiguous)]
    [InlineData(BufferRequest.FContiguous)]
    [InlineData(BufferRequest.AnyContiguous)]
    public void Items_apart_are_not_lent_as_one_run(BufferRequest request)
    {
        using Scope python = TestPython.NewScope();
        using PythonObject view = python.Get("memoryview(b'abcdef')[::2]");
        Assert.Throws<BufferException>(() => view.GetBuffer(request));
        using BufferExport loan = view.GetBuffer(BufferRequest.StridedReadOnly);
        Assert.Equal<nint>([2], loan.Layout.Strides.ToArray());
    }

    [Fact]
    public void What_was_not_asked_for_is_not_given()
    {
        using Scope python = TestPython.NewScope();
        using PythonObject matrix = python.Get("memoryview(bytes(24)).cast('i', [2, 3])");
        using BufferExport simple = matrix.GetBuffer(BufferRequest.Simple);
        Assert.Equal((false, false, null, 24), (simple.HasShape, simple.HasStrides, simple.Format, simple.ByteLength));
        using BufferExport shaped = matrix.GetBuffer(BufferRequest.ContigReadOnly);
        Assert.Equal((true, false), (shaped.HasShape, shaped.HasStrides));
        Assert.Equal<nint>([2, 3], shaped.Layout.Shape.ToArray());
        using BufferExport full = matrix.GetBuffer(BufferRequest.FullReadOnly);
        Assert.Equal("i", full.Format!.Text);
    }

    [Fact]
    public void Pointers_are_followed()
    {
        TestPython.Need("_testbuffer", "libpython3.11-testsuite");
        using Scope python = TestPython.NewScope();
        python.Run("import _testbuffer as t; a = t.ndarray(list(range(12)), shape=[3, 4], format='i', flags=t.ND_PIL | t.ND_WRITABLE)");
        using PythonObject array = python.Get("a");
        using MemoryView view = array.AsMemoryView();
        Assert.Equal<nint>([0, -1], view.Suboffsets.ToArray());
        Assert.Equal(7, view[1, 3]);
        view[2, 0] = -8;
        Assert.Equal("[-8, 9, 10, 11]", python.Value("str(a.tolist()[2])"));
        Assert.Equal((byte[])python.Value("a.tobytes()")!, view.ToBytes());
        Assert.Equal((byte[])python.Value("memoryview(a)[::-1].tobytes()")!, view[(..).By(-1)].ToBytes());
        Assert.Throws<BufferException>(() => array.GetBuffer(BufferRequest.StridedReadOnly));
    }

    [Theory]
    [InlineData("shape=[3], strides=[-4], offset=8, format='i'")]
    [InlineData("shape=[2, 2], strides=[0, 4], format='i'")]
    [InlineData("shape=[2, 0, 3], format='i'")]
    [InlineData("shape=[], format='i'")]
    [InlineData("shape=[2, 1, 2], format='3s'")]
    public void Layouts_of_the_test_exporter_are_read(string description)
    {
        TestPython.Need("_testbuffer", "libpython3.11-testsuite");
        using Scope python = TestPython.NewScope();
        bool texts = description.EndsWith("'3s'", StringComparison.Ordinal);
        python.Run($"import _testbuffer as t; a = t.ndarray({(texts ? "[b'abc', b'def', b'ghi', b'jkl']" : "list(range(12))")}, {description})".Replace("list(range(12)), shape=[]", "3, shape=[]", StringComparison.Ordinal));
        using PythonObject array = python.Get("a");
        using MemoryView view = array.AsMemoryView();
        Assert.Equal((byte[])python.Value("a.tobytes()")!, view.ToBytes());
    }

    [Fact]
    public void A_buffer_that_cannot_be_is_given_back()
    {
        TestPython.Need("_testbuffer", "libpython3.11-testsuite");
        using Scope python = TestPython.NewScope();
        python.Run("import sys, _testbuffer as t; a = t.ndarray([1], shape=[1] * 65, format='B')");
        using PythonObject array = python.Get("a");
        long before = (long)python.Value("sys.getrefcount(a)")!;
        BufferException error = Assert.Throws<BufferException>(() => array.AsMemoryView());
        Assert.Contains("it has 65 axes", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, python.Value("sys.getrefcount(a)"));
    }

    [Fact]
    public void A_format_that_is_none_stands_for_items_that_can_be_moved()
    {
        using Scope python = TestPython.NewScope();
        python.Run("import ctypes; f = (ctypes.c_char_p * 2)(b'a', b'b')");
        using PythonObject array = python.Get("f");
        using MemoryView view = array.AsMemoryView();
        Assert.Equal("<z", view.Format.Text);
        Assert.Equal((2, nint.Size), (view.Length, view.ItemSize));
        Assert.Equal((byte[])python.Value("bytes(f)")!, view.ToBytes());
        Assert.Equal(ViewErrorCode.FormatUnsupported, Assert.Throws<ViewNotSupportedException>(() => view[0]).Code);
    }
}
