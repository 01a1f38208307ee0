using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace MemoryViews.Sqlite;

// Values are read as what they are. A conversion of SQLite's would move the bytes of a blob that views may be out on.
public sealed partial class SqliteViewStatement
{
    /// <summary>A BLOB of the current row as a read-only view of bytes in SQLite's own memory. It lasts until the next step; cast it to what is in it.</summary>
    /// <param name="column">The column, from 0.</param>
    /// <exception cref="SqliteViewException">The column holds no BLOB, there is no such column, or no row.</exception>
    public unsafe MemoryView GetBlob(int column)
    {
        sqlite3_stmt statement = ForReading(column, raw.SQLITE_BLOB);
        MemoryBlock block = _row[column] ??= BlockOf(raw.sqlite3_column_blob(statement, column), column);
        return MemoryView.Over(new BufferExport(this, block, Layout.Contiguous(1, [block.Length]), ItemFormat.Of<byte>(), isReadOnly: true));
    }

    /// <summary>An INTEGER of the current row.</summary>
    /// <param name="column">The column, from 0.</param>
    /// <exception cref="SqliteViewException">The column holds no INTEGER, there is no such column, or no row.</exception>
    public long GetInt64(int column) => raw.sqlite3_column_int64(ForReading(column, raw.SQLITE_INTEGER), column);

    /// <summary>A REAL of the current row.</summary>
    /// <param name="column">The column, from 0.</param>
    /// <exception cref="SqliteViewException">The column holds no REAL, there is no such column, or no row.</exception>
    public double GetDouble(int column) => raw.sqlite3_column_double(ForReading(column, raw.SQLITE_FLOAT), column);

    /// <summary>A TEXT of the current row.</summary>
    /// <param name="column">The column, from 0.</param>
    /// <exception cref="SqliteViewException">The column holds no TEXT, there is no such column, or no row.</exception>
    public string GetString(int column) => raw.sqlite3_column_text(ForReading(column, raw.SQLITE_TEXT), column).utf8_to_string() ?? "";

    /// <summary>Whether the current row has NULL there.</summary>
    /// <param name="column">The column, from 0.</param>
    /// <exception cref="SqliteViewException">There is no such column, or no row.</exception>
    public bool IsNull(int column) => TypeOf(column) == raw.SQLITE_NULL;

    private sqlite3_stmt ForReading(int column, int wanted)
    {
        int type = TypeOf(column);
        return type == wanted ? _handle.Statement : throw Error.WrongType(column, NameOfType(wanted), NameOfType(type));
    }

    private int TypeOf(int column)
    {
        sqlite3_stmt statement = Native;
        if (_state != State.Row)
        {
            throw Error.NoRow();
        }

        return column >= 0 && column < ColumnCount ? raw.sqlite3_column_type(statement, column) : throw Error.NoColumn(column, ColumnCount);
    }

    // The block keeps the statement from being finalized while somebody is inside it, even when the statement was dropped.
    private unsafe MemoryBlock BlockOf(ReadOnlySpan<byte> bytes, int column)
    {
        MemoryBlock block = MemoryBlock.Borrow(Unsafe.AsPointer(ref MemoryMarshal.GetReference(bytes)), bytes.Length, isReadOnly: true, _handle.LetGo);
        _handle.Hold();
        block.Label = $"column {column} of a row";
        return block;
    }

    private static string NameOfType(int type) => type switch
    {
        raw.SQLITE_INTEGER => "an INTEGER",
        raw.SQLITE_FLOAT => "a REAL",
        raw.SQLITE_TEXT => "a TEXT",
        raw.SQLITE_BLOB => "a BLOB",
        _ => "NULL",
    };
}
