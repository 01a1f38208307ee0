using System;
using System.Linq;
using MemoryViews.HouseKeeping;
using Xunit;

namespace MemoryViews.Sqlite.Tests;

public class BlobTests
{
    [Fact]
    public void A_part_is_written_and_the_rest_stays()
    {
        using Database database = With(8);
        using (SqliteViewBlob blob = database.Connection.OpenViewBlob("frames", "data", 1, isWritable: true))
        {
            Assert.Equal(8, blob.Length);
            blob.WriteFrom(new short[] { 0x0201, 0x0403 }.AsMemoryView(), offset: 3);
        }

        Assert.Equal([0, 0, 0, 1, 2, 3, 4, 0], database.Blob(1));
    }

    [Fact]
    public void Another_sqlite_reads_what_was_written()
    {
        using Database database = With(6);
        using (SqliteViewBlob blob = database.Connection.OpenViewBlob("frames", "data", 1, isWritable: true))
        {
            blob.WriteFrom(new byte[,] { { 1, 2, 3 }, { 4, 5, 6 } }.AsMemoryView().Transpose());
        }

        Assert.Equal("010402050306", SqliteTool.Ask(database.Path, "SELECT hex(data) FROM frames"));
    }

    [Fact]
    public void Any_strides_are_read_and_written_in_C_order()
    {
        using Database database = With(24);
        using SqliteViewBlob blob = database.Connection.OpenViewBlob("frames", "data", 1, isWritable: true);
        int[,] grid = { { 1, 2, 3 }, { 4, 5, 6 } };
        MemoryView view = grid.AsMemoryView();
        blob.WriteFrom(view.Transpose().Flip());
        Assert.Equal(view.Transpose().Flip().ToBytes(), database.Blob(1));
        view.Fill(0);
        blob.ReadInto(view.Transpose().Flip());
        Assert.Equal([1, 2, 3, 4, 5, 6], grid.Cast<int>());
    }

    [Fact]
    public void Large_scattered_views_go_in_pieces()
    {
        const int Rows = 700, Columns = 900;
        using Database database = With(Rows * Columns);
        using SqliteViewBlob blob = database.Connection.OpenViewBlob("frames", "data", 1, isWritable: true);
        byte[] bytes = new byte[2 * Rows * Columns];
        new Random(20260103).NextBytes(bytes);
        MemoryView source = bytes.AsMemoryView().Reshape(Columns, Rows, 2)[.., .., 0].Transpose();
        blob.WriteFrom(source);
        Assert.Equal(source.ToBytes(), database.Blob(1));

        MemoryView target = new byte[3 * Rows * Columns].AsMemoryView().Reshape(Rows, Columns, 3)[(..).By(-1), .., 1];
        blob.ReadInto(target);
        Assert.True(target.ContentEquals(source));
        MemoryView one = new byte[2 * Rows * Columns].AsMemoryView().Reshape(1, Rows * Columns, 2)[.., .., 1];
        blob.ReadInto(one);
        Assert.Equal(source.ToBytes(), one.ToBytes());
    }

    [Fact]
    public void A_run_goes_without_a_managed_copy()
    {
        using Database database = With(8_000_000);
        using SqliteViewBlob blob = database.Connection.OpenViewBlob("frames", "data", 1, isWritable: true);
        MemoryView view = new byte[8_000_000].AsMemoryView();
        void WriteAndRead()
        {
            blob.WriteFrom(view);
            blob.ReadInto(view);
        }

        Assert.InRange(Allocated.By(WriteAndRead, 4096), 0, 4096);
    }

    [Theory]
    [InlineData(8, 1)]
    [InlineData(9, 0)]
    [InlineData(1, 8)]
    [InlineData(0, 9)]
    [InlineData(0, -1)]
    [InlineData(1, 2147483647)]
    public void Bytes_outside_the_blob_are_refused_before_anything_is_touched(int length, int offset)
    {
        using Database database = With(8);
        using SqliteViewBlob blob = database.Connection.OpenViewBlob("frames", "data", 1, isWritable: true);
        byte[] bytes = [.. Enumerable.Repeat((byte)7, length)];
        Refusal.Of(ViewErrorCode.OutOfBounds, () => blob.WriteFrom(bytes.AsMemoryView(), offset), $"{length} bytes at offset {offset}", "8", "zeroblob");
        Refusal.Of(ViewErrorCode.OutOfBounds, () => blob.ReadInto(bytes.AsMemoryView(), offset));
        Assert.Equal(new byte[8], database.Blob(1));
        Assert.All(bytes, item => Assert.Equal(7, item));
    }

