using System.Diagnostics.CodeAnalysis;
using System.Threading;
using MemoryViews.Stress.Races;

namespace MemoryViews.Stress.Litmus;

/// <summary>One thread disposes the first view of a loan while another releases one made from it: the loan ends, once, and stays ended.</summary>
[SuppressMessage("Design", "CA1001", Justification = "How it ends is what is tried here.")]
internal sealed unsafe class LoanEnds : Duelist
{
    private readonly MemoryBlock _block = MemoryBlock.Borrow(null, 0, isReadOnly: false);
    private MemoryView? _root;
    private MemoryView? _first;
    private MemoryView? _second;
    private int _returned;

    public override bool IsViolated => _returned != 1 || !_second!.IsReleased;

    public override void Renew()
    {
        _returned = 0;
        _root = new MemoryView(new Lender(_block, () => Interlocked.Increment(ref _returned)) { KeepsBlock = true });
        _first = _root[..];
        _second = _root[..];
    }

    public override void First() => _root!.Dispose();

    public override void Second() => _first!.Release();
}
