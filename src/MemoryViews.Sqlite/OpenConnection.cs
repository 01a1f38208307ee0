using System;
using System.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MemoryViews.Sqlite;

/// <summary>
/// A connection as it was when a statement or blob was made on it, and word of its end: a pooled connection lives on after it was closed, and
/// what is left open on it would hold its locks for the next one who gets it.
/// </summary>
internal sealed class OpenConnection
{
    private readonly SqliteConnection _connection;
    private Action? _onClosed;

    public OpenConnection(SqliteConnection connection)
    {
        _connection = connection;
        Handle = connection.State == ConnectionState.Open && connection.Handle is { } handle ? handle : throw Error.NotOpen();
    }

    /// <summary>SQLite's own handle.</summary>
    public sqlite3 Handle { get; }

    /// <summary>Whether calls on the handle can still be made.</summary>
    public bool IsOpen => !Handle.IsClosed && _connection.State == ConnectionState.Open;

    /// <summary>Calls once, when the connection is closed first.</summary>
    public void WhenClosed(Action onClosed)
    {
        _onClosed = onClosed;
        _connection.StateChange += OnStateChange;
    }

    /// <summary>Ends the wait for it.</summary>
    public void Forget() => _connection.StateChange -= OnStateChange;

    private void OnStateChange(object sender, StateChangeEventArgs change)
    {
        if (change.CurrentState == ConnectionState.Closed)
        {
            _onClosed?.Invoke();
        }
    }
}
