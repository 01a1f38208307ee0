using System;
using System.IO;
using MemoryViews.Python;

namespace MemoryViews.Stress.Python;

/// <summary>The Python of these runs: the one that is named, else Debian's, which has NumPy, else whatever the host finds.</summary>
internal static class PythonStart
{
    private const string Debian = "/usr/bin/python3";

    /// <summary>Null when it runs; else why not.</summary>
    public static string? Try()
    {
        bool isNamed = Environment.GetEnvironmentVariable("MEMORYVIEWS_PYTHON") is { Length: > 0 };
        return !isNamed && File.Exists(Debian) && Try(Debian) is null ? null : Try(null);
    }

    private static string? Try(string? program)
    {
        try
        {
            PythonHost.Start(program);
            return null;
        }
        catch (PythonHostException e)
        {
            return e.Message;
        }
    }
}
