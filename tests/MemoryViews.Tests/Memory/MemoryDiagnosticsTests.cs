using System;
using System.Runtime.CompilerServices;
using MemoryViews.Tests.LayoutAlgebra;
using Xunit;

namespace MemoryViews.Tests.Memory;

/// <summary>The mode is the process's, so these tests run alone.</summary>
[Collection("alone")]
public sealed class MemoryDiagnosticsTests : IDisposable
{
    private readonly bool _before = MemoryDiagnostics.CapturesStacks;

    public MemoryDiagnosticsTests() => MemoryDiagnostics.CapturesStacks = true;

    public void Dispose() => MemoryDiagnostics.CapturesStacks = _before;

    [Fact]
    public void Holders_come_with_the_calls_that_made_them()
    {
        using NativeBuffer buffer = NativeBuffer.Allocate(8);
        using MemoryView view = TakeLoan(buffer);
        using System.Buffers.MemoryHandle pin = TakePin(view);
        Assert.Equal(2, buffer.Holders.Count);
        Assert.Contains(nameof(TakeLoan), buffer.Holders[0].StackTrace, StringComparison.Ordinal);
        Assert.Contains(nameof(TakePin), buffer.Holders[1].StackTrace, StringComparison.Ordinal);
        Assert.All(buffer.Holders, holder => Assert.True(holder.Age >= TimeSpan.Zero));
    }

    [Fact]
    public void A_refused_close_tells_where_the_loan_was_taken()
    {
        using NativeBuffer buffer = NativeBuffer.Allocate(8);
        using MemoryView view = TakeLoan(buffer);
        BufferException refusal = Refusal.Of<BufferException>(ViewErrorCode.LoansOut, () => buffer.Close(), nameof(TakeLoan));
        Assert.Contains(nameof(TakeLoan), refusal.Holders[0].StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void A_leak_tells_where_it_was_made()
    {
        using LeakCheck check = LeakCheck.Start();
        using NativeBuffer buffer = NativeBuffer.Allocate(8);
        Assert.Contains(nameof(A_leak_tells_where_it_was_made), Assert.Single(check.Leaks).StackTrace, StringComparison.Ordinal);
    }

    // Neither inlined nor left by a jump into what it calls: each is to have a frame of its own on the stack.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    private static MemoryView TakeLoan(NativeBuffer buffer) => buffer.AsMemoryView();

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    private static System.Buffers.MemoryHandle TakePin(MemoryView view) => view.Pin();
}

/// <summary>Tests of what the whole process shares.</summary>
[CollectionDefinition("alone", DisableParallelization = true)]
public static class AloneTests;
