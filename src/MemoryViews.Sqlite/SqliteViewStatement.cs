using System;
using System.Collections.Generic;
using SQLitePCL;

namespace MemoryViews.Sqlite;

/// <summary>
/// A prepared statement whose blobs are views: bound where they lie, and read where SQLite has them. Python: <c>sqlite3</c>'s cursor, with
/// <c>memoryview</c> for blobs.
/// </summary>
/// <remarks>
/// <para>A view that is bound stays pinned, and its memory on loan, until the statement has run (<see cref="Execute"/>, or <see cref="Step"/>
/// returning false), is reset, or is disposed. Nothing is copied on the way to SQLite, and no managed memory allocated for its bytes.</para>
/// <para>A blob that is read is SQLite's memory, and lasts as long as the row. The next step closes it: views of it throw
/// <see cref="ViewReleasedException"/> from then on. The step is refused while a lease or pin is out.</para>
/// <para>A statement is used by one thread at a time; the views of its blobs by any.</para>
/// </remarks>
/// <example>
/// <code>
/// using SqliteViewStatement select = connection.PrepareForViews("SELECT pixels FROM frames");
/// while (select.Step())
/// {
///     MemoryView pixels = select.GetBlob(0).Cast("f");   // no copy; use ToArray() to keep it
///     Console.WriteLine(pixels.IndexOf(1f));
/// }
/// </code>
/// </example>
public sealed partial class SqliteViewStatement : IDisposable
{
    private readonly OpenConnection _connection;
    private readonly StatementHandle _handle;
    private readonly MemoryBlock?[] _row; // blobs of the current row that were asked for
    private State _state;

    internal SqliteViewStatement(OpenConnection connection, string sql)
    {
        _connection = connection;
        _handle = new StatementHandle(Prepare(connection.Handle, sql));
        _row = new MemoryBlock?[raw.sqlite3_column_count(_handle.Statement)];
        ParameterCount = raw.sqlite3_bind_parameter_count(_handle.Statement);
        connection.WhenClosed(Dispose);
    }

    private enum State
    {
        Ready,
        Row,
        Done,
        Disposed,
    }

    /// <summary>How many parameters the statement has; they are counted from 1.</summary>
    public int ParameterCount { get; }

    /// <summary>How many columns its rows have; they are counted from 0.</summary>
    public int ColumnCount => _row.Length;

    private sqlite3_stmt Native => _state != State.Disposed && _connection.IsOpen ? _handle.Statement : throw Error.Disposed("statement");

    /// <summary>Runs the statement until its next row.</summary>
    /// <returns>Whether there is a row. After false it has run: it stays so until <see cref="Reset"/>, or a value is bound.</returns>
    /// <exception cref="BufferException">A lease or pin on a blob of the current row is out; the row stays.</exception>
    /// <exception cref="SqliteViewException">SQLite failed; the statement is reset. Or a view was given back and its parameter not bound again.</exception>
    public bool Step()
    {
        sqlite3_stmt statement = Native;
        if (_state == State.Done)
        {
            return false;
        }

        if (_state == State.Ready)
        {
            ThrowIfGivenBack();
        }

        CloseRow();
        int code = raw.sqlite3_step(statement);
        if (code == raw.SQLITE_ROW)
        {
            _state = State.Row;
            return true;
        }

        Exception? error = code == raw.SQLITE_DONE ? null : Error.Failed("run the statement", code, _connection.Handle);
        Rewind(State.Done);
        return error is null ? false : throw error;
    }

    /// <summary>Runs the statement to its end, from the start if it had run before.</summary>
    /// <returns>Rows that an INSERT, UPDATE or DELETE changed; for other statements, what SQLite last counted.</returns>
    /// <exception cref="BufferException">A lease or pin on a blob of the current row is out; the row stays.</exception>
    /// <exception cref="SqliteViewException">SQLite failed; the statement is reset. Or a view was given back and its parameter not bound again.</exception>
    public int Execute()
    {
        Reset();
        while (Step())
        {
        }

        return raw.sqlite3_changes(_connection.Handle);
    }

    /// <summary>Back to before the first row. Numbers and texts stay bound, views are given back if it had begun to run.</summary>
    /// <exception cref="BufferException">A lease or pin on a blob of the current row is out; the row stays.</exception>
    public void Reset()
    {
        _ = Native;
        CloseRow();
        if (_state == State.Row)
        {
            Rewind(State.Ready);
        }

        _state = State.Ready;
    }

    /// <summary>Finalizes the statement and gives its views back; while a lease on a blob of its row is out, when that goes. Never throws.</summary>
    public void Dispose()
    {
        if (_state == State.Disposed)
        {
            return;
        }

        _state = State.Disposed;
        _connection.Forget();
        foreach (MemoryBlock? blob in _row)
        {
            blob?.Dispose();
        }

        _handle.LetGo();
    }

    private static sqlite3_stmt Prepare(sqlite3 database, string sql)
    {
        int code = raw.sqlite3_prepare_v2(database, sql, out sqlite3_stmt statement, out string tail);
        if (code != raw.SQLITE_OK)
        {
            throw Error.Failed("prepare the statement", code, database);
        }

        string rest = tail?.Trim() ?? "";
        if (statement.IsInvalid || rest.Length > 0)
        {
            statement.Dispose();
            throw Error.NotOneStatement(rest);
        }

        return statement;
    }

    // Views of the row die before SQLite reuses its memory. The first that is held stops this, and the row stays.
    private void CloseRow()
    {
        for (int column = 0; column < _row.Length; column++)
        {
            _row[column]?.Close(ClosePolicy.Fail);
            _row[column] = null;
        }
    }

    /// <summary>Resets, unbinds what SQLite has by address, and only then lets go of it.</summary>
    private void Rewind(State state)
    {
        raw.sqlite3_reset(_handle.Statement); // says again what the step said
        foreach ((int index, BoundView? view) in _handle.Views)
        {
            if (view is not null)
            {
                raw.sqlite3_bind_null(_handle.Statement, index);
                view.Dispose();
                _handle.Views[index] = null;
            }
        }

        _state = state;
    }

    private void ThrowIfGivenBack()
    {
        foreach (KeyValuePair<int, BoundView?> entry in _handle.Views)
        {
            if (entry.Value is null)
            {
                throw Error.GivenBack(NameOf(entry.Key));
            }
        }
    }
}
