using System;
using System.Collections.Generic;
using MemoryViews.HouseKeeping;
using Xunit;

namespace MemoryViews.Sqlite.Tests;

public class ReadTests
{
    private const string Select = "SELECT data, name, id, 0.5, NULL FROM frames ORDER BY id";

    [Fact]
    public void A_blob_is_a_view_of_sqlites_memory()
    {
        using Database database = Filled();
        using SqliteViewStatement select = database.Prepare(Select);
        Assert.Equal(5, select.ColumnCount);
        Assert.True(select.Step());
        MemoryView blob = select.GetBlob(0);
        Assert.True(blob.IsReadOnly);
        Assert.Same(select, blob.Exporter);
        Assert.Equal([0x04030201, 0x08070605], blob.Cast("i").ToArray<int>());
        Assert.True(blob.Overlaps(select.GetBlob(0)));
        Assert.Equal(("one", 1L, 0.5, true), (select.GetString(1), select.GetInt64(2), select.GetDouble(3), select.IsNull(4)));
    }

    [Fact]
    public void A_large_blob_is_read_without_a_managed_copy()
    {
        using Database database = new();
        database.Run("INSERT INTO frames(data) VALUES (zeroblob(8000000)), (zeroblob(8000000))");
        using SqliteViewStatement select = database.Prepare("SELECT data FROM frames");
        select.Step();
        Assert.Equal(8000000, select.GetBlob(0).Count((byte)0));
        select.Step();
        Assert.InRange(Allocated.By(() => Assert.Equal(8000000, select.GetBlob(0).Count((byte)0)), 4096), 0, 4096);
    }

    [Fact]
    public void Views_of_a_row_end_with_the_row()
    {
        using Database database = Filled();
        using SqliteViewStatement select = database.Prepare(Select);
        List<MemoryView> old = [];
        while (select.Step())
        {
            old.Add(select.GetBlob(0));
            old.Add(select.GetBlob(0)[..1]);
        }

        Assert.Equal(4, old.Count);
        Assert.All(old, view => Assert.Contains("column 0", Assert.Throws<ViewReleasedException>(() => view.ToBytes()).Message, StringComparison.Ordinal));
        Assert.False(select.Step());
    }

