using System;
using System.Threading;
using Chance = MemoryViews.Stress.Fuzz.Chance;

namespace MemoryViews.Stress.Truncate;

/// <summary>One thread that uses a file while it is disturbed.</summary>
internal sealed class Worker(Subject subject, Operation[] operations, Chance chance)
{
    private const long Over = long.MaxValue / 4; // the sum over the threads of a round is still a number

    private long _progress;

    /// <summary>Operations so far, for those who wait for them; more than anybody waits for when there will be no more.</summary>
    public long Progress => Volatile.Read(ref _progress);

    /// <summary>Operations in all.</summary>
    public long Done { get; private set; }

    /// <summary>Those that were refused because the file had been cut.</summary>
    public long Refused { get; private set; }

    /// <summary>What went wrong; null when nothing did.</summary>
    public string? Fault { get; private set; }

    /// <summary>Does a number of operations, and goes on until told to end, or until it has done the most it may.</summary>
    public void Run(int count, int most, Func<bool> mayEnd)
    {
        while (Fault is null && (Done < count || (Done < most && !mayEnd())))
        {
            Operation operation = chance.Of(operations);
            try
            {
                operation.Do(subject, chance);
            }
            catch (ViewFileException e)
            {
                Refused++;
                Fault = FaultOf(e) is { } fault ? $"{operation.Name}: {fault}" : null;
            }
            catch (Exception e)
            {
                Fault = $"{operation.Name}: {(e is Truncate.Fault ? e.Message : e)}";
            }

            Volatile.Write(ref _progress, ++Done);
        }

        Volatile.Write(ref _progress, Over);
    }

    private string? FaultOf(ViewFileException refusal)
    {
        try
        {
            subject.CheckRefusal(refusal);
            return null;
        }
        catch (Fault fault)
        {
            return fault.Message;
        }
    }
}
