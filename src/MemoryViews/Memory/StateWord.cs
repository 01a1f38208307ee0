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
/// The sign alone says "no longer open", so an access needs one comparison. Every lease among the users is an object of its own, so their
/// number ends with the memory, far below 2^32. The steps are pure functions: every order in which threads can take them is tried by the
/// schedules of the stress console.
/// </summary>
internal struct StateWord
{
    private const long Closing = 1L << 63;
    private const long Closed = 1L << 62;
    private const long UsersMask = 0xFFFF_FFFF;

    private long _word;

    /// <summary>Whether the block may still be touched. Volatile: what is read after it was not read before.</summary>
    public readonly bool IsOpen
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Volatile.Read(in _word) >= 0;
    }

    /// <summary>Whether nobody is inside and nobody will be.</summary>
    public readonly bool IsClosed => Ended(Volatile.Read(in _word));

    /// <summary>How many are inside.</summary>
    public readonly int Users => UsersOf(Volatile.Read(in _word));

    public static bool Ended(long word) => (word & Closed) != 0;

    public static int UsersOf(long word) => (int)(word & UsersMask);

    /// <summary>The word with one user more; the same word when the block is no longer open, and so never up from closed.</summary>
    public static long Entered(long word) => word >= 0 ? word + 1 : word;

    /// <summary>The word with one user less: closed, if that was the last one while closing.</summary>
    public static long Left(long word) => word < 0 && UsersOf(word) == 1 ? Closing | Closed : word - 1;

    /// <summary>The word that lets nobody in any more; the same word when it does so already.</summary>
    public static long Shut(long word) => word < 0 ? word : UsersOf(word) == 0 ? Closing | Closed : word | Closing;

    /// <summary>The word closed, if nobody is inside; otherwise the same.</summary>
    public static long ShutEmpty(long word) => word == 0 ? Closing | Closed : word;

    /// <summary>Enters, unless the block is closing or closed. What was freed stays freed.</summary>
    public bool TryEnter()
    {
        long word = Volatile.Read(ref _word), next;
        while ((next = Entered(word)) != word)
        {
            long seen = Interlocked.CompareExchange(ref _word, next, word);
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
            long next = Left(word), seen = Interlocked.CompareExchange(ref _word, next, word);
            if (seen == word)
            {
                return Ended(next);
            }

            word = seen;
        }
    }

    /// <summary>Closes if the block is open and nobody is inside; otherwise false, and nothing changed.</summary>
    public bool TryClose() => Interlocked.CompareExchange(ref _word, ShutEmpty(0), 0) == 0;

    /// <summary>Lets nobody in any more. True for the call that found nobody inside and so closed the block.</summary>
    public bool BeginClose()
    {
        long word = Volatile.Read(ref _word), next;
        while ((next = Shut(word)) != word)
        {
            long seen = Interlocked.CompareExchange(ref _word, next, word);
            if (seen == word)
            {
                return Ended(next);
            }

            word = seen;
        }

        return false;
    }
}
