namespace MemoryViews.Command;

internal static partial class Error
{
    public static Refusal UnknownOption(string option, string? near) => new(
        ExitCode.Usage,
        $"there is no option {Quote(option)}",
        near is null ? "memview --help lists them; a file of that name is ./" + Plain(option) : $"did you mean {near}?");

    public static Refusal MissingValue(string option, string example) => new(
        ExitCode.Usage, $"{option} needs a value", $"as in {option} {example}");

    public static Refusal UnwantedValue(string option) => new(
        ExitCode.Usage, $"{option} takes no value", $"write {option} alone");

    public static Refusal TooManyArguments(string extra) => new(
        ExitCode.Usage, $"{Quote(extra)} is one argument too many", "after FILE comes one VIEW; quote it when it holds spaces, as in '0:2, 1'");

    public static Refusal NoFile() => new(
        ExitCode.Usage, "no FILE was given", "as in memview FILE, or memview - for standard input; memview --help says more");

    public static Refusal BadNumber(string option, string text) => new(
        ExitCode.Usage, $"{option} {Quote(text)} is no number", "numbers are 10, -16, 0x200, 1_000, 64KiB or 10MB");

    public static Refusal NegativeNumber(string option, string text) => new(
        ExitCode.Usage, $"{option} {Quote(text)} is below 0", "counts are 0 or more");

    public static Refusal BadList(string option, string text, string example) => new(
        ExitCode.Usage, $"{option} {Quote(text)} is no list of integers", $"as in {option} {example}");

    public static Refusal BadChoice(string option, string text, string choices) => new(
        ExitCode.Usage, $"{option} {Quote(text)} is unknown", $"{option} is {choices}");

    public static Refusal NotForVerb(string option, string verb) => new(
        ExitCode.Usage, $"{option} is no option of {verb}", $"memview {verb} --help lists them");

    public static Refusal BadUsage(string message) => new(ExitCode.Usage, message.TrimEnd('.'), "memview --help says more");
}
