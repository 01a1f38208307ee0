namespace MemoryViews.Command;

internal static partial class Error
{
    private const string TypeHint = "types are u1 i2le u4be f8le (digits are bytes), words as int or float32, struct codes as <I, S8, V3, f4le[3], id:i4le,name:S8";

    public static Refusal UnknownType(string text, int position, string? hint) => new(
        ExitCode.Usage, "cannot read the type here:\n" + Caret(text, position), hint ?? TypeHint);

    public static Refusal SixteenByteFloat(string text, int position) => new(
        ExitCode.Usage,
        "cannot read the type here:\n" + Caret(text, position),
        "digits are bytes, and a 16-byte float differs between machines: for 16 bits say f2 or half");

    public static Refusal BitsForBytes(string text, int position, string written, string meant) => new(
        ExitCode.Usage,
        "cannot read the type here:\n" + Caret(text, position),
        $"digits are bytes, so {written} would be {written[1..]} bytes long: say {meant}");

    public static Refusal TypeSize(string text, nint size) => new(
        ExitCode.Usage,
        $"the type {Quote(text)} takes {Bytes(size)}",
        $"an item takes 1 to {Count(int.MaxValue)} bytes");
}
