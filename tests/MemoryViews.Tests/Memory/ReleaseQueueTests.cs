using System;
using System.Collections.Generic;
using System.Threading;
using Xunit;

namespace MemoryViews.Tests.Memory;

public class ReleaseQueueTests
{
    [Fact]
    public void Who_holds_the_lock_drains_in_order()
    {
        using ManualResetEventSlim block = new();
        ReleaseQueue queue = new(_ => block.Wait(TestContext.Current.CancellationToken));
        List<int> ran = [];
        queue.Add(() => ran.Add(1));
        queue.Add(() => ran.Add(2));
        Assert.False(queue.IsEmpty);
        queue.Drain();
        Assert.True(queue.IsEmpty);
        Assert.Equal([1, 2], ran);
        block.Set();
    }

    [Fact]
    public void The_background_thread_takes_the_lock_itself_and_drains_what_nobody_else_did()
    {
        Lock gate = new();
        bool held = false;
        using ManualResetEventSlim done = new();
        ReleaseQueue queue = new(drain =>
        {
            lock (gate)
            {
                drain();
            }
        });
        queue.Add(() =>
        {
            held = gate.IsHeldByCurrentThread;
            done.Set();
        });
        done.Wait(TestContext.Current.CancellationToken);
        Assert.True(held);
    }

    [Fact]
    public void A_release_can_tell_that_it_is_one()
    {
        ReleaseQueue inner = new(drain => drain()), outer = new(drain => drain());
        List<bool> answers = [];
        outer.Add(() =>
        {
            inner.Add(() => answers.Add(ReleaseQueue.IsReleasing));
            inner.Settle();
            answers.Add(ReleaseQueue.IsReleasing);
        });
        outer.Settle();
        answers.Add(ReleaseQueue.IsReleasing);
        Assert.Equal([true, true, false], answers);
    }

    [Fact]
    public void What_a_release_throws_does_not_stop_the_others()
    {
        ReleaseQueue queue = new(drain => drain());
        int ran = 0;
        queue.Add(() => throw new InvalidOperationException("on purpose"));
        queue.Add(() => ran++);
        queue.Settle();
        Assert.Equal(1, ran);
    }

    [Fact]
    public void Each_release_runs_once_however_many_drain()
    {
        ReleaseQueue queue = new(drain => drain());
        int ran = 0;
        Thread[] threads = new Thread[4];
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(() =>
            {
                for (int n = 0; n < 1000; n++)
                {
                    queue.Add(() => Interlocked.Increment(ref ran));
                    queue.Drain();
                }
            });
            threads[i].Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        queue.Settle();
        Assert.Equal(4000, ran);
    }

    [Fact]
    public void Nothing_is_refused_but_null()
    {
        Assert.Throws<ArgumentNullException>(() => new ReleaseQueue(null!));
        Assert.Throws<ArgumentNullException>(() => new ReleaseQueue(drain => drain()).Add(null!));
    }
}
