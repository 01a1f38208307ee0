using System;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace MemoryViews;

/// <summary>Code of others that is told of memory given back. That cannot fail (PEP 3118): what it throws is reported, not passed on to somebody who only let go.</summary>
internal static class Callback
{
    /// <param name="callback">What to run; null for nothing.</param>
    /// <param name="report">What the trace says before the exception, such as "A release of memory threw".</param>
    [SuppressMessage("Design", "CA1031", Justification = "Others' code may throw anything.")]
    public static void Run(Action? callback, string report)
    {
        try
        {
            callback?.Invoke();
        }
        catch (Exception e)
        {
            Trace.TraceError($"{report}: {e}");
        }
    }
}
