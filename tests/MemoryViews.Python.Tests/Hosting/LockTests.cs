using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace MemoryViews.Python.Tests.Hosting;

public class LockTests
{
    [Fact]
    public void The_lock_nests_and_is_let_go_once()
    {
        TestPython.Need();
        PythonLock outer = PythonHost.Lock();
        using (PythonHost.Lock())
        {
            PythonHost.Evaluate("1").Dispose();
        }

        outer.Dispose();
        outer.Dispose();
        PythonLock none = default;
        none.Dispose();
        long answer = 0;
        Thread other = new(() => answer = Evaluate("1 + 1"));
        other.Start();
        other.Join();
        Assert.Equal(2, answer); // another thread got it
    }

    [Fact]
    public void Threads_use_Python_at_once()
    {
        TestPython.Need();
        const int Threads = 8, Rounds = 200;
        long[] sums = new long[Threads];
        Parallel.For(0, Threads, thread =>
        {
            for (int i = 0; i < Rounds; i++)
            {
                sums[thread] += Evaluate($"sum(range({i}))");
            }
        });
        Assert.All(sums, sum => Assert.Equal(Enumerable.Range(0, Rounds).Sum(i => (long)i * (i - 1) / 2), sum));
    }

    [Fact]
    public void A_Python_thread_runs_while_NET_waits()
    {
        using Scope python = TestPython.NewScope();
        python.Run("""
            import threading
            done = []
            thread = threading.Thread(target=lambda: done.append(sum(range(100000))))
            thread.start()
            """);
        using PythonObject thread = python.Get("thread");
        thread.CallMethod("join").Dispose();
        Assert.Equal(4999950000L, python.Value("done[0]"));
    }

    private static long Evaluate(string expression)
    {
        using PythonObject value = PythonHost.Evaluate(expression);
        return value.ToInt64();
    }
}
