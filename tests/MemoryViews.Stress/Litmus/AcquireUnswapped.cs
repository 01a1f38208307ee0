using System.Threading;

namespace MemoryViews.Stress.Litmus;

/// <summary>The control of <see cref="Acquire"/>: the count goes up in one step, but whether it may was asked before.</summary>
internal sealed class AcquireUnswapped : Duelist
{
    private const long Closing = 1L << 63;

    private long _word;
    private int _gone;
    private bool _isInsideGone;

    public override bool IsViolated => _isInsideGone;

    public override void Renew() => (_word, _gone, _isInsideGone) = (0, 0, false);

    public override void First()
    {
        if (Volatile.Read(ref _word) >= 0)
        {
            Hesitate();
            Interlocked.Increment(ref _word);
            _isInsideGone |= Volatile.Read(ref _gone) != 0;
            Interlocked.Decrement(ref _word);
        }
    }

    public override void Second()
    {
        if (Interlocked.Or(ref _word, Closing) == 0)
        {
            Volatile.Write(ref _gone, 1);
        }
    }
}
