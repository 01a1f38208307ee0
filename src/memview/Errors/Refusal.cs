using System;

namespace MemoryViews.Command;

/// <summary>One clear reason why the command stops: what was asked and the limit in the message, what would have worked in the hint.</summary>
internal sealed class Refusal(int exitCode, string message, string? hint = null, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode => exitCode;

    public string? Hint => hint;
}
