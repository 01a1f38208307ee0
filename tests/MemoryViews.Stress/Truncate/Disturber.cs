using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using Chance = MemoryViews.Stress.Fuzz.Chance;

namespace MemoryViews.Stress.Truncate;

/// <summary>Does a few things to a file, each at a moment that lies between two operations chosen beforehand, and a little later.</summary>
internal sealed class Disturber
{
    private const int MostSpins = 3000;

    private readonly (Disturbance What, int Moment, int Spins)[] _plan;
    private readonly string _path;
    private readonly Ends _ends;
    private readonly bool _isProcess;
    private bool _isDetached;

    /// <param name="path">The file.</param>
    /// <param name="length">Its length.</param>
    /// <param name="ends">Where ends are told.</param>
    /// <param name="operations">How many operations the others do at least.</param>
    /// <param name="isProcess">Whether programs of the system do it, rather than this process.</param>
    /// <param name="chance">What is done, and when.</param>
    public Disturber(string path, int length, Ends ends, int operations, bool isProcess, Chance chance)
    {
        (_path, _ends, _isProcess) = (path, ends, isProcess);
        int[] moments = [.. Enumerable.Range(0, chance.From(2, 6)).Select(_ => chance.Below(operations)).Order()];
        _plan = Array.ConvertAll(moments, moment =>
        {
            Disturbance what = Disturbance.Of(chance, length);
            length = what.Length;
            return (what, moment, chance.Below(MostSpins));
        });
    }

    /// <summary>How often each kind was done.</summary>
    public int[] Done { get; } = new int[Enum.GetValues<DisturbanceKind>().Length];

    /// <summary>Whether the file's name leads to another file by now, or nowhere.</summary>
    public bool IsDetached => _isDetached;

    /// <summary>Programs that can do it are there.</summary>
    public static bool HasPrograms { get; } = !OperatingSystem.IsWindows() && File.Exists("/usr/bin/truncate") && File.Exists("/bin/sh");

    /// <param name="progress">Operations that the others have done so far.</param>
    public void Run(Func<long> progress)
    {
        if (_isProcess)
        {
            RunPrograms();
            return;
        }

        foreach ((Disturbance what, int moment, int spins) in _plan)
        {
            SpinWait wait = default;
            while (progress() < moment)
            {
                wait.SpinOnce(sleep1Threshold: -1); // a sleep would let too many operations pass
            }

            Thread.SpinWait(spins);
            Tell(what);
            what.Do(_path);
        }
    }

    private void RunPrograms()
    {
        Content.WriteForeignTo(_path + ".new", 5000);
        Array.ForEach(_plan, step => Tell(step.What));
        ProcessStartInfo start = new("/bin/sh", ["-c", string.Join("; ", _plan.Select(step => step.What.Line)) + "; true", "sh", _path, _path + ".new"])
        {
            RedirectStandardError = true, // a second replacement finds no file to take
        };
        using Process process = Process.Start(start)!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
    }

    // Nobody may see the new end before it is told; what happens to another file of the name must not be seen at all.
    private void Tell(Disturbance what)
    {
        Done[(int)what.Kind]++;
        if (!_isDetached && !what.Detaches)
        {
            _ends.Add(what.Length);
        }

        _isDetached |= what.Detaches;
    }
}
