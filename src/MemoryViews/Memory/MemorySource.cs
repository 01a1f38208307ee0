using System.Threading;

namespace MemoryViews;

/// <summary>
/// Memory outside the managed heap, given back in two steps: the memory itself when the block closes, the addresses when nobody can
/// touch them any more. Each is done once.
/// </summary>
internal abstract class MemorySource(bool staysReadable)
{
    private readonly Lock _gate = new(); // who comes second returns when the first is done, not before
    private bool _isVacated; // and counted among the closed ranges until freed
    private bool _isFreed;

    /// <summary>The first byte; 0 when there is none.</summary>
    public nint Address { get; protected init; }

    /// <summary>Bytes from the first on.</summary>
    public nint Length { get; protected init; }

    /// <summary>Whether the addresses may be read after closing, until <see cref="Free"/>: accesses need no guard then.</summary>
    public bool StaysReadable { get; } = staysReadable;

    /// <summary>The file behind the memory, where it is read and written through the system only, and has no addresses; otherwise null.</summary>
    public virtual CheckedFile? Checked => null;

    /// <summary>Whether the addresses have gone back.</summary>
    public bool IsFreed => Volatile.Read(ref _isFreed);

    /// <summary>Writes what was changed back to where it came from, if it came from somewhere.</summary>
    public virtual void Flush()
    {
    }

    /// <summary>Gives the memory back, at once, but not the addresses.</summary>
    public void Vacate()
    {
        lock (_gate)
        {
            if (_isVacated || _isFreed || !GiveBackPages())
            {
                return;
            }

            _isVacated = true;
        }

        ClosedRanges.Add();
    }

    /// <summary>Gives the addresses back. Nothing may touch them from then on.</summary>
    public void Free()
    {
        lock (_gate)
        {
            if (_isFreed)
            {
                return;
            }

            _isFreed = true;
            FreeAddresses();
        }

        if (_isVacated)
        {
            ClosedRanges.Remove();
        }
    }

    /// <summary>Puts zeros in the memory's place; false where it stays until the addresses go.</summary>
    private protected virtual bool GiveBackPages() => false;

    private protected abstract void FreeAddresses();
}
