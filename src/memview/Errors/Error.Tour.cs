using System;

namespace MemoryViews.Command;

internal static partial class Error
{
    public static Refusal NoSuchStep(string text, int steps) => new(
        MemoryViews.Command.ExitCode.Usage, $"{Quote(text)} is no step of the tour", $"steps are 1 to {steps}; memview tour --list names them");

    public static Refusal TooManySteps(string extra) => new(
        MemoryViews.Command.ExitCode.Usage, $"{Quote(extra)} is one argument too many", "memview tour shows every step, memview tour 3 one of them");

    public static Exception NoSnippet(string name) => new InvalidOperationException($"The code of {name} is not in the command.");
}
