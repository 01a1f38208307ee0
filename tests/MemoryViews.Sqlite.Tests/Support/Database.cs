using System;
using System.IO;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace MemoryViews.Sqlite.Tests;

/// <summary>A database in a real file, with one table: frames(id INTEGER PRIMARY KEY, name TEXT, data BLOB).</summary>
internal sealed class Database : IDisposable
{
    public Database()
    {
        Path = System.IO.Path.Combine(Directory.CreateTempSubdirectory("memoryviews-sqlite-").FullName, "frames.db");
        Connection = Open();
        Run("CREATE TABLE frames(id INTEGER PRIMARY KEY, name TEXT UNIQUE, data BLOB)");
    }

    public string Path { get; }

    public SqliteConnection Connection { get; }

    /// <summary>One more connection to the same file.</summary>
    public SqliteConnection Open(string more = "Pooling=False")
    {
        SqliteConnection connection = new($"Data Source={Path};{more}");
        connection.Open();
        return connection;
    }

    /// <summary>Runs SQL through Microsoft.Data.Sqlite alone.</summary>
    public void Run(string sql)
    {
        using SqliteCommand command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>One value through Microsoft.Data.Sqlite alone.</summary>
    public object? Scalar(string sql)
    {
        using SqliteCommand command = Connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    public byte[] Blob(long id) => (byte[])Scalar($"SELECT data FROM frames WHERE id = {id}")!;

    public SqliteViewStatement Prepare(string sql) => Connection.PrepareForViews(sql);

    public void Dispose()
    {
        Connection.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(System.IO.Path.GetDirectoryName(Path)!, recursive: true);
    }

    /// <summary>The bundle registers its native library once, before any connection is made.</summary>
    [ModuleInitializer]
    internal static void ChooseBundle() => SQLitePCL.Batteries_V2.Init();
}
