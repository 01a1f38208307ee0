using System;
using System.Diagnostics;

namespace MemoryViews;

/// <summary>
/// The diagnostic mode: who holds memory is then told with the calls that led there. Off by default, because a stack costs some
/// 10 µs a loan. The environment variable <c>MEMORYVIEWS_DIAGNOSTICS=1</c> or the runtime switch <c>MemoryViews.Diagnostics</c> turns it on from the start.
/// Safe to use from any thread.
/// </summary>
/// <example>
/// <code>
/// MemoryDiagnostics.CapturesStacks = true;
/// MemoryView view = new MemoryView(buffer);
/// foreach (ExportHolder holder in buffer.Holders)
/// {
///     Console.WriteLine($"{holder.Label}, {holder.Age.TotalSeconds:0} s:\n{holder.StackTrace}");
/// }
/// </code>
/// </example>
public static class MemoryDiagnostics
{
    private const string Variable = "MEMORYVIEWS_DIAGNOSTICS";
    private const string Switch = "MemoryViews.Diagnostics";

    /// <summary>Whether loans, leases and blocks made from now on remember the calls that made them.</summary>
    public static bool CapturesStacks { get; set; } = (AppContext.TryGetSwitch(Switch, out bool isOn) && isOn) || Environment.GetEnvironmentVariable(Variable) == "1";

    /// <summary>The calls that led here, from outside the library on; null while the mode is off.</summary>
    internal static StackTrace? Capture() => CapturesStacks ? new StackTrace(skipFrames: 2, fNeedFileInfo: true) : null;
}
