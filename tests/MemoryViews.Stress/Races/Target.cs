using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;

namespace MemoryViews.Stress.Races;

/// <summary>Memory under readers, with the views they use: all of it in one row, and as a table.</summary>
[SuppressMessage("Design", "CA1001", Justification = "How it ends is what is tried here.")]
internal sealed class Target
{
    public const int Columns = 32;

    private readonly MemoryView _root;
    private readonly MemoryBlock? _memory; // null where the views are all there is to end
    private readonly Action? _whenOver;
    private bool _isOver;

    public Target(int serial, MemoryKind kind, Ending ending, int pattern, IBufferExporter exporter, MemoryBlock? memory, Action? whenOver = null)
    {
        (Serial, Kind, Ending, Pattern, _memory, _whenOver) = (serial, kind, ending, pattern, memory, whenOver);
        _root = new MemoryView(exporter);
        IsReadOnly = _root.IsReadOnly;
        View = _root.Cast<int>();
        Count = (int)View.Length;
        Table = View.Reshape(Count / Columns, Columns);
    }

    public int Serial { get; }

    public MemoryKind Kind { get; }

    public Ending Ending { get; }

    public int Pattern { get; }

    public bool IsReadOnly { get; }

    public int Count { get; }

    public MemoryView View { get; }

    public MemoryView Table { get; }

    /// <summary>Whether nobody may get in any more: an access that begins after this was seen has to be refused.</summary>
    public bool IsOver => Volatile.Read(ref _isOver);

    /// <summary>Ends it, in its own way. Returns how many times it was refused before.</summary>
    public int End()
    {
        int refused = 0;
        switch (Ending)
        {
            case Ending.Close:
                _memory!.Dispose();
                break;
            case Ending.CloseAndWait:
                _memory!.Close(ClosePolicy.Wait);
                break;
            case Ending.CloseOrFail:
                refused = CloseOrFail(_memory!);
                break;
            case Ending.CloseTwice:
                _memory!.Dispose();
                _memory.Dispose();
                break;
            case Ending.Release:
                refused = Release(View) + Release(Table) + Release(_root);
                break;
            case Ending.DisposeRoot:
                _root.Dispose();
                break;
            default:
                return 0;
        }

        Volatile.Write(ref _isOver, true);
        _whenOver?.Invoke();
        return refused;
    }

    /// <summary>What a reader does who was refused: the same close from a second thread, while the first is at it.</summary>
    public void EndToo()
    {
        if (Ending == Ending.CloseTwice)
        {
            _memory!.Dispose();
        }
    }

    private static int CloseOrFail(MemoryBlock memory)
    {
        const int Tries = 2;
        for (int refused = 0; refused < Tries; refused++)
        {
            try
            {
                memory.Close();
                return refused;
            }
            catch (BufferException)
            {
                Thread.SpinWait(20);
            }
        }

        memory.Dispose();
        return Tries;
    }

    // A view whose buffers are out refuses, until the reader that took one is done with it.
    private static int Release(MemoryView view)
    {
        SpinWait spin = default;
        for (int refused = 0; ; refused++)
        {
            try
            {
                view.Release();
                return refused;
            }
            catch (BufferException)
            {
                spin.SpinOnce(sleep1Threshold: -1);
            }
        }
    }
}