    [Fact]
    public void A_lease_holds_the_row()
    {
        using Database database = Filled();
        using SqliteViewStatement select = database.Prepare(Select);
        select.Step();
        using (ReadOnlyLease lease = select.GetBlob(0).LeaseReadOnly())
        {
            Refused(select, statement => statement.Step());
            Refused(select, statement => statement.Reset());
            Refused(select, statement => statement.Execute());
            Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], lease.Bytes.ToArray());
            Assert.Equal(1, select.GetInt64(2));
        }

        Assert.True(select.Step());
        Assert.Equal(2, select.GetInt64(2));
    }

    [Fact]
    public void A_lease_outlives_the_statement_and_the_connection()
    {
        Database database = Filled();
        SqliteViewStatement select = database.Prepare(Select);
        select.Step();
        using (ReadOnlyLease lease = select.GetBlob(0).LeaseReadOnly())
        {
            select.Dispose();
            database.Connection.Close();
            Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], lease.Bytes.ToArray());
        }

        database.Dispose();
    }

    [Fact]
    public void A_bound_view_that_comes_back_in_a_row_stays_pinned_for_those_who_read_it()
    {
        using Database database = new();
        ByteArray bytes = new([1, 2, 3]);
        SqliteViewStatement select = database.Prepare("SELECT ?");
        using (MemoryView view = bytes.AsMemoryView())
        {
            select.Bind(1, view);
        }

        Assert.True(select.Step());
        using (ReadOnlyLease lease = select.GetBlob(0).LeaseReadOnly())
        {
            select.Dispose();
            Assert.Throws<BufferException>(() => bytes.Append(4));
            Assert.Equal([1, 2, 3], lease.Bytes.ToArray());
        }

        bytes.Append(4);
    }

    [Fact]
    public void An_empty_blob_is_an_empty_view()
    {
        using Database database = new();
        using SqliteViewStatement select = database.Prepare("SELECT x''");
        select.Step();
        Assert.Equal(0, select.GetBlob(0).Length);
    }

    [Fact]
    public void Values_are_read_as_what_they_are()
    {
        using Database database = Filled();
        using SqliteViewStatement select = database.Prepare(Select);
        Refusal.Of(ViewErrorCode.InvalidArgument, () => select.GetBlob(0), "no row");
        select.Step();
        MemoryView blob = select.GetBlob(0);
        Refusal.Of(ViewErrorCode.InvalidType, () => select.GetBlob(1), "Column 1 holds a TEXT", "a BLOB", "CAST");
        Refusal.Of(ViewErrorCode.InvalidType, () => select.GetBlob(4), "Column 4 holds NULL", "IsNull");
        Refusal.Of(ViewErrorCode.InvalidType, () => select.GetString(0), "holds a BLOB");
        Refusal.Of(ViewErrorCode.InvalidType, () => select.GetInt64(3), "holds a REAL");
        Refusal.Of(ViewErrorCode.InvalidType, () => select.GetDouble(2), "holds an INTEGER");
        Refusal.Of(ViewErrorCode.IndexOutOfRange, () => select.GetBlob(5), "Column 5", "from 0");
        Refusal.Of(ViewErrorCode.IndexOutOfRange, () => select.IsNull(-1), "Column -1");
        Assert.Equal(8, blob.Length); // and none of that moved it
    }

    [Fact]
    public void Parameters_cannot_change_between_rows()
    {
        using Database database = Filled();
        using SqliteViewStatement select = database.Prepare("SELECT data FROM frames WHERE id >= ?");
        select.Bind(1, 1L);
        select.Step();
        Refusal.Of(ViewErrorCode.InvalidArgument, () => select.Bind(1, 2L), "Reset()");
        Refusal.Of(ViewErrorCode.InvalidArgument, () => select.Bind(1, new byte[1].AsMemoryView()), "Reset()");
        select.Reset();
        select.Bind(1, 2L);
        Assert.True(select.Step());
        Assert.Equal([9], select.GetBlob(0).ToBytes());
        Assert.False(select.Step());
    }

    [Theory]
    [InlineData("SELEC 1", "near \"SELEC\"")]
    [InlineData("SELECT * FROM nowhere", "no such table: nowhere")]
    [InlineData("", "no statement")]
    [InlineData("-- nothing", "no statement")]
    [InlineData("SELECT 1; SELECT 2", "SELECT 2")]
    public void What_is_not_one_statement_is_refused(string sql, string fact)
    {
        using Database database = new();
        Refusal.Of(ViewErrorCode.InvalidArgument, () => database.Prepare(sql), fact);
    }

    [Fact]
    public void Sqlites_own_exception_type_and_codes_are_kept()
    {
        using Database database = new();
        var error = Assert.ThrowsAny<Microsoft.Data.Sqlite.SqliteException>(() => database.Prepare("SELEC 1"));
        Assert.Equal(1, error.SqliteErrorCode);
    }

    [Theory]
    [InlineData("Pooling=False")]
    [InlineData("Pooling=True")]
    public void Closing_the_connection_ends_its_statements(string pooling)
    {
        using Database database = Filled();
        ByteArray bytes = new([1]);
        var connection = database.Open(pooling);
        SqliteViewStatement select = connection.PrepareForViews("SELECT data, ? FROM frames");
        using (MemoryView view = bytes.AsMemoryView())
        {
            select.Bind(1, view);
        }

        select.Step();
        MemoryView blob = select.GetBlob(0);
        connection.Close();
        bytes.Append(2);
        Assert.Throws<ViewReleasedException>(() => blob[0]);
        Refusal.Of(ViewErrorCode.Released, () => select.Step(), "connection closed");
        Refusal.Of(ViewErrorCode.Released, () => connection.PrepareForViews("SELECT 1"), "Open()");
        select.Dispose();
        database.Run("INSERT INTO frames(name) VALUES ('no lock is left')");
    }

    [Fact]
    public void A_disposed_statement_answers_nothing()
    {
        using Database database = Filled();
        SqliteViewStatement select = database.Prepare(Select);
        select.Dispose();
        select.Dispose();
        Refusal.Of(ViewErrorCode.Released, () => select.Step(), "disposed");
        Refusal.Of(ViewErrorCode.Released, () => select.BindNull(1));
        Refusal.Of(ViewErrorCode.Released, () => select.IsNull(0));
    }

    private static void Refused(SqliteViewStatement statement, Action<SqliteViewStatement> act)
        => Assert.Contains("column 0", Assert.Throws<BufferException>(() => act(statement)).Message, StringComparison.Ordinal);

    private static Database Filled()
    {
        Database database = new();
        database.Run("INSERT INTO frames(name, data) VALUES ('one', x'0102030405060708'), ('two', x'09')");
        return database;
    }
}
