using System.ComponentModel;
using System.Diagnostics;
using System.Threading.Tasks;
using Xunit;

namespace MemoryViews.Sqlite.Tests;

/// <summary>The sqlite3 command, another SQLite than the one under test, as a witness.</summary>
internal static class SqliteTool
{
    /// <summary>What it answers; the test is skipped where it is not installed.</summary>
    public static string Ask(string path, string sql)
    {
        ProcessStartInfo start = new("sqlite3", ["-batch", path, sql]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process? process = TryStart(start);
        Assert.SkipUnless(process is not null, "the sqlite3 command is not installed (package sqlite3)");
        Task<string> errors = process!.StandardError.ReadToEndAsync(); // read at once, so that neither pipe fills while the other is waited for
        string answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.GetAwaiter().GetResult());
        return answer.Trim();
    }

    private static Process? TryStart(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
