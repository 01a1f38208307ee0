using System.Threading;

namespace MemoryViews.Stress.Litmus;

/// <summary>One thread enters and leaves while another closes: memory is gone once, and never under somebody who is inside.</summary>
internal sealed class Acquire : Duelist
{
    private StateWord _state;
    private int _gone;
    private bool _isInsideGone;

    public override bool IsViolated => _isInsideGone || _gone != 1;

    public override void Renew() => (_state, _gone, _isInsideGone) = (default, 0, false);

    public override void First()
    {
        for (int turn = 0; turn < MostTurns && _state.TryEnter(); turn++)
        {
            _isInsideGone |= Volatile.Read(ref _gone) != 0;
            if (_state.Leave())
            {
                Interlocked.Increment(ref _gone);
            }
        }
    }

    public override void Second()
    {
        if (_state.BeginClose())
        {
            Interlocked.Increment(ref _gone);
        }
    }
}
