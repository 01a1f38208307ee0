using System;
using System.Linq;
using MemoryViews.HouseKeeping;
using Microsoft.Data.Sqlite;
using Xunit;

namespace MemoryViews.Sqlite.Tests;

public class BindTests
{
    private const string Insert = "INSERT INTO frames(id, name, data) VALUES ($id, $name, $data)";

    [Fact]
    public void The_bytes_of_a_view_become_a_blob()
    {
        using Database database = new();
        using SqliteViewStatement insert = database.Prepare(Insert);
        insert.Bind("$id", 1);
        insert.Bind("$name", "größe");
        insert.Bind("$data", new short[] { 1, 2, 3, 4 }.AsMemoryView().Reshape(2, 2)[1, ..]);
        Assert.Equal(1, insert.Execute());
        Assert.Equal([3, 0, 4, 0], database.Blob(1));
        Assert.Equal("größe", database.Scalar("SELECT name FROM frames"));
        Assert.Equal("blob", database.Scalar("SELECT typeof(data) FROM frames"));
    }

    [Fact]
    public void Another_sqlite_reads_what_was_written()
    {
        using Database database = new();
        byte[] bytes = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i * 7))];
        Put(database, 1, bytes.AsMemoryView());
        string answer = SqliteTool.Ask(database.Path, "SELECT hex(data) FROM frames; PRAGMA integrity_check;");
        Assert.Equal(Convert.ToHexString(bytes) + "\nok", answer);
    }

    [Fact]
    public void Memory_of_every_kind_can_be_bound()
    {
        using Database database = new();
        using NativeBuffer native = NativeBuffer.Allocate(16);
        using MemoryView view = native.AsMemoryView();
        view.Fill((byte)7);
        Put(database, 1, view);
        Put(database, 2, "ab".AsMemoryView());
        using MappedFile file = MappedFile.Open(database.Path);
        using MemoryView mapped = file.AsMemoryView();
        Put(database, 3, mapped[..16]);
        Assert.Equal(Enumerable.Repeat((byte)7, 16), database.Blob(1));
        Assert.Equal("a\0b\0"u8, database.Blob(2));
        Assert.Equal("SQLite format 3\0"u8, database.Blob(3));
    }

    [Fact]
    public void Nothing_is_copied_into_managed_memory()
    {
        using Database database = new();
        using SqliteViewStatement insert = database.Prepare("INSERT INTO frames(data) VALUES (?)");
        MemoryView view = new byte[8 << 20].AsMemoryView();
        int rows = 0;
        void Insert()
        {
            insert.Bind(1, view);
            insert.Execute();
            rows++;
        }

        Assert.InRange(Allocated.By(Insert, 4096), 0, 4096);
        Assert.Equal((long)rows * (8 << 20), database.Scalar("SELECT sum(length(data)) FROM frames"));
    }

    [Fact]
    public void What_is_written_into_the_view_after_it_was_bound_is_what_sqlite_sees()
    {
        using Database database = new();
        using SqliteViewStatement insert = database.Prepare("INSERT INTO frames(id, data) VALUES (1, ?)");
        byte[] bytes = [1, 2, 3];
        insert.Bind(1, bytes.AsMemoryView());
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true); // pinned: the array stays where SQLite has it
        bytes[1] = 42;
        insert.Execute();
        Assert.Equal([1, 42, 3], database.Blob(1));
    }

    [Fact]
    public void The_view_is_on_loan_until_the_statement_has_run()
    {
        using Database database = new();
        ByteArray bytes = new([1, 2, 3]);
        using SqliteViewStatement insert = database.Prepare("INSERT INTO frames(id, data) VALUES (1, ?)");
        using (MemoryView view = bytes.AsMemoryView())
        {
            insert.Bind(1, view);
        }

        Assert.Throws<BufferException>(() => bytes.Append(4));
        insert.Execute();
        bytes.Append(4);
        Assert.Equal([1, 2, 3], database.Blob(1));
    }

    [Fact]
    public void The_view_is_given_back_by_another_value_and_by_dispose()
    {
        using Database database = new();
        ByteArray bytes = new([1, 2, 3]);
        using (SqliteViewStatement insert = database.Prepare("INSERT INTO frames(data) VALUES (?)"))
        {
            Lend(insert, bytes);
            insert.BindNull(1);
            bytes.Append(4);
            Lend(insert, bytes);
            Lend(insert, bytes);
            Assert.Throws<BufferException>(() => bytes.Append(5));
        }

        bytes.Append(5);
    }

    [Fact]
    public void The_view_is_given_back_when_the_statement_fails()
    {
        using Database database = new();
        ByteArray bytes = new([1, 2, 3]);
        using SqliteViewStatement insert = database.Prepare("INSERT INTO frames(id, data) VALUES (1, ?)");
        Lend(insert, bytes);
        insert.Execute();
        Lend(insert, bytes);
        Refusal.Of(ViewErrorCode.ValueRange, () => insert.Execute(), "UNIQUE constraint failed: frames.id", "code 19");
        bytes.Append(4);
        Assert.Equal(1L, database.Scalar("SELECT count(*) FROM frames"));
    }

    [Fact]
    public void A_view_that_was_given_back_must_be_bound_again()
    {
        using Database database = new();
        using SqliteViewStatement insert = database.Prepare("INSERT INTO frames(data) VALUES ($data)");
        insert.Bind("$data", new byte[1].AsMemoryView());
        insert.Execute();
        Refusal.Of(ViewErrorCode.Released, () => insert.Execute(), "$data", "bind it again");
        insert.BindNull("$data");
        insert.Execute();
        Assert.Equal(2L, database.Scalar("SELECT count(*) FROM frames"));
    }

    [Fact]
    public void No_bytes_are_an_empty_blob_and_not_null()
    {
        using Database database = new();
        Put(database, 1, Array.Empty<int>().AsMemoryView());
        Assert.Equal("blob", database.Scalar("SELECT typeof(data) FROM frames"));
        Assert.Empty(database.Blob(1));
    }

    [Fact]
    public void Items_that_do_not_lie_in_a_run_are_refused_by_name()
    {
        using Database database = new();
        using SqliteViewStatement insert = database.Prepare("INSERT INTO frames(id, data) VALUES (1, ?)");
        MemoryView view = new byte[] { 1, 2, 3, 4 }.AsMemoryView()[(..).By(-2)];
        Refusal.Of(ViewErrorCode.NotContiguous, () => insert.Bind(1, view), "strides (-2,)", "AsContiguous()", "OpenViewBlob");
        insert.Bind(1, view.AsContiguous());
        insert.Execute();
        Assert.Equal([4, 2], database.Blob(1));
    }

    [Fact]
    public void More_than_sqlite_allows_is_refused_and_given_back()
    {
        using Database database = new();
        using SqliteViewStatement insert = database.Prepare("INSERT INTO frames(id, data) VALUES (1, ?)");
        using NativeBuffer large = NativeBuffer.Allocate(1_000_000_001, zeroed: false);
        using (MemoryView view = large.AsMemoryView())
        {
            Refusal.Of(ViewErrorCode.InvalidShape, () => insert.Bind(1, view), "1000000001 bytes", "too big");
        }

        large.Close();
        insert.Execute();
        Assert.Equal("null", database.Scalar("SELECT typeof(data) FROM frames"));
    }

    [Fact]
    public void Wrong_parameters_are_refused_by_name()
    {
        using Database database = new();
        using SqliteViewStatement insert = database.Prepare(Insert);
        MemoryView view = new byte[1].AsMemoryView();
        Assert.Equal(3, insert.ParameterCount);
        Refusal.Of(ViewErrorCode.IndexOutOfRange, () => insert.Bind(0, view), "Parameter 0", "3", "from 1");
        Refusal.Of(ViewErrorCode.IndexOutOfRange, () => insert.Bind(4, 1L), "Parameter 4");
        Refusal.Of(ViewErrorCode.NotFound, () => insert.Bind("data", view), "'data'", "'$data'");
        view.Dispose();
        Assert.Throws<ViewReleasedException>(() => insert.Bind(3, view));
        Assert.Throws<ArgumentNullException>(() => insert.Bind(3, (MemoryView)null!));
    }

    [Fact]
    public void Numbers_and_texts_stay_bound()
    {
        using Database database = new();
        using SqliteViewStatement insert = database.Prepare("INSERT INTO frames(name, data) VALUES (? || abs(random()), ?)");
        insert.Bind(1, "n");
        insert.Bind(2, 0.5);
        insert.Execute();
        insert.Execute();
        Assert.Equal(2L, database.Scalar("SELECT count(*) FROM frames WHERE name LIKE 'n%' AND data = 0.5"));
    }

    [Fact]
    public void Statements_take_part_in_the_connections_transaction()
    {
        using Database database = new();
        using (SqliteTransaction transaction = database.Connection.BeginTransaction())
        {
            Put(database, 1, new byte[3].AsMemoryView());
            transaction.Rollback();
        }

        Assert.Equal(0L, database.Scalar("SELECT count(*) FROM frames"));
    }

    private static void Lend(SqliteViewStatement statement, ByteArray bytes)
    {
        using MemoryView view = bytes.AsMemoryView();
        statement.Bind(1, view);
    }

    private static void Put(Database database, long id, MemoryView view)
    {
        using SqliteViewStatement insert = database.Prepare("INSERT INTO frames(id, data) VALUES (?, ?)");
        insert.Bind(1, id);
        insert.Bind(2, view);
        insert.Execute();
    }
}
