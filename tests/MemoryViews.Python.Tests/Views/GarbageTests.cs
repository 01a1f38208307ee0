using System;
using System.Threading.Tasks;
using Xunit;

namespace MemoryViews.Python.Tests.Views;

/// <summary>Threads of Python make cyclic garbage of our views while both sides collect: nothing hangs, and every exporter has its memory back.</summary>
public class GarbageTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_viewed_in_many_threads_is_given_back(bool strict)
    {
        using Scope python = TestPython.NewScope();
        using PythonObject type = PythonHost.MemoryViewType(strict);
        python.Run("""
            import gc, threading
            class Node: pass
            errors = []
            exporters = [bytearray(64) for _ in range(4)]
            def litter(number):
                try: spread(number)
                except Exception as e: errors.append(repr(e))
            def spread(number):
                for i in range(400):
                    n = Node(); n.me = n
                    n.whole = view(exporters[(i + number) % 4])
                    n.part = n.whole[1:33:2]
                    n.cast = n.whole.cast('i', (4, 4)) if i % 3 else n.whole.cast('h')
                    n.loop = view(n.cast)
                    n.consumer = memoryview(n.part)
                    n.iterator = iter(n.part)
                    n.whole[0] = i % 256
                    assert n.part == n.part.tobytes()
                    if i % 100 == 0: gc.collect()
            threads = [threading.Thread(target=litter, args=(i,)) for i in range(3)]
            for t in threads: t.start()
            """, ("view", type));
        Task collector = Task.Run(static () =>
        {
            for (int i = 0; i < 20; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }, TestContext.Current.CancellationToken);
        python.Run("for t in threads: t.join()");
        await collector;
        python.Run("""
            gc.collect()
            for b in exporters: b.append(1)
            """);
        Assert.Equal("[]", python.Get("errors").ToRepr());
        Assert.True(python.Is("[len(b) for b in exporters] == [65] * 4"));
    }
}
