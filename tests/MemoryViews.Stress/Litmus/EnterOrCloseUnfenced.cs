using System.Threading;

namespace MemoryViews.Stress.Litmus;

/// <summary>
/// The control of <see cref="EnterOrClose"/>: each says first what it does and looks then at what the other has said, in two words and without
/// a barrier. A core lets the look overtake what it has said, and neither hears of the other.
/// </summary>
internal sealed class EnterOrCloseUnfenced : Duelist
{
    private Cell _entering;
    private Cell _closing;
    private bool _isInside;
    private bool _isClosed;

    public override bool IsViolated => _isInside && _isClosed;

    public override void Renew() => (_entering.Item, _closing.Item) = (0, 0);

    public override void First()
    {
        Volatile.Write(ref _entering.Item, 1);
        _isInside = Volatile.Read(ref _closing.Item) == 0;
    }

    public override void Second()
    {
        Volatile.Write(ref _closing.Item, 1);
        _isClosed = Volatile.Read(ref _entering.Item) == 0;
    }
}
