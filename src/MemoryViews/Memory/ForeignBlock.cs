using System;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace MemoryViews;

/// <summary>Memory with another owner, who is told once when it is no longer used here.</summary>
internal sealed class ForeignBlock : MemoryBlock
{
    private readonly Action? _onReturned;

    public ForeignBlock(nint address, nint length, bool isReadOnly, Action? onReturned)
        : base(address, Check(address, length), isReadOnly) => _onReturned = onReturned;

    // Giving memory back cannot fail (PEP 3118), and may happen on the finalizer's thread, where an exception would end the process.
    [SuppressMessage("Design", "CA1031", Justification = "The caller's callback may throw anything.")]
    private protected override void OnClosed()
    {
        try
        {
            _onReturned?.Invoke();
        }
        catch (Exception e)
        {
            Trace.TraceError($"The owner of {Name} threw when its memory was given back: {e}");
        }
    }

    private static nint Check(nint address, nint length) => length < 0
        ? throw Error.NegativeLength(length)
        : address == 0 && length > 0 ? throw Error.NullAddress(length) : length;
}
