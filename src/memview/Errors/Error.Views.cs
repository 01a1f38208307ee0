namespace MemoryViews.Command;

internal static partial class Error
{
    public static Refusal ViewSyntax(string text, int position, string? hint) => new(
        ExitCode.Usage, "cannot read the view here:\n" + Caret(text, position), hint);

    public static Refusal CSharpRange(string written, string python) => new(
        ExitCode.Usage, $"{Quote(written)} looks like a C# range", "slices are written the Python way: " + python);

    public static Refusal CSharpFromEnd(string written, string python) => new(
        ExitCode.Usage, $"{Quote(written)} looks like a C# index from the end", "indices from the end are written the Python way: " + python);

    public static Refusal CastNotContiguous(System.Exception inner) => new(
        ExitCode.DoesNotFit, "cast needs a C-contiguous view (same rule as Python memoryview.cast)", "slice after the cast, or use --strides", inner);

    public static Refusal FieldsOfNoRecord(string fields, string format) => new(
        ExitCode.DoesNotFit,
        $"fields {Quote(fields)} were asked of items of format {Quote(format)}, which are no records",
        "give a record type, as in -t id:i4le,name:S8");

    public static Refusal UnknownColumn(string field, string known) => new(
        ExitCode.DoesNotFit, $"there is no field {Quote(field)}", "the fields are " + Quote(known));

    public static Refusal CastOfColumns(string columns) => new(
        ExitCode.DoesNotFit, $"the fields {Quote(columns)} lie apart and cannot be cast together", "cast first, or choose one field");
}
