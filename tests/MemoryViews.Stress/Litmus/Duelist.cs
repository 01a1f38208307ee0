using System.Threading;

namespace MemoryViews.Stress.Litmus;

/// <summary>What two threads do to one another in one try of a <see cref="Duel"/>.</summary>
internal abstract class Duelist
{
    /// <summary>Turns of a loop after which a step ends by itself: the other thread may not have a core just now.</summary>
    protected const int MostTurns = 2000;

    private int _hesitation;

    /// <summary>How long <see cref="Hesitate"/> takes. It grows from try to try, so that the other thread comes in between even where it has to wait for a core.</summary>
    public int Hesitation
    {
        get => _hesitation;
        set => Volatile.Write(ref _hesitation, value);
    }

    /// <summary>Whether, now that both are done, something happened that must not. Asked on the first thread.</summary>
    public abstract bool IsViolated { get; }

    /// <summary>Everything as new; nobody else is looking. Called on the first thread.</summary>
    public abstract void Renew();

    public abstract void First();

    public abstract void Second();

    /// <summary>For controls: the time between what they ask and what they do, in which the answer gets old.</summary>
    protected void Hesitate()
    {
        for (int left = _hesitation; left > 0; left--)
        {
            Volatile.Read(ref _hesitation);
        }
    }
}
