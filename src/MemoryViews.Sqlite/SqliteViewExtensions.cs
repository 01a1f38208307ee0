using System;
using Microsoft.Data.Sqlite;

namespace MemoryViews.Sqlite;

/// <summary>What an open connection can do with views.</summary>
/// <remarks>
/// The connection, its transactions and the native SQLite are those of Microsoft.Data.Sqlite: its statements and these see the same database. The
/// application brings the native library, as it does for the connection itself.
/// </remarks>
public static class SqliteViewExtensions
{
    /// <summary>Prepares one statement whose blobs are views, in and out.</summary>
    /// <param name="connection">An open connection; closing it disposes the statement.</param>
    /// <param name="sql">One statement.</param>
    /// <exception cref="SqliteViewException">The connection is not open, or the text is not one statement that SQLite understands.</exception>
    /// <example>
    /// <code>
    /// using SqliteViewStatement insert = connection.PrepareForViews("INSERT INTO frames(pixels) VALUES ($pixels)");
    /// insert.Bind("$pixels", frame);      // pinned where it lies, nothing is copied
    /// insert.Execute();                   // given back
    /// </code>
    /// </example>
    public static SqliteViewStatement PrepareForViews(this SqliteConnection connection, string sql)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(sql);
        return new(new OpenConnection(connection), sql);
    }

    /// <summary>Opens one blob of one row for reading and writing parts of it. SQL: <c>sqlite3_blob_open</c>.</summary>
    /// <param name="connection">An open connection; closing it disposes the blob.</param>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="rowId">The row's <c>rowid</c>, or integer primary key.</param>
    /// <param name="isWritable">Whether it will be written to.</param>
    /// <param name="database">The name the database is attached by; "main" is the connection's own.</param>
    /// <exception cref="SqliteViewException">The connection is not open; there is no such table, column or row, or no blob or text in it; or
    /// the database is read-only and writing was asked for.</exception>
    /// <example>
    /// <code>
    /// using SqliteViewBlob blob = connection.OpenViewBlob("frames", "pixels", rowId, isWritable: true);
    /// blob.WriteFrom(grid[.., 3]);            // a column of a grid, as bytes in a row
    /// blob.ReadInto(header, offset: 4096);    // into a view of any strides
    /// </code>
    /// </example>
    public static SqliteViewBlob OpenViewBlob(this SqliteConnection connection, string table, string column, long rowId, bool isWritable = false, string database = "main")
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(database);
        return new(new OpenConnection(connection), database, table, column, rowId, isWritable);
    }
}
