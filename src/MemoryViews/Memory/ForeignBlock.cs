using System;

namespace MemoryViews;

/// <summary>Memory with another owner, who is told once when it is no longer used here.</summary>
internal sealed class ForeignBlock : MemoryBlock
{
    private readonly Action? _onReturned;

    public ForeignBlock(nint address, nint length, bool isReadOnly, Action? onReturned)
        : base(address, Check(address, length), isReadOnly) => _onReturned = onReturned;

    private protected override void OnClosed(bool inFinalizer)
    {
        if (_onReturned is not null && inFinalizer)
        {
            ReleaseQueue.Callbacks.Add(TellOwner);
        }
        else
        {
            TellOwner();
        }
    }

    private void TellOwner() => Callback.Run(_onReturned, $"The owner of {Name} threw when its memory was given back");

    private static nint Check(nint address, nint length) => length < 0
        ? throw Error.NegativeLength(length)
        : address == 0 && length > 0 ? throw Error.NullAddress(length) : length;
}
