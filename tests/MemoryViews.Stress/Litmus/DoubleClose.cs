using System.Threading;

namespace MemoryViews.Stress.Litmus;

/// <summary>Two threads close borrowed memory at once: its owner is told once.</summary>
internal sealed unsafe class DoubleClose : Duelist
{
    private MemoryBlock? _block;
    private int _returned;

    public override bool IsViolated => _returned != 1;

    public override void Renew()
    {
        _returned = 0;
        _block = MemoryBlock.Borrow(null, 0, isReadOnly: false, () => Interlocked.Increment(ref _returned));
    }

    public override void First() => _block!.Dispose();

    public override void Second() => _block!.Dispose();
}
