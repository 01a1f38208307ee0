using System;
using System.IO;

namespace MemoryViews.Command;

/// <summary>Turns what went wrong into one message on standard error and an exit code. A stack is shown only when asked for.</summary>
internal static class Failures
{
    public static int Report(Exception failure, bool debug)
    {
        (int code, string message, string? hint) = Explain(failure);
        Console.Error.WriteLine("memview: " + message);
        if (hint is not null)
        {
            Console.Error.WriteLine("  hint: " + hint);
        }

        if (debug)
        {
            Console.Error.WriteLine(failure);
        }

        return code;
    }

    /// <summary>The library's messages say what was asked and the limit, then what would have worked after a colon: that becomes the hint.</summary>
    private static (int Code, string Message, string? Hint) Explain(Exception failure) => failure switch
    {
        Refusal refusal => (refusal.ExitCode, refusal.Message, refusal.Hint),
        ViewFileException file => Split(ExitCode.InputOutput, file.Message),
        ViewSyntaxException syntax => (ExitCode.Usage, syntax.Message, null),
        AxisIndexException index => Split(ExitCode.DoesNotFit, Describe(index)),
        OutOfMemoryException => (ExitCode.InputOutput, "there is not enough memory for this", "take a part with --length, or a smaller view"),
        IViewException => Split(ExitCode.DoesNotFit, failure.Message),
        IOException or UnauthorizedAccessException => (ExitCode.InputOutput, Error.Plain(failure.Message), null),
        _ => (ExitCode.Bug, $"this is a bug in memview: {failure.GetType().Name}: {Error.Plain(failure.Message)}", "--debug shows where; please report it"),
    };

    private static string Describe(AxisIndexException index) => index.Length == 0
        ? $"index {index.Index} is outside axis {index.Axis}, which is empty"
        : $"index {index.Index} is outside axis {index.Axis}, which has length {index.Length}: indices are -{index.Length} to {index.Length - 1}";

    private static (int Code, string Message, string? Hint) Split(int code, string text)
    {
        // ArgumentException puts "(Parameter 'x')" behind its message, which means nothing on a command line.
        int parameter = text.IndexOf(" (Parameter '", StringComparison.Ordinal);
        text = parameter < 0 ? text : text[..parameter];
        text = Error.Plain(text.TrimEnd('.'));
        int colon = text.LastIndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? (code, Lower(text), null) : (code, Lower(text[..colon]), text[(colon + 2)..]);
    }

    private static string Lower(string text) => text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
}
