using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace MemoryViews;

/// <summary>
/// What an exporter that can resize keeps: it counts the loans that are out, refuses while there are any, and names the holders.
/// Safe to use from any thread.
/// </summary>
/// <example>
/// <code>
/// public BufferExport GetBuffer(BufferRequest request) => _exports.Lend(new BufferExport(this, ...).Narrow(request));
/// public void Clear() { _exports.ThrowIfLent("clear the list"); _count = 0; }
/// </code>
/// </example>
public sealed class ExportLock
{
    private readonly Lock _gate = new();
    private readonly HashSet<Holding> _entries = [];

    /// <summary>Loans that are out.</summary>
    public int Count
    {
        get
        {
            ReturnDropped();
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>Everybody who holds a loan, longest first.</summary>
    public IReadOnlyList<ExportHolder> Holders
    {
        get
        {
            ReturnDropped();
            Holding[] holdings;
            lock (_gate)
            {
                holdings = [.. _entries];
            }

            return [.. holdings.OrderBy(holding => holding.Since).Select(holding => holding.Describe())];
        }
    }

    /// <summary>Counts a loan from now until it goes back.</summary>
    /// <param name="export">A loan just made, already narrowed to its request.</param>
    /// <returns>The same loan.</returns>
    /// <exception cref="ViewReleasedException">The loan has been given back already.</exception>
    public BufferExport Lend(BufferExport export)
    {
        System.ArgumentNullException.ThrowIfNull(export);
        export.CountIn(this);
        return export;
    }

    /// <summary>Refuses while loans are out. Python: "Existing exports of data: object cannot be re-sized".</summary>
    /// <param name="operation">What cannot be done, for the message: "clear the list".</param>
    /// <exception cref="BufferException">Loans are out; its <see cref="BufferException.Holders"/> name them.</exception>
    public void ThrowIfLent(string operation)
    {
        if (Count > 0)
        {
            throw Error.StillLent(operation, Holders);
        }
    }

    // Dropped loans whose exporters have code to run when they go back, perhaps a loan of this lock that was made from one of those.
    private static void ReturnDropped()
    {
        if (!ReleaseQueue.Callbacks.IsEmpty)
        {
            ReleaseQueue.Callbacks.Drain();
        }
    }

    // A holding knows nothing of the loan: a lock that held its loans would keep dropped ones alive for ever.
    internal void Enter(Holding holding)
    {
        lock (_gate)
        {
            _entries.Add(holding);
        }
    }

    internal void Leave(Holding holding)
    {
        lock (_gate)
        {
            _entries.Remove(holding);
        }
    }
}
