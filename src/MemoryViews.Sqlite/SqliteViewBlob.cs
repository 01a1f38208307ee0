using System;
using SQLitePCL;

namespace MemoryViews.Sqlite;

/// <summary>
/// One blob of one row, read and written in parts, without ever being in memory as a whole. Python: <c>sqlite3.Blob</c>.
/// </summary>
/// <remarks>
/// Views of any strides can be read into and written from: their items follow each other in the blob in C order. Runs go to SQLite where they
/// lie, scattered items through a buffer of 64 KiB. The size of a blob stays; make room with <c>zeroblob(N)</c>. When its row is changed by
/// something else, the blob is dead (<see cref="ViewErrorCode.Released"/>): open it anew. Used by one thread at a time.
/// </remarks>
public sealed class SqliteViewBlob : IDisposable
{
    private readonly OpenConnection _connection;
    private readonly sqlite3_blob _blob;
    private bool _isDisposed;

    internal SqliteViewBlob(OpenConnection connection, string database, string table, string column, long rowId, bool isWritable)
    {
        _connection = connection;
        IsReadOnly = !isWritable;
        int code = raw.sqlite3_blob_open(connection.Handle, database, table, column, rowId, isWritable ? 1 : 0, out _blob);
        if (code != raw.SQLITE_OK)
        {
            _blob?.Dispose();
            throw Error.Failed("open the blob", code, connection.Handle);
        }

        connection.WhenClosed(Dispose);
    }

    /// <summary>Whether it was opened for reading only.</summary>
    public bool IsReadOnly { get; }

    /// <summary>Bytes of the blob.</summary>
    /// <exception cref="SqliteViewException">The blob has been disposed.</exception>
    public nint Length => raw.sqlite3_blob_bytes(Native);

    private sqlite3_blob Native => !_isDisposed && _connection.IsOpen ? _blob : throw Error.Disposed("blob");

    /// <summary>Fills a view with bytes of the blob.</summary>
    /// <param name="destination">A writable view of any format and strides; as many bytes are read as its items take.</param>
    /// <param name="offset">Where in the blob they start, in bytes.</param>
    /// <exception cref="SqliteViewException">The bytes reach outside the blob, or SQLite failed; some items may have been written then.</exception>
    /// <exception cref="ViewNotSupportedException">The view is read-only.</exception>
    public void ReadInto(MemoryView destination, nint offset = 0)
    {
        ArgumentNullException.ThrowIfNull(destination);
        BlobRuns.Read(this, destination, CheckRange(destination, offset));
    }

    /// <summary>Writes the items of a view into the blob.</summary>
    /// <param name="source">A view of any format and strides.</param>
    /// <param name="offset">Where in the blob they go, in bytes.</param>
    /// <exception cref="SqliteViewException">The bytes reach outside the blob, it was opened for reading, or SQLite failed; some bytes may
    /// have been written then.</exception>
    public void WriteFrom(MemoryView source, nint offset = 0)
    {
        ArgumentNullException.ThrowIfNull(source);
        int start = CheckRange(source, offset);
        BlobRuns.Write(IsReadOnly ? throw Error.BlobReadOnly() : this, source, start);
    }

    /// <summary>The same column of another row, which is faster than opening it anew. SQL: <c>sqlite3_blob_reopen</c>.</summary>
    /// <param name="rowId">The row's <c>rowid</c>.</param>
    /// <exception cref="SqliteViewException">There is no such row, or no blob or text in it; the blob is dead then, as it is when its row was changed.</exception>
    public void MoveTo(long rowId) => Check("move the blob to another row", raw.sqlite3_blob_reopen(Native, rowId));

    /// <summary>Closes the blob. Never throws.</summary>
    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            _connection.Forget();
            _blob.Dispose();
        }
    }

    internal void Read(Span<byte> bytes, int offset) => Check("read the blob", raw.sqlite3_blob_read(Native, bytes, offset));

    internal void Write(ReadOnlySpan<byte> bytes, int offset) => Check("write the blob", raw.sqlite3_blob_write(Native, bytes, offset));

    // Checked before anything is touched. A blob is at most 2^31 - 1 bytes, so what passes fits an int; the difference cannot overflow.
    private int CheckRange(MemoryView view, nint offset)
    {
        nint length = view.ByteLength;
        return offset >= 0 && offset <= Length && length <= Length - offset ? (int)offset : throw Error.OutsideBlob(offset, length, Length);
    }

    private void Check(string operation, int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Error.Failed(operation, code, _connection.Handle);
        }
    }
}
