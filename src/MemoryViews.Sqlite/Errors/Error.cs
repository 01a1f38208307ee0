using System;
using System.Globalization;
using SQLitePCL;

namespace MemoryViews.Sqlite;

/// <summary>Every exception of this package is made here, one method a throw site: what was asked, the limit, what would have worked.</summary>
internal static class Error
{
    public static Exception Failed(string operation, int code, sqlite3 database)
    {
        bool isOpen = !database.IsClosed && !database.IsInvalid;
        int extended = isOpen ? raw.sqlite3_extended_errcode(database) : code;
        string reason = isOpen && (extended & 0xFF) == (code & 0xFF) ? raw.sqlite3_errmsg(database).utf8_to_string() : raw.sqlite3_errstr(code).utf8_to_string();
        return new SqliteViewException(CodeOf(code), Invariant($"SQLite could not {operation}: {reason} (code {code})."), code & 0xFF, (extended & 0xFF) == (code & 0xFF) ? extended : code);
    }

    public static Exception NotOpen() => Make(
        ViewErrorCode.Released, raw.SQLITE_MISUSE, "The connection is not open: call Open() first, and make statements and blobs again after it was closed.");

    public static Exception Disposed(string what) => Make(
        ViewErrorCode.Released, raw.SQLITE_MISUSE, $"The {what} has been disposed, or its connection closed: make a new one on an open connection.");

    public static Exception NoNativeLibrary(string name) => Make(
        ViewErrorCode.NotSupported,
        raw.SQLITE_MISUSE,
        $"The native library '{name}' does not give out sqlite3_bind_blob64, by which views are bound: take a bundle whose SQLite is a dynamic library of version 3.8.7 or later, such as Microsoft.Data.Sqlite's.");

    public static Exception NotOneStatement(string rest) => Make(
        ViewErrorCode.InvalidArgument,
        raw.SQLITE_MISUSE,
        rest.Length == 0 ? "The text holds no statement: give one." : $"More follows after the statement ('{Cut(rest)}'): prepare one statement at a time.");

    public static Exception NoParameter(string name, int count) => Make(
        ViewErrorCode.NotFound, raw.SQLITE_RANGE, Invariant($"The statement has no parameter '{Cut(name)}' among its {count}: names are written with their mark, as in '$data'."));

    public static Exception NoParameter(int index, int count) => Make(
        ViewErrorCode.IndexOutOfRange, raw.SQLITE_RANGE, Invariant($"Parameter {index} was asked for, and the statement has {count}: they are counted from 1."));

    public static Exception NoColumn(int column, int count) => Make(
        ViewErrorCode.IndexOutOfRange, raw.SQLITE_RANGE, Invariant($"Column {column} was asked for, and the statement has {count}: they are counted from 0."));

    public static Exception NoRow() => Make(
        ViewErrorCode.InvalidArgument, raw.SQLITE_MISUSE, "There is no row: columns can be read after Step() returned true, until the next Step(), Execute() or Reset().");

    public static Exception RowUnderWay() => Make(
        ViewErrorCode.InvalidArgument, raw.SQLITE_MISUSE, "The statement is in the middle of its rows, where parameters cannot change: call Reset() first.");

    public static Exception NotContiguous(Layout layout) => Make(
        ViewErrorCode.NotContiguous,
        raw.SQLITE_MISMATCH,
        $"SQLite takes a blob in one run, and the items do not lie in one ({layout}): bind view.AsContiguous(), or write the view through OpenViewBlob, which takes any strides.");

    public static Exception GivenBack(string name) => Make(
        ViewErrorCode.Released, raw.SQLITE_MISUSE, $"Parameter {name} held a view that was given back when the statement had run: bind it again, or BindNull it.");

    public static Exception WrongType(int column, string wanted, string actual) => Make(
        ViewErrorCode.InvalidType,
        raw.SQLITE_MISMATCH,
        Invariant($"Column {column} holds {actual}, and {wanted} was asked for: ask for what it is (IsNull tells NULL), or CAST in the statement."));

    public static Exception OutsideBlob(nint offset, nint length, nint blobLength) => Make(
        ViewErrorCode.OutOfBounds,
        raw.SQLITE_TOOBIG,
        Invariant($"{length} bytes at offset {offset} were asked, and the blob has {blobLength}: incremental I/O keeps a blob's size. Make it as large as needed with zeroblob(N)."));

    public static Exception BlobReadOnly() => Make(
        ViewErrorCode.ReadOnly, raw.SQLITE_READONLY, "The blob was opened for reading: open it with isWritable: true.");

    private static SqliteViewException Make(ViewErrorCode code, int sqliteCode, string message) => new(code, message, sqliteCode, sqliteCode);

    private static ViewErrorCode CodeOf(int code) => (code & 0xFF) switch
    {
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => ViewErrorCode.ReadOnly,
        raw.SQLITE_NOMEM => ViewErrorCode.OutOfMemory,
        raw.SQLITE_TOOBIG => ViewErrorCode.InvalidShape,
        raw.SQLITE_RANGE => ViewErrorCode.IndexOutOfRange,
        raw.SQLITE_MISMATCH => ViewErrorCode.InvalidType,
        raw.SQLITE_CONSTRAINT => ViewErrorCode.ValueRange,
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => ViewErrorCode.LoansOut,
        raw.SQLITE_ABORT => ViewErrorCode.Released,
        raw.SQLITE_ERROR or raw.SQLITE_MISUSE => ViewErrorCode.InvalidArgument,
        _ => ViewErrorCode.FileFailed,
    };

    private static string Cut(string text) => text.Length > 60 ? text[..57] + "..." : text;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
