using System.Threading;

namespace MemoryViews.Stress.Litmus;

/// <summary>
/// Memory is touched first and the state checked after: a close that puts zeros in the memory's place is noticed by whoever read one.
/// </summary>
internal sealed class PostCheck : Duelist
{
    private StateWord _state;
    private Cell _memory;
    private bool _isStale;

    public override bool IsViolated => _isStale;

    public override void Renew() => (_state, _memory.Item, _isStale) = (default, Cell.Value, false);

    public override void First()
    {
        for (int turn = 0; turn < MostTurns && !_isStale; turn++)
        {
            int item = Volatile.Read(ref _memory.Item);
            if (!_state.IsOpen)
            {
                return;
            }

            _isStale = item == 0;
        }
    }

    public override void Second()
    {
        _state.BeginClose();
        Volatile.Write(ref _memory.Item, 0);
    }
}
