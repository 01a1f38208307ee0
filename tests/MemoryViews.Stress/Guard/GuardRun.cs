using System;
using System.Diagnostics;

namespace MemoryViews.Stress.Guard;

/// <summary>
/// Guard pages, shown to catch what they are there for: kernels that reach one item too far, each in a process of its own, which must die of it;
/// and the same kernels within their bytes, which must not.
/// </summary>
internal sealed class GuardRun : IRun
{
    public string Name => "guard";

    public string Unit => "rounds";

    public long DefaultCount => 1;

    public void Run(in Options options, Tally tally)
    {
        if (Environment.GetEnvironmentVariable(BrokenKernel.Variable) is { } reach)
        {
            BrokenKernel.Run(reach);
            tally.Pass();
            return;
        }

        if (!PageMemory.CanReplace)
        {
            tally.Skip("this system has no guard pages");
            return;
        }

        for (long round = 0; round < options.Count; round++)
        {
            foreach (string name in BrokenKernel.Names)
            {
                Judge(name, tally);
            }
        }
    }

    private static void Judge(string name, Tally tally)
    {
        int code = CodeOf(name);
        bool isSound = name == BrokenKernel.Sound;
        tally.Write($"{name,-14} ended with exit code {code}");
        tally.Check(isSound == (code == 0), () => isSound ? $"a sound kernel died: {code}" : $"a kernel that would {name} was not caught");
    }

    private static int CodeOf(string name)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (System.IO.Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(GuardRun).Assembly.Location);
        }

        start.ArgumentList.Add("guard");
        start.Environment["MEMORYVIEWS_GUARD"] = "1";
        start.Environment[BrokenKernel.Variable] = name;
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        using Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return process.ExitCode;
    }
}
