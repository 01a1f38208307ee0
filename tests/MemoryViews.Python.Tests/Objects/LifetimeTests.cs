using System;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using Xunit;

namespace MemoryViews.Python.Tests.Objects;

/// <summary>References are counted exactly: what Python counts tells.</summary>
public class LifetimeTests
{
    [Fact]
    public void A_disposed_reference_is_given_back_once_and_answers_nothing()
    {
        using Scope python = TestPython.NewScope();
        python.Run("import sys; o = object()");
        long before = Count(python);
        PythonObject one = python.Get("o");
        Assert.Equal(before + 1, Count(python));
        one.Dispose();
        one.Dispose();
        Assert.Equal(before, Count(python));
        Assert.True(one.IsDisposed);
        Assert.Equal(ViewErrorCode.Released, Assert.Throws<PythonReleasedException>(() => one.Length).Code);
        Assert.Throws<PythonReleasedException>(() => one.GetBuffer(BufferRequest.Simple));
    }

    [Fact]
    public void A_dropped_reference_is_given_back_after_a_collection()
    {
        using Scope python = TestPython.NewScope();
        python.Run("import sys; o = object()");
        long before = Count(python);
        Drop(python, 100);
        Collected.Twice();
        Assert.Equal(before, Count(python));
    }

    [Fact]
    public void Finalizers_never_wait_for_the_lock()
    {
        using Scope python = TestPython.NewScope();
        python.Run("import sys; o = object()");
        long before = Count(python);
        Drop(python, 10);
        using (PythonHost.Lock())
        {
            Collected.Twice(); // would never come back if a finalizer wanted the lock that is held here
        }

        Assert.Equal(before, Count(python));
    }

    [Fact]
    public void A_borrowed_reference_is_held_before_what_was_dropped_is_given_back()
    {
        using Scope python = TestPython.NewScope();
        python.Run("""
            import weakref
            class Item: pass
            class Clearing:
                def __del__(self): items.clear()
            items = [Item()]
            alive = weakref.ref(items[0])
            o = Clearing()
            """);
        using (PythonHost.Lock())
        {
            nint pointer = PointerTo(python, "items[0]");
            Drop(python, 1);
            python.Run("del o");
            Collected.Twice(); // waits to be given back from here on
            using PythonObject item = PythonObject.Borrow(pointer);
            Assert.True(python.Is("not items"));
            Assert.True(python.Is("alive() is not None"));
        }
    }

    [Fact]
    public void References_are_disposed_on_any_thread()
    {
        using Scope python = TestPython.NewScope();
        python.Run("import sys; o = object()");
        long before = Count(python);
        PythonObject[] references = new PythonObject[64];
        for (int i = 0; i < references.Length; i++)
        {
            references[i] = python.Get("o");
        }

        Parallel.ForEach(references, reference => reference.Dispose());
        Assert.Equal(before, Count(python));
    }

    [Fact]
    public void Operations_leave_no_reference_behind()
    {
        using Scope python = TestPython.NewScope();
        python.Run("import sys\nclass O(dict): pass\no = O(); k = object()");
        using PythonObject target = python.Get("o");
        using PythonObject key = python.Get("k");
        long targets = Count(python), keys = (long)python.Value("sys.getrefcount(k)")!;
        for (int i = 0; i < 10; i++)
        {
            target.SetItem(key, i);
            target[key].Dispose();
            target.CallMethod("get", key, key).Dispose();
            target.SetAttribute("x", key);
            target.CallMethod("__delattr__", "x").Dispose();
            _ = target.ToObject() is PythonObject other && Dispose(other);
            Assert.Throws<PythonException>(() => target["none"]);
            target.CallMethod("clear").Dispose();
        }

        Collected.Twice(); // the exceptions hold frames
        Assert.Equal((targets, keys), (Count(python), (long)python.Value("sys.getrefcount(k)")!));
    }

    private static bool Dispose(PythonObject other)
    {
        other.Dispose();
        return true;
    }

    private static long Count(Scope python) => (long)python.Value("sys.getrefcount(o)")!;

    private static nint PointerTo(Scope python, string expression)
    {
        using PythonObject target = python.Get(expression);
        return target.Pointer;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop(Scope python, int count)
    {
        for (int i = 0; i < count; i++)
        {
            _ = python.Get("o");
        }

        GC.KeepAlive(python);
    }
}
