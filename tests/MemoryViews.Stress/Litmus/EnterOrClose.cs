namespace MemoryViews.Stress.Litmus;

/// <summary>One thread enters, another closes if nobody is inside: never do both succeed.</summary>
internal sealed class EnterOrClose : Duelist
{
    private StateWord _state;
    private bool _isInside;
    private bool _isClosed;

    public override bool IsViolated => _isInside && _isClosed;

    public override void Renew() => _state = default;

    public override void First() => _isInside = _state.TryEnter();

    public override void Second() => _isClosed = _state.TryClose();
}
