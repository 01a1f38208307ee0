using System.Threading;

namespace MemoryViews.Stress.Litmus;

/// <summary>The control of <see cref="PostCheck"/>: the state is checked before the memory is touched, and the close comes in between.</summary>
internal sealed class CheckFirst : Duelist
{
    private StateWord _state;
    private Cell _memory;
    private bool _isStale;

    public override bool IsViolated => _isStale;

    public override void Renew() => (_state, _memory.Item, _isStale) = (default, Cell.Value, false);

    public override void First()
    {
        if (_state.IsOpen)
        {
            Hesitate();
            _isStale = Volatile.Read(ref _memory.Item) == 0;
        }
    }

    public override void Second()
    {
        _state.BeginClose();
        Volatile.Write(ref _memory.Item, 0);
    }
}
