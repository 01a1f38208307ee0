using Microsoft.Data.Sqlite;

namespace MemoryViews.Sqlite;

/// <summary>
/// SQLite refused something, or was not asked because it would have: the codes of SQLite (<see cref="SqliteException.SqliteErrorCode"/>) beside
/// the library's own. Whoever catches <see cref="SqliteException"/> catches it too.
/// </summary>
public class SqliteViewException : SqliteException, IViewException
{
    internal SqliteViewException(ViewErrorCode code, string message, int sqliteCode, int extendedCode)
        : base(message, sqliteCode, extendedCode) => Code = code;

    /// <inheritdoc/>
    public ViewErrorCode Code { get; }
}
