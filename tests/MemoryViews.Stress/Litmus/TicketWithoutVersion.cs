using System.Threading;

namespace MemoryViews.Stress.Litmus;

/// <summary>The control of <see cref="TicketReuse"/>: a ticket that knows whether it is out, but not for whom.</summary>
internal sealed class TicketWithoutVersion : Duelist
{
    private StateWord _block;
    private bool _isOut;

    public override bool IsViolated => _block.Users != 1;

    public override void Renew()
    {
        Return();
        Take();
    }

    public override void First()
    {
        Return();
        Take();
    }

    public override void Second() => Return();

    private void Take()
    {
        _block.TryEnter();
        Volatile.Write(ref _isOut, true);
    }

    private void Return()
    {
        if (Interlocked.Exchange(ref _isOut, false))
        {
            _block.Leave();
        }
    }
}
