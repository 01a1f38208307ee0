using System.Collections.Generic;

namespace MemoryViews.Conformance;

/// <summary>What a child is asked to do: one suite in one interpreter, because an interpreter cannot be taken out of a process again.</summary>
/// <param name="Executable">The program of the interpreter, whose shared library is loaded.</param>
/// <param name="IsReplaced">Whether builtins.memoryview is ours.</param>
/// <param name="Task">The function of harness.py to call.</param>
/// <param name="Report">The file the child writes.</param>
/// <param name="Modules">Where the suite is, newest place first.</param>
internal sealed record ChildOrder(string Executable, bool IsReplaced, string Task, string Report, IReadOnlyList<string> Modules)
{
    /// <summary>The word that makes this program a child.</summary>
    public const string Command = "cpython-suite";

    public const string Run = "run";
    public const string HuntLeaks = "hunt_leaks";

    public string[] ToArguments() => [Command, Executable, IsReplaced ? "ours" : "plain", Task, Report, .. Modules];

    public static ChildOrder Parse(string[] arguments) => new(arguments[1], arguments[2] == "ours", arguments[3], arguments[4], arguments[5..]);
}
