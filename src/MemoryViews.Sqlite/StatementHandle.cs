using System.Collections.Generic;
using System.Threading;
using SQLitePCL;

namespace MemoryViews.Sqlite;

/// <summary>
/// The native statement and the views it has addresses of. It is finalized when the last of those who need it has let go: its owner, and each
/// blob of the current row that somebody still reads through a lease.
/// </summary>
internal sealed class StatementHandle(sqlite3_stmt statement)
{
    private int _holders = 1;

    public sqlite3_stmt Statement { get; } = statement;

    /// <summary>Views by parameter; null where one has been given back.</summary>
    public Dictionary<int, BoundView?> Views { get; } = [];

    public void Hold() => Interlocked.Increment(ref _holders);

    /// <summary>One holder less, on any thread; the last finalizes the statement, and then lets go of the views it had the addresses of.</summary>
    public void LetGo()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            Statement.Dispose();
            foreach (BoundView? view in Views.Values)
            {
                view?.Dispose();
            }
        }
    }
}
