using System.Runtime.CompilerServices;
using System.Threading;

namespace MemoryViews.Stress.Litmus;

/// <summary>
/// A loop that checks the state at each turn notices a close within a few turns. The turns are counted where both can see them: how far the
/// loop was when the close was done, and whether it went on to its end.
/// </summary>
internal sealed class LoopOfChecks : Duelist
{
    /// <summary>Far more than any core has under way at once.</summary>
    public const int Slack = 2000;

    /// <summary>Some tenths of a millisecond, if nothing is noticed.</summary>
    private const int Turns = 1_000_000;

    private StateWord _state;
    private Cell _turn;
    private int _turnAtClose;

    public override bool IsViolated => _turn.Item == Turns && _turnAtClose < Turns - Slack;

    public override void Renew() => (_state, _turn.Item) = (default, 0);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void First()
    {
        for (int turn = 1; turn <= Turns && _state.IsOpen; turn++)
        {
            _turn.Item = turn;
        }
    }

    public override void Second()
    {
        _state.BeginClose();
        Interlocked.MemoryBarrier();
        _turnAtClose = Volatile.Read(ref _turn.Item);
    }
}
