using System.Collections.Generic;

namespace MemoryViews.Conformance;

/// <summary>What a child is asked to do: one suite in one interpreter, because an interpreter cannot be taken out of a process again.</summary>
/// <param name="Executable">The program of the interpreter, whose shared library is loaded.</param>
/// <param name="Type">What builtins.memoryview is.</param>
/// <param name="Task">The function of harness.py to call.</param>
/// <param name="Report">The file the child writes.</param>
/// <param name="Modules">Where the suite is, newest place first.</param>
internal sealed record ChildOrder(string Executable, string Type, string Task, string Report, IReadOnlyList<string> Modules)
{
    /// <summary>The word that makes this program a child.</summary>
    public const string Command = "cpython-suite";

    /// <summary>CPython's own type.</summary>
    public const string Plain = "plain";

    /// <summary>Ours.</summary>
    public const string Ours = "ours";

    /// <summary>Ours, without its short ways.</summary>
    public const string Engine = "engine";

    public const string Run = "run";
    public const string HuntLeaks = "hunt_leaks";

    public string[] ToArguments() => [Command, Executable, Type, Task, Report, .. Modules];

    public static ChildOrder Parse(string[] arguments) => new(arguments[1], arguments[2], arguments[3], arguments[4], arguments[5..]);
}
