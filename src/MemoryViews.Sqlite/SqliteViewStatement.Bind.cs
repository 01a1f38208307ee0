using System;
using System.Globalization;
using SQLitePCL;

namespace MemoryViews.Sqlite;

public sealed partial class SqliteViewStatement
{
    /// <summary>Binds a view as a BLOB, without a copy: it is pinned, and on loan until the statement has run.</summary>
    /// <param name="index">The parameter, from 1.</param>
    /// <param name="view">Items of any format in one C-ordered run; their bytes are the blob.</param>
    /// <exception cref="SqliteViewException">The items do not lie in one run; there is no such parameter; the statement is in the middle of its
    /// rows; or there are more bytes than SQLite allows a blob (10^9 unless it was built otherwise).</exception>
    /// <exception cref="ViewReleasedException">The view has been released.</exception>
    public unsafe void Bind(int index, MemoryView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        sqlite3_stmt statement = ForBinding(index);
        if (!view.IsCContiguous)
        {
            throw Error.NotContiguous(view.Layout);
        }

        BoundView bound = new(view);
        int code;
        try
        {
            // A blob of no bytes by its address would be NULL.
            code = bound.Length == 0 ? raw.sqlite3_bind_zeroblob(statement, index, 0) : NativeSqlite.BindStatic(statement, index, bound.Address, (ulong)bound.Length);
        }
        catch
        {
            bound.Dispose();
            throw;
        }

        if (code != raw.SQLITE_OK)
        {
            // Whatever SQLite has there now, it must not be an address of either view.
            raw.sqlite3_bind_null(statement, index);
            Unbind(index);
            bound.Dispose();
            throw Error.Failed($"bind {bound.Length} bytes to parameter {NameOf(index)}", code, _connection.Handle);
        }

        Unbind(index);
        _handle.Views[index] = bound;
    }

    /// <inheritdoc cref="Bind(int, MemoryView)"/>
    /// <param name="name">The parameter's name with its mark, as in <c>$data</c>.</param>
    /// <param name="view">Items of any format in one C-ordered run; their bytes are the blob.</param>
    public void Bind(string name, MemoryView view) => Bind(IndexOf(name), view);

    /// <summary>Binds an integer.</summary>
    /// <param name="index">The parameter, from 1.</param>
    /// <param name="value">The integer.</param>
    /// <exception cref="SqliteViewException">There is no such parameter, or the statement is in the middle of its rows.</exception>
    public void Bind(int index, long value) => Bound(index, raw.sqlite3_bind_int64(ForBinding(index), index, value));

    /// <inheritdoc cref="Bind(int, long)"/>
    /// <param name="name">The parameter's name with its mark, as in <c>$data</c>.</param>
    /// <param name="value">The integer.</param>
    public void Bind(string name, long value) => Bind(IndexOf(name), value);

    /// <summary>Binds a floating-point number; NaN is NULL to SQLite.</summary>
    /// <param name="index">The parameter, from 1.</param>
    /// <param name="value">The number.</param>
    /// <exception cref="SqliteViewException">There is no such parameter, or the statement is in the middle of its rows.</exception>
    public void Bind(int index, double value) => Bound(index, raw.sqlite3_bind_double(ForBinding(index), index, value));

    /// <inheritdoc cref="Bind(int, double)"/>
    /// <param name="name">The parameter's name with its mark, as in <c>$data</c>.</param>
    /// <param name="value">The number.</param>
    public void Bind(string name, double value) => Bind(IndexOf(name), value);

    /// <summary>Binds a text.</summary>
    /// <param name="index">The parameter, from 1.</param>
    /// <param name="value">The text.</param>
    /// <exception cref="SqliteViewException">There is no such parameter, or the statement is in the middle of its rows.</exception>
    public void Bind(int index, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Bound(index, raw.sqlite3_bind_text(ForBinding(index), index, value));
    }

    /// <inheritdoc cref="Bind(int, string)"/>
    /// <param name="name">The parameter's name with its mark, as in <c>$data</c>.</param>
    /// <param name="value">The text.</param>
    public void Bind(string name, string value) => Bind(IndexOf(name), value);

    /// <summary>Binds NULL.</summary>
    /// <param name="index">The parameter, from 1.</param>
    /// <exception cref="SqliteViewException">There is no such parameter, or the statement is in the middle of its rows.</exception>
    public void BindNull(int index) => Bound(index, raw.sqlite3_bind_null(ForBinding(index), index));

    /// <inheritdoc cref="BindNull(int)"/>
    /// <param name="name">The parameter's name with its mark, as in <c>$data</c>.</param>
    public void BindNull(string name) => BindNull(IndexOf(name));

    private sqlite3_stmt ForBinding(int index)
    {
        sqlite3_stmt statement = Native;
        if (index < 1 || index > ParameterCount)
        {
            throw Error.NoParameter(index, ParameterCount);
        }

        if (_state == State.Row)
        {
            throw Error.RowUnderWay();
        }

        _state = State.Ready;
        return statement;
    }

    private int IndexOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        int index = raw.sqlite3_bind_parameter_index(Native, name);
        return index > 0 ? index : throw Error.NoParameter(name, ParameterCount);
    }

    private void Bound(int index, int code)
    {
        // SQLite has let go of what was bound before, whatever it answered.
        Unbind(index);
        if (code != raw.SQLITE_OK)
        {
            throw Error.Failed($"bind parameter {NameOf(index)}", code, _connection.Handle);
        }
    }

    private void Unbind(int index)
    {
        if (_handle.Views.Remove(index, out BoundView? view))
        {
            view?.Dispose();
        }
    }

    private string NameOf(int index)
    {
        string? name = raw.sqlite3_bind_parameter_name(_handle.Statement, index).utf8_to_string();
        return string.IsNullOrEmpty(name) ? index.ToString(CultureInfo.InvariantCulture) : name;
    }
}
