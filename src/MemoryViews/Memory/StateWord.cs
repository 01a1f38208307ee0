using System.Runtime.CompilerServices;
using System.Threading;

namespace MemoryViews;

/// <summary>
/// Whether a block is open, and how many are inside it, in one word that is changed by compare-and-swap only.
/// <code>
///   63        62       61 ............................ 32  31 ................ 0
///   closing   closed   0                                   users inside
///
///   open      0 0  users        may be entered
///   closing   1 0  users > 0    may not be entered; the last user to leave closes it
///   closed    1 1  0            nobody is inside and nobody ever will be
/// </code>
/// The sign alone says "no longer open", so an access needs one comparison.
/// </summary>
internal struct StateWord
{
    private const long Closing = 1L << 63;
    private const long Closed = 1L << 62;
    private const long UsersMask = 0xFFFF_FFFF;

    private long _word;

    /// <summary>Whether the block may still be touched. Volatile: it is read after the data, and must not be read before.</summary>
    public readonly bool IsOpen
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Volatile.Read(in _word) >= 0;
    }

    /// <summary>Whether nobody is inside and nobody will be.</summary>
    public readonly bool IsClosed => (Volatile.Read(in _word) & Closed) != 0;

    /// <summary>How many are inside.</summary>
    public readonly int Users => (int)(Volatile.Read(in _word) & UsersMask);

    /// <summary>Enters, unless the block is closing or closed. Never counts up from closed, so what was freed stays freed.</summary>
    public bool TryEnter()
    {
        long word = Volatile.Read(ref _word);
        while (word >= 0)
        {
            long seen = Interlocked.CompareExchange(ref _word, word + 1, word);
            if (seen == word)
            {
                return true;
            }

            word = seen;
        }

        return false;
    }

    /// <summary>Leaves. True for the one who leaves last while the block is closing: that one has just closed it.</summary>
    public bool Leave()
    {
        long word = Volatile.Read(ref _word);
        while (true)
        {
            long next = word - 1;
            bool last = word < 0 && (next & UsersMask) == 0;
            long seen = Interlocked.CompareExchange(ref _word, last ? next | Closed : next, word);
            if (seen == word)
            {
                return last;
            }

            word = seen;
        }
    }

    /// <summary>Closes if the block is open and nobody is inside; otherwise false, and nothing changed.</summary>
    public bool TryClose() => Interlocked.CompareExchange(ref _word, Closing | Closed, 0) == 0;

    /// <summary>Lets nobody in any more. True for the call that found nobody inside and so closed the block.</summary>
    public bool BeginClose()
    {
        long word = Volatile.Read(ref _word);
        while (word >= 0)
        {
            bool empty = (word & UsersMask) == 0;
            long seen = Interlocked.CompareExchange(ref _word, word | Closing | (empty ? Closed : 0), word);
            if (seen == word)
            {
                return empty;
            }

            word = seen;
        }

        return false;
    }
}
