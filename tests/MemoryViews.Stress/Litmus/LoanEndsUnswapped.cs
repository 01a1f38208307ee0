using System.Threading;

namespace MemoryViews.Stress.Litmus;

/// <summary>The control of <see cref="LoanEnds"/>: views are counted down whether the loan was ended or not, and below the end it begins again.</summary>
internal sealed class LoanEndsUnswapped : Duelist
{
    private const int Ended = int.MinValue;

    private int _views;

    public override bool IsViolated => _views >= 0;

    public override void Renew() => _views = 3;

    public override void First() => Interlocked.Exchange(ref _views, Ended);

    public override void Second() => Interlocked.Decrement(ref _views);
}
