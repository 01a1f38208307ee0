using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace MemoryViews.Python.Tests.Import;

/// <summary>A buffer goes back once, when its last user lets go, on whatever thread. A bytearray tells: it grows only when nobody has its buffer.</summary>
public class ReleaseTests
{
    [Fact]
    public void The_exporter_is_told_at_once()
    {
        using Scope python = TestPython.NewScope();
        using PythonObject bytes = python.Get("bytearray(b'abc')");
        MemoryView view = bytes.AsMemoryView();
        Assert.Equal("BufferError", Assert.Throws<PythonException>(() => bytes.CallMethod("append", 1)).TypeName);
        view.Dispose();
        view.Dispose();
        bytes.CallMethod("append", 1).Dispose();
        Assert.Throws<ViewReleasedException>(() => view[0]);
    }

    [Fact]
    public void The_last_view_gives_it_back()
    {
        using Scope python = TestPython.NewScope();
        using PythonObject bytes = python.Get("bytearray(b'abc')");
        MemoryView view = bytes.AsMemoryView();
        MemoryView part = view[1..];
        MemoryView share = view.Share();
        view.Release();
        part.Release();
        Assert.Throws<PythonException>(() => bytes.CallMethod("append", 1));
        Assert.Equal((byte)'a', share[0]);
        share.Dispose();
        bytes.CallMethod("append", 1).Dispose();
    }

    [Fact]
    public void A_view_holds_its_object_after_the_reference_is_disposed()
    {
        using Scope python = TestPython.NewScope();
        MemoryView view;
        using (PythonObject bytes = python.Get("bytearray(b'abc')"))
        {
            view = bytes.AsMemoryView();
        }

        Assert.Equal("abc"u8.ToArray(), view.ToBytes());
        view.Dispose();
    }

    [Fact]
    public void A_dropped_view_goes_back_after_a_collection()
    {
        using Scope python = TestPython.NewScope();
        using PythonObject bytes = python.Get("bytearray(b'abc')");
        Drop(bytes, 50);
        WaitUntilGrown(bytes);
    }

    [Fact]
    public void A_collection_under_the_lock_does_not_wait_for_it()
    {
        using Scope python = TestPython.NewScope();
        using PythonObject bytes = python.Get("bytearray(b'abc')");
        using (PythonHost.Lock())
        {
            Drop(bytes, 50);
            Collected.Twice();
        }

        WaitUntilGrown(bytes);
    }

    [Fact]
    public void Views_are_released_on_any_thread()
    {
        using Scope python = TestPython.NewScope();
        python.Run("import sys; b = bytearray(b'abc')");
        using PythonObject bytes = python.Get("b");
        long before = (long)python.Value("sys.getrefcount(b)")!;
        MemoryView[] views = [.. Enumerable.Range(0, 64).Select(_ => bytes.AsMemoryView())];
        Parallel.ForEach(views, view => view.Dispose());
        bytes.CallMethod("append", 1).Dispose();
        Assert.Equal(before, python.Value("sys.getrefcount(b)"));
    }

    [Fact]
    public void Threads_take_and_return_buffers_of_one_object()
    {
        using Scope python = TestPython.NewScope();
        python.Run("import sys, array; a = array.array('i', range(100))");
        using PythonObject array = python.Get("a");
        long before = (long)python.Value("sys.getrefcount(a)")!;
        long sum = 0;
        Parallel.For(0, 8, _ =>
        {
            for (int i = 0; i < 200; i++)
            {
                using MemoryView view = array.AsMemoryView();
                Interlocked.Add(ref sum, view.Get<int>(i % 100));
            }
        });
        Assert.Equal(8 * 2 * 4950, sum);
        array.CallMethod("append", 1).Dispose();
        Assert.Equal(before, python.Value("sys.getrefcount(a)"));
    }

    [Fact]
    public void A_refused_request_holds_nothing()
    {
        using Scope python = TestPython.NewScope();
        python.Run("import sys; m = memoryview(bytearray(b'abcdef'))[::2]");
        using PythonObject view = python.Get("m");
        long before = (long)python.Value("sys.getrefcount(m)")!;
        Assert.Throws<BufferException>(() => view.GetBuffer(BufferRequest.Simple));
        Assert.Throws<BufferException>(() => view.GetBuffer(BufferRequest.StridedReadOnly | (BufferRequest)0x20));
        Collected.Twice(); // the exceptions hold frames
        Assert.Equal(before, python.Value("sys.getrefcount(m)"));
        python.Run("m.release()");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop(PythonObject bytes, int count)
    {
        for (int i = 0; i < count; i++)
        {
            _ = bytes.AsMemoryView()[0];
        }
    }

    private static string? TryGrow(PythonObject bytes)
    {
        try
        {
            bytes.CallMethod("append", 1).Dispose();
            return null;
        }
        catch (PythonException e)
        {
            return e.TypeName;
        }
    }

    // The way back is a collection, a finalizer, and the library's background thread: each round gives it another chance.
    private static void WaitUntilGrown(PythonObject bytes)
    {
        while (TryGrow(bytes) is not null)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            Collected.Twice();
            Thread.Yield();
        }
    }
}
