using System;
using System.Collections.Generic;
using System.Linq;

namespace MemoryViews.Stress.Fuzz;

/// <summary>A few pieces of memory and the views made of them so far, with what the model knows of all; one thread's alone.</summary>
internal sealed class World : IDisposable
{
    private const int MostWindows = 20;
    private const int MostGrounds = 3;

    private readonly List<Ground> _grounds = [];
    private readonly List<Window> _windows = [];
    private readonly List<Window> _dead = [];
    private int _named;

    /// <summary>The choices of the operation under way.</summary>
    public Chance Chance { get; set; } = new(0);

    /// <summary>What the operation under way does, for whoever reads a failure.</summary>
    public string Note { get; private set; } = "";

    public void Say(string note) => Note = note;

    /// <summary>A view that is alive, made now where there is none.</summary>
    public Window Any() => _windows.Count == 0 || Chance.OneIn(40) ? Open() : Chance.Of<Window>([.. _windows]);

    /// <summary>A live view that some condition holds for, when there is one among a few tries.</summary>
    public Window? Any(Func<Window, bool> suits)
    {
        Window first = Any();
        Window[] fitting = [.. _windows.Where(suits)];
        return suits(first) ? first : fitting.Length == 0 ? null : Chance.Of(fitting);
    }

    public Window? AnyDead() => _dead.Count == 0 ? null : Chance.Of<Window>([.. _dead]);

    public IEnumerable<Window> Alive => _windows;

    public IReadOnlyList<Ground> Grounds => _grounds;

    /// <summary>Runs an operation and holds it against the verdict. False when it was refused.</summary>
    public static bool Try(Verdict verdict, Action run)
    {
        try
        {
            run();
        }
        catch (Exception exception) when (exception is IViewException)
        {
            return verdict == Verdict.Succeeds ? throw new FuzzFailure($"should succeed, was refused: {exception.Message}", exception) : false;
        }
        catch (Exception exception) when (exception is not FuzzFailure)
        {
            throw new FuzzFailure($"an exception that is not the library's: {exception}", exception);
        }

        return verdict == Verdict.Refused ? throw new FuzzFailure("should be refused, succeeded") : true;
    }

    public static void Check(bool holds, Func<string> difference)
    {
        if (!holds)
        {
            throw new FuzzFailure(difference());
        }
    }

    /// <summary>Takes in a view that an operation made, and compares all that can be seen of it.</summary>
    public Window Add(Window window)
    {
        Viewing.Compare(window, Chance);
        _windows.Add(window);
        return window;
    }

    public string NextName() => $"v{_named++}";

    /// <summary>Gives a view back, and takes it from the list.</summary>
    public void Release(Window window)
    {
        if (Try(window.Releasing(_windows), window.View.Release))
        {
            window.IsReleased = true;
            Bury();
        }
    }

    /// <summary>Ends the loan of a view that took one; other views are only released.</summary>
    public void Dispose(Window window)
    {
        window.View.Dispose();
        window.IsReleased = true;
        window.Loan.HasEnded |= window.IsRoot;
        Bury();
    }

    /// <summary>Drops a ground that was closed or resized, and everything on it.</summary>
    public void Drop(Ground ground)
    {
        foreach (Window window in _windows.Where(window => window.Ground == ground))
        {
            window.View.Dispose();
        }

        _windows.RemoveAll(window => window.Ground == ground);
        _dead.RemoveAll(window => window.Ground == ground);
        _grounds.Remove(ground);
        ground.Dispose();
    }

    /// <summary>A new view of an exporter's memory.</summary>
    public Window Open()
    {
        if (_grounds.Count < MostGrounds && (_grounds.Count == 0 || Chance.OneIn(3)))
        {
            _grounds.Add(GroundKinds.Make(Chance));
        }

        Ground ground = Chance.Of<Ground>([.. _grounds]);
        Loan loan = new(ground);
        Window window = new()
        {
            Name = NextName(),
            View = ground.Open(),
            Loan = loan,
            Item = ground.Item,
            Shape = ground.Shape,
            Places = ground.Places,
            IsReadOnly = ground.IsReadOnly,
            IsRoot = true,
        };
        (loan.Low, loan.High) = window.Hull();
        Say($"{Note}{window} = a view of {ground.Name}; ");
        return Add(window);
    }

    /// <summary>Gives back what is too much, between operations: while one is under way it may hold any.</summary>
    public void Trim()
    {
        for (int tries = _windows.Count - MostWindows; tries > 0; tries--)
        {
            Release(Chance.Of<Window>([.. _windows]));
        }
    }

    /// <summary>Compares all memory with the model.</summary>
    public void Compare()
    {
        foreach (Ground ground in _grounds)
        {
            if (ground.Difference() is { } difference)
            {
                throw new FuzzFailure(difference);
            }
        }
    }

    public void Dispose()
    {
        foreach (Window window in _windows)
        {
            window.View.Dispose();
        }

        _windows.Clear();
        foreach (Ground ground in _grounds)
        {
            ground.Dispose();
        }

        _grounds.Clear();
    }

    private void Bury()
    {
        _dead.AddRange(_windows.Where(window => window.IsDead));
        _windows.RemoveAll(window => window.IsDead);
        _dead.RemoveRange(0, Math.Max(0, _dead.Count - 4));
    }
}
