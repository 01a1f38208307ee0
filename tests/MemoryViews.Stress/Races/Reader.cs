using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;

namespace MemoryViews.Stress.Races;

/// <summary>A thread that touches targets in every way until it is stopped, and tells what it is inside of.</summary>
internal sealed class Reader
{
    private const int Kinds = 8;
    private const int MostInARow = 64;

    private readonly Arena _arena;
    private readonly Tally _tally;
    private readonly Random _random;
    private readonly Touch _touch;
    private readonly Thread _thread;
    private Target? _inside;

    public Reader(Arena arena, int seed, Tally tally)
    {
        (_arena, _tally, _random) = (arena, tally, new Random(seed));
        _touch = new Touch(_random);
        _thread = new Thread(Run) { IsBackground = true, Name = "reader" };
    }

    public long[] Done { get; } = new long[Kinds];

    public long[] Refused { get; } = new long[Kinds];

    public void Start() => _thread.Start();

    public Reader Join()
    {
        _thread.Join();
        return this;
    }

    /// <summary>The target this is inside of at this moment; null when it is between two accesses.</summary>
    public Target? Inside => Volatile.Read(ref _inside);

    private void Run()
    {
        while (!_arena.IsStopped)
        {
            Target target = _arena.Any(_random);
            int left = MostInARow; // a target that is merely dropped never refuses
            while (left > 0 && TryAccess((AccessKind)_random.Next(Kinds), target))
            {
                left--;
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever an access throws that is not a refusal is a failure to be told, not the end of the process.")]
    private bool TryAccess(AccessKind kind, Target target)
    {
        if (target.IsReadOnly && kind is AccessKind.Set or AccessKind.Fill)
        {
            kind = AccessKind.Copy;
        }

        bool wasOver = target.IsOver;
        Volatile.Write(ref _inside, target);
        try
        {
            int? wrong = _touch.Do(kind, target);
            Volatile.Write(ref _inside, null);
            Done[(int)kind]++;
            Judge(kind, target, wasOver, wrong);
            return !wasOver;
        }
        catch (ViewReleasedException)
        {
            Volatile.Write(ref _inside, null);
            Refused[(int)kind]++;
            target.EndToo();
            return false;
        }
        catch (Exception e)
        {
            Volatile.Write(ref _inside, null);
            _tally.Fail($"{kind} of {target.Kind} while {target.Ending}: {e}");
            return false;
        }
    }

    private void Judge(AccessKind kind, Target target, bool wasOver, int? wrong)
    {
        if (wrong is { } item)
        {
            _tally.Fail($"{kind} of {target.Kind} while {target.Ending} found {Pattern.Describe(item)}");
        }
        else if (wasOver)
        {
            _tally.Fail($"{kind} of {target.Kind} was let in after {target.Ending}");
        }
    }
}