    [Fact]
    public void No_bytes_may_be_asked_for_anywhere_in_the_blob()
    {
        using Database database = With(8);
        using SqliteViewBlob blob = database.Connection.OpenViewBlob("frames", "data", 1, isWritable: true);
        MemoryView empty = new int[3, 0].AsMemoryView();
        blob.ReadInto(empty, 8);
        blob.WriteFrom(empty, 8);
        Assert.Equal(new byte[8], database.Blob(1));
    }

    [Fact]
    public void Reading_only_means_reading_only_on_both_sides()
    {
        using Database database = With(8);
        using SqliteViewBlob blob = database.Connection.OpenViewBlob("frames", "data", 1);
        Assert.True(blob.IsReadOnly);
        Refusal.Of(ViewErrorCode.ReadOnly, () => blob.WriteFrom(new byte[8].AsMemoryView()), "isWritable: true");
        Refusal.Of<ViewNotSupportedException>(ViewErrorCode.ReadOnly, () => blob.ReadInto(new byte[8].AsMemoryView().AsReadOnly()));
    }

    [Fact]
    public void A_blob_dies_when_its_row_changes()
    {
        using Database database = With(4);
        using SqliteViewBlob blob = database.Connection.OpenViewBlob("frames", "data", 1);
        database.Run("UPDATE frames SET data = x'01020304'");
        Refusal.Of(ViewErrorCode.Released, () => blob.ReadInto(new byte[4].AsMemoryView()), "read the blob");
        Refusal.Of(ViewErrorCode.Released, () => blob.MoveTo(1), "move the blob");
    }

    [Fact]
    public void A_blob_can_be_moved_to_another_row()
    {
        using Database database = With(4);
        database.Run("INSERT INTO frames(id, data) VALUES (2, x'0A0B')");
        using SqliteViewBlob blob = database.Connection.OpenViewBlob("frames", "data", 1);
        byte[] two = new byte[2];
        blob.MoveTo(2);
        Assert.Equal(2, blob.Length);
        blob.ReadInto(two.AsMemoryView());
        Assert.Equal([10, 11], two);
        Refusal.Of(ViewErrorCode.InvalidArgument, () => blob.MoveTo(3), "no such rowid: 3");
        Refusal.Of(ViewErrorCode.OutOfBounds, () => blob.ReadInto(two.AsMemoryView()), "the blob has 0");
    }

    [Theory]
    [InlineData("nowhere", "data", 1, "no such table: main.nowhere")]
    [InlineData("frames", "nothing", 1, "no such column: \"nothing\"")]
    [InlineData("frames", "data", 9, "no such rowid: 9")]
    [InlineData("frames", "id", 1, "cannot open value of type")]
    public void What_is_not_there_is_refused_with_sqlites_reason(string table, string column, long row, string reason)
    {
        using Database database = With(1);
        Refusal.Of(ViewErrorCode.InvalidArgument, () => database.Connection.OpenViewBlob(table, column, row), "open the blob", reason);
    }

    [Fact]
    public void A_database_that_is_read_only_refuses_blobs_for_writing()
    {
        using Database database = With(1);
        using var connection = database.Open("Mode=ReadOnly;Pooling=False");
        Refusal.Of(ViewErrorCode.ReadOnly, () => connection.OpenViewBlob("frames", "data", 1, isWritable: true), "readonly");
    }

    [Fact]
    public void Closing_the_connection_ends_its_blobs()
    {
        using Database database = With(1);
        var connection = database.Open();
        SqliteViewBlob blob = connection.OpenViewBlob("frames", "data", 1, isWritable: true);
        connection.Close();
        Refusal.Of(ViewErrorCode.Released, () => _ = blob.Length, "connection closed");
        blob.Dispose();
        database.Run("UPDATE frames SET data = x'05'"); // no lock is left
        SqliteViewBlob disposed = database.Connection.OpenViewBlob("frames", "data", 1);
        disposed.Dispose();
        Refusal.Of(ViewErrorCode.Released, () => disposed.ReadInto(new byte[1].AsMemoryView()), "disposed");
    }

    private static Database With(int length)
    {
        Database database = new();
        database.Run($"INSERT INTO frames(id, data) VALUES (1, zeroblob({length}))");
        return database;
    }
}
