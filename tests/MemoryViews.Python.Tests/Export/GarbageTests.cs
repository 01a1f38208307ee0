using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace MemoryViews.Python.Tests.Export;

/// <summary>Both sides make garbage of each other's memory, in many threads, while both collect.</summary>
public class GarbageTests
{
    [Fact]
    public void What_both_sides_take_both_sides_give_back()
    {
        using Scope python = TestPython.NewScope();
        ByteArray[] arrays = [.. Enumerable.Range(0, 8).Select(i => new ByteArray(new byte[64 + i]))];
        python.Run("""
            import gc, threading
            class Node: pass
            def litter(count):
                for i in range(count):
                    n = Node(); n.me = n; n.memory = memoryview(lent[i % len(lent)])[1:]
                    if i % 50 == 0: gc.collect()
            threads = [threading.Thread(target=litter, args=(300,)) for _ in range(3)]
            for t in threads: t.start()
            """, ("lent", arrays.ToList()));
        using PythonObject own = python.Get("[bytearray(b'spam') for _ in range(8)]");
        Parallel.For(0, 3, thread => Litter(arrays, own, 300));
        python.Run("""
            for t in threads: t.join()
            lent.clear()
            gc.collect()
            """);
        foreach (ByteArray array in arrays)
        {
            WaitUntilGrown(array);
        }

        while (own.Iterate().Any(bytes => !Grows(bytes)))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            Collected.Twice();
        }
    }

    // Every other view is dropped, for the finalizers.
    private static void Litter(ByteArray[] arrays, PythonObject own, int count)
    {
        for (int i = 0; i < count; i++)
        {
            PythonObject exported = PythonHost.Export(arrays[i % arrays.Length]);
            using PythonObject bytes = own[i % 8];
            MemoryView view = bytes.AsMemoryView();
            Assert.Equal((byte)'s', view[0]);
            if (i % 2 == 0)
            {
                view.Dispose();
                exported.Dispose();
            }

            if (i % 100 == 0)
            {
                System.GC.Collect();
            }
        }
    }

    private static void WaitUntilGrown(ByteArray array)
    {
        while (true)
        {
            try
            {
                array.Append(1);
                return;
            }
            catch (BufferException)
            {
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
                Collected.Twice();
                PythonHost.Lock().Dispose(); // what finalizers left is given back here
            }
        }
    }

    private static bool Grows(PythonObject bytes)
    {
        try
        {
            bytes.CallMethod("append", 1).Dispose();
            return true;
        }
        catch (PythonException)
        {
            return false;
        }
        finally
        {
            bytes.Dispose();
        }
    }
}
