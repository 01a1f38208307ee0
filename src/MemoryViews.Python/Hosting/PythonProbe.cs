using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;

namespace MemoryViews.Python;

/// <summary>Asks a Python program where its shared library is.</summary>
internal static class PythonProbe
{
    private const int PatienceInMilliseconds = 60_000;

    // Lines: version, free-threaded (0 or 1), library (empty: none), executable, prefix and folders of packages of a virtual environment.
    // Runs on every Python since 2.7, so that the old ones can be told from broken ones.
    private const string Question = """
        import os, sys, sysconfig
        v = lambda name: sysconfig.get_config_var(name) or ''
        base = getattr(sys, 'base_prefix', sys.prefix)
        names = [n for n in (v('INSTSONAME'), v('LDLIBRARY')) if n and not n.endswith('.a')]
        if os.name == 'nt': names.append('python%d%d.dll' % sys.version_info[:2])
        folders = [v('LIBDIR'), os.path.join(v('LIBDIR'), v('MULTIARCH')), v('PYTHONFRAMEWORKPREFIX'), os.path.join(base, 'lib'), base]
        found = [os.path.join(f, n) for n in names for f in folders if f and os.path.exists(os.path.join(f, n))]
        print('%d.%d.%d' % sys.version_info[:3])
        print(1 if v('Py_GIL_DISABLED') == 1 else 0)
        print((found or [''])[0])
        print(names and names[0] or '')
        print(sys.executable)
        venv = sys.prefix != base
        print(sys.prefix if venv else '')
        for key in ('purelib', 'platlib'):
            print(sysconfig.get_path(key) if venv else '')
        """;

    /// <summary>Where the library of a program is; null with the reason when it has none that can be used.</summary>
    public static PythonLocation? Ask(string program, out string reason)
    {
        string[]? lines = Run(program, out reason);
        if (lines is null)
        {
            return null;
        }

        if (lines.Length < 8)
        {
            reason = "it did not answer as a Python does";
            return null;
        }

        reason = PythonVersion.Refusal(lines[0], lines[1] == "1") ?? (lines[2].Length > 0 ? "" : NoLibrary(lines[0], lines[3]));
        return reason.Length > 0 ? null : new(lines[2], lines[4], lines[5].Length > 0 ? lines[6..8] : null, lines[5].Length > 0 ? lines[5] : null);
    }

    private static string NoLibrary(string version, string name) => name.Length > 0
        ? $"its shared library {name} is not installed (Debian: apt install libpython{version[..version.LastIndexOf('.')]})"
        : $"it is a static build of {version} without a shared library, which cannot be loaded into this process (build it with --enable-shared)";

    private static string[]? Run(string program, out string reason)
    {
        ProcessStartInfo start = new(program, ["-I", "-c", Question]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        try
        {
            using Process process = Process.Start(start)!;
            process.StandardInput.Close();
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            System.Threading.Tasks.Task<string> answer = process.StandardOutput.ReadToEndAsync();
            if (!answer.Wait(PatienceInMilliseconds) || !process.WaitForExit(PatienceInMilliseconds))
            {
                process.Kill(entireProcessTree: true);
                reason = $"it gave no answer within {PatienceInMilliseconds / 1000} seconds";
                return null;
            }

            reason = $"it ended with code {process.ExitCode}";
            return process.ExitCode == 0 ? answer.Result.ReplaceLineEndings("\n").Split('\n') : null;
        }
        catch (Exception e) when (e is Win32Exception or IOException or InvalidOperationException or AggregateException)
        {
            reason = e.Message;
            return null;
        }
    }
}
