namespace MemoryViews.Stress.Litmus;

/// <summary>The library's own item access against its own close: pages of zeros take the place of the pages that are being read.</summary>
internal sealed class PageAccess : Duelist
{
    private NativeBuffer? _buffer;
    private MemoryView? _view;
    private bool _isStale;

    public override bool IsViolated => _isStale;

    public override void Renew()
    {
        _buffer = NativeBuffer.Allocate(NativeSource.LeastPages);
        _view = new MemoryView(_buffer).Cast<int>();
        _view.Set(0, Cell.Value);
        _isStale = false;
    }

    public override void First()
    {
        MemoryView view = _view!;
        try
        {
            for (int turn = 0; turn < MostTurns && !_isStale; turn++)
            {
                _isStale = view.Get<int>(0) != Cell.Value;
            }
        }
        catch (ViewReleasedException)
        {
            // closed, and noticed
        }
    }

    public override void Second() => _buffer!.Dispose();
}
