using System.Linq;
using Xunit;

namespace MemoryViews.Python.Tests.Import;

/// <summary>What the standard library of Python lends.</summary>
public class StandardExporterTests
{
    [Theory]
    [InlineData("b'abc'", "B", "3", true)]
    [InlineData("bytearray(b'abcd')", "B", "4", false)]
    [InlineData("b''", "B", "0", true)]
    [InlineData("__import__('array').array('h', [1, -2, 3])", "h", "3", false)]
    [InlineData("__import__('array').array('d', [1.5])", "d", "1", false)]
    [InlineData("memoryview(bytearray(range(12)))[1::3]", "B", "4", false)]
    [InlineData("memoryview(bytearray(range(12)))[::-1]", "B", "12", false)]
    [InlineData("memoryview(bytes(range(12))).cast('B', [3, 4])", "B", "3,4", true)]
    [InlineData("memoryview(bytes(range(8))).cast('d', [])", "d", "", true)]
    [InlineData("__import__('ctypes').create_string_buffer(b'abc', 5)", "<c", "5", false)]
    [InlineData("(__import__('ctypes').c_int * 3 * 2)()", "<i", "2,3", false)]
    [InlineData("__import__('ctypes').c_double(2.5)", "<d", "", false)]
    [InlineData("__import__('mmap').mmap(-1, 16)", "B", "16", false)]
    [InlineData("__import__('io').BytesIO(b'in memory').getbuffer()", "B", "9", false)]
    [InlineData("__import__('pickle').PickleBuffer(bytearray(b'xyz'))", "B", "3", false)]
    public void A_view_of_it_is_what_memoryview_says(string expression, string format, string shape, bool isReadOnly)
    {
        using Scope python = TestPython.NewScope();
        using PythonObject exporter = python.Get($"[{expression}][0]");
        Assert.True(exporter.HasBuffer);
        using MemoryView view = exporter.AsMemoryView();
        Assert.Equal((format, shape, isReadOnly), (view.Format.Text, string.Join(',', view.Shape.ToArray()), view.IsReadOnly));
        Assert.Equal((byte[])python.Value("memoryview(x).tobytes()", ("x", exporter))!, view.ToBytes());
        Assert.Same(exporter, view.Exporter);
    }

    [Fact]
    public void Writes_are_seen_on_both_sides()
    {
        using Scope python = TestPython.NewScope();
        using PythonObject numbers = python.Get("__import__('array').array('i', range(6))");
        using MemoryView view = numbers.AsMemoryView();
        view[(..).By(-2)].CopyFrom([10, 20, 30]);
        Assert.Equal("[0, 30, 2, 20, 4, 10]", python.Value("str(a.tolist())", ("a", numbers)));
        python.Run("a[0] = -1");
        Assert.Equal(-1, view[0]);
    }

    [Fact]
    public void The_memory_is_at_the_same_address_on_both_sides()
    {
        using Scope python = TestPython.NewScope();
        python.Run("import ctypes; a = (ctypes.c_int * 4)(1, 2, 3, 4)");
        using PythonObject array = python.Get("a");
        using MemoryView view = array.AsMemoryView();
        using System.Buffers.MemoryHandle pin = view.Pin();
        unsafe
        {
            Assert.Equal((long)python.Value("ctypes.addressof(a)")!, (long)pin.Pointer);
        }
    }

    [Fact]
    public void A_structure_of_ctypes_is_read_by_field()
    {
        using Scope python = TestPython.NewScope();
        python.Run("""
            import ctypes
            class P(ctypes.Structure):
                _fields_ = [('a', ctypes.c_byte), ('b', ctypes.c_int), ('c', ctypes.c_short * 3)]
            p = (P * 2)()
            p[1].a, p[1].b, p[1].c[2] = -5, 1 << 20, 77
            """);
        using PythonObject points = python.Get("p");
        using MemoryView view = points.AsMemoryView();
        Assert.Equal((long)python.Value("ctypes.sizeof(P)")!, view.ItemSize);
        Assert.Equal<nint>([2], view.Shape.ToArray());

        // Before 3.12 ctypes leaves the padding out of its formats, so that only the bytes can be trusted; since then the fields can be read.
        Assert.Equal((byte[])python.Value("bytes(p)")!, view.ToBytes());
        if (view.Format.Size == view.ItemSize)
        {
            Assert.Equal(1 << 20, view["b"][1]);
        }
    }

    [Fact]
    public void Memory_shared_with_another_process_is_seen_by_both()
    {
        using Scope python = TestPython.NewScope();
        python.Run("""
            from multiprocessing import shared_memory
            import subprocess, sys
            block = shared_memory.SharedMemory(create=True, size=64)
            """);
        using (PythonObject memory = python.Get("block.buf"))
        using (MemoryView view = memory.AsMemoryView())
        {
            view[0] = (byte)7;
            python.Run("""
                code = 'import sys; from multiprocessing import shared_memory, resource_tracker as t; ' \
                       'm = shared_memory.SharedMemory(sys.argv[1]); t.unregister(m._name, "shared_memory"); ' \
                       'm.buf[1] = m.buf[0] * 6; m.close()'
                result = subprocess.run([sys.executable, '-c', code, block.name], capture_output=True, text=True)
                """);
            Assert.Equal("", python.Value("result.stderr"));
            Assert.Equal((byte)42, view[1]);
        }

        python.Run("block.close(); block.unlink()");
    }

    [Fact]
    public void A_BLOB_of_sqlite_is_read_and_written()
    {
        using Scope python = TestPython.NewScope();
        byte[] sent = Enumerable.Range(0, 200).Select(i => (byte)i).ToArray();
        python.Run("""
            import sqlite3
            db = sqlite3.connect(':memory:')
            db.execute('create table t (b blob)')
            db.execute('insert into t values (?)', [m])
            """, ("m", sent.AsMemoryView()[(..).By(1)]));
        using PythonObject blob = python.Get("db.execute('select b from t').fetchone()[0]");
        using MemoryView view = blob.AsMemoryView();
        Assert.Equal(sent, view.ToBytes());
        python.Run("db.close()");
    }

    [Fact]
    public void A_class_with_buffer_methods_is_asked_and_told()
    {
        TestPython.NeedVersion(12);
        using Scope python = TestPython.NewScope();
        python.Run("""
            class Lender:
                def __init__(self): self.memory, self.log = bytearray(b'spam'), []
                def __buffer__(self, flags): self.log.append(int(flags)); return memoryview(self.memory)
                def __release_buffer__(self, view): self.log.append('back'); view.release()
            lender = Lender()
            """);
        using (PythonObject lender = python.Get("lender"))
        using (MemoryView view = lender.AsMemoryView())
        {
            view[0] = (byte)'S';
            Assert.Equal("[284]", python.Value("str(lender.log)"));
        }

        Assert.Equal("bytearray(b'Spam')[284, 'back']", python.Value("str(lender.memory) + str(lender.log)"));
    }
}
