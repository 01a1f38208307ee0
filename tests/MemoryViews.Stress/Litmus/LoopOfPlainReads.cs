using System.Runtime.CompilerServices;
using System.Threading;

namespace MemoryViews.Stress.Litmus;

/// <summary>The control of <see cref="LoopOfChecks"/>: the state is a plain field, which the JIT reads once, before the loop.</summary>
internal sealed class LoopOfPlainReads : Duelist
{
    // Some milliseconds, as long as a thread keeps a core: the other one comes in even where it has to wait for it.
    private const int Turns = 16_000_000;

    private bool _isClosed;
    private int _turn;
    private int _turnAtClose;

    public override bool IsViolated => _turn == Turns && _turnAtClose < Turns - LoopOfChecks.Slack;

    public override void Renew() => (_isClosed, _turn) = (false, 0);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void First()
    {
        for (int turn = 1; turn <= Turns && !_isClosed; turn++)
        {
            _turn = turn;
        }
    }

    public override void Second()
    {
        Volatile.Write(ref _isClosed, true);
        Interlocked.MemoryBarrier();
        _turnAtClose = Volatile.Read(ref _turn);
    }
}
