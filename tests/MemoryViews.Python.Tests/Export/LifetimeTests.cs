using System;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using Xunit;

namespace MemoryViews.Python.Tests.Export;

/// <summary>The memory stays as long as Python has it, and no longer.</summary>
public class LifetimeTests
{
    [Fact]
    public void Disposing_the_view_does_not_take_the_memory_from_Python()
    {
        using Scope python = TestPython.NewScope();
        ByteArray bytes = new("spam"u8);
        using (MemoryView view = bytes.AsMemoryView())
        {
            python.Run("m = memoryview(x)[1:]", ("x", view));
        }

        python.Run("del x; m[0] = 80");
        Assert.Equal((byte)'P', bytes[1]);
        Assert.Equal(ViewErrorCode.LoansOut, Assert.Throws<BufferException>(() => bytes.Append(1)).Code);
        python.Run("m.release()");
        bytes.Append(1);
    }

    [Fact]
    public void The_object_itself_holds_the_memory()
    {
        using Scope python = TestPython.NewScope();
        ByteArray bytes = new("spam"u8);
        PythonObject exported = PythonHost.Export(bytes);
        Assert.Equal("buffer", exported.TypeName);
        Assert.Equal("Python", Assert.Single(Assert.Throws<BufferException>(() => bytes.Append(1)).Holders).Label);
        exported.Dispose();
        bytes.Append(1);
    }

    [Fact]
    public void Memory_that_is_closed_stays_for_Python()
    {
        using Scope python = TestPython.NewScope();
        NativeBuffer memory = NativeBuffer.Allocate(16);
        using (MemoryView view = memory.AsMemoryView())
        {
            view[3] = (byte)33;
            python.Run("m = memoryview(x)", ("x", view));
        }

        Assert.Throws<BufferException>(() => memory.Close());
        memory.Dispose(); // when Python has let go
        Assert.Equal(33L, python.Value("m[3]"));
    }

    [Fact]
    public void An_array_does_not_move_and_does_not_go()
    {
        using Scope python = TestPython.NewScope();
        WeakReference array = Export(python);
        Collected.Twice();
        Assert.Equal(499500L, python.Value("sum(m)"));
        Assert.True(array.IsAlive);
        python.Run("m.release(); del m, x");
        WaitUntilGone(array);
    }

    [Fact]
    public void Everything_goes_back_from_any_thread()
    {
        using Scope python = TestPython.NewScope();
        ByteArray bytes = new("spam"u8);
        Parallel.For(0, 64, _ =>
        {
            using PythonObject exported = PythonHost.Export(bytes);
            using MemoryView back = exported.AsMemoryView();
            Assert.Equal((byte)'s', back[0]);
        });
        bytes.Append(1);
    }

    [Fact]
    public void Cyclic_garbage_of_Python_lets_the_memory_go()
    {
        using Scope python = TestPython.NewScope();
        ByteArray bytes = new("spam"u8);
        python.Run("""
            import gc
            class Node: pass
            for _ in range(20):
                n = Node(); n.me = n; n.memory = memoryview(x)
            del n, x
            """, ("x", bytes));

        // Python collects on one thread at a time: a call returns at once while another test's is under way.
        for (int round = 0; round < 1000 && !CanGrow(bytes); round++)
        {
            python.Run("gc.collect()");
        }

        bytes.Append(1);
    }

    private static bool CanGrow(ByteArray bytes)
    {
        try
        {
            bytes.Append(0);
            return true;
        }
        catch (BufferException)
        {
            return false;
        }
    }

    [Fact]
    public void The_class_cannot_be_made_from_Python()
    {
        using Scope python = TestPython.NewScope();
        python.Run("", ("x", new byte[1].AsMemoryView()));
        Assert.Equal("TypeError", Assert.Throws<PythonException>(() => python.Value("type(x)()")).TypeName);
        Assert.Equal("TypeError", Assert.Throws<PythonException>(() => python.Run("type(x).more = 1")).TypeName);
    }

    [Fact]
    public void A_released_view_is_not_exported()
    {
        TestPython.Need();
        MemoryView view = new byte[1].AsMemoryView();
        view.Release();
        Assert.Throws<ViewReleasedException>(() => PythonHost.Export(view));
    }

    [Fact]
    public void Refusals_are_the_librarys_in_Pythons_classes()
    {
        using Scope python = TestPython.NewScope();
        python.Run("""
            import ctypes
            get = ctypes.pythonapi.PyObject_GetBuffer
            get.argtypes = [ctypes.py_object, ctypes.c_char_p, ctypes.c_int]
            buffer = ctypes.create_string_buffer(80)
            def ask(flags): return get(x, buffer, flags)
            """, ("x", new byte[4].AsMemoryView()[(..).By(2)].AsReadOnly()));
        foreach (int request in new[] { 0, 1, 8, 0x38, 0x58, 0x98, 0x19 })
        {
            Assert.Equal("BufferError", Assert.Throws<PythonException>(() => python.Value($"ask({request})")).TypeName);
        }

        Assert.Equal(0L, python.Value("ask(0x18)"));
        Assert.Equal((4L, 2L), (python.Value("memoryview(x).shape[0] * 2"), python.Value("memoryview(x).strides[0]")));
        python.Run("ctypes.pythonapi.PyBuffer_Release(buffer)");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Export(Scope python)
    {
        int[] numbers = new int[1000];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = i;
        }

        python.Run("m = memoryview(x)", ("x", numbers.AsMemoryView()));
        return new(numbers);
    }

    private static void WaitUntilGone(WeakReference array)
    {
        while (array.IsAlive)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            Collected.Twice();
        }
    }
}
