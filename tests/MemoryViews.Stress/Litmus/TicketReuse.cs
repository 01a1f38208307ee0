namespace MemoryViews.Stress.Litmus;

/// <summary>
/// A lease is given back and taken again, with the same ticket, while a copy of the first one is given back late by another thread: the late
/// one ends nothing.
/// </summary>
internal sealed unsafe class TicketReuse : Duelist
{
    private readonly MemoryBlock _block = MemoryBlock.Borrow(null, 0, isReadOnly: false);
    private LeaseTicket? _late;
    private LeaseTicket? _taken;
    private int _lateVersion;

    public override bool IsViolated => _block.Users != 1;

    public override void Renew()
    {
        _taken?.Return(_taken.Version);
        _late = LeaseTicket.Take(_block, null, null);
        _lateVersion = _late.Version;
    }

    public override void First()
    {
        _late!.Return(_lateVersion);
        _taken = LeaseTicket.Take(_block, null, null);
    }

    public override void Second() => _late!.Return(_lateVersion);
}
