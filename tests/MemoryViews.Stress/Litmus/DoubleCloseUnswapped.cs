using System.Threading;

namespace MemoryViews.Stress.Litmus;

/// <summary>The control of <see cref="DoubleClose"/>: whether it is closed already is asked first and said after.</summary>
internal sealed class DoubleCloseUnswapped : Duelist
{
    private bool _isClosed;
    private int _returned;

    public override bool IsViolated => _returned != 1;

    public override void Renew() => (_isClosed, _returned) = (false, 0);

    public override void First() => Close();

    public override void Second() => Close();

    private void Close()
    {
        if (!Volatile.Read(ref _isClosed))
        {
            Hesitate();
            Volatile.Write(ref _isClosed, true);
            Interlocked.Increment(ref _returned);
        }
    }
}
