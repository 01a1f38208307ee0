using System;
using System.Globalization;

namespace MemoryViews;

internal static partial class Error
{
    public static Exception ArrayTooLong(nint added, nint kept) => new InsufficientViewMemoryException(
        string.Create(CultureInfo.InvariantCulture, $"{added} bytes beside {kept} were asked, and an array holds {Array.MaxLength}: NativeBuffer and MappedFile hold more."), null);

    public static Exception HexDigit(string text, int position) => new ViewSyntaxException(
        ViewErrorCode.InvalidArgument,
        $"There is no hexadecimal digit at position {position}: give two of 0-9, a-f or A-F for each byte, with white space between bytes only.", text, position);

    public static Exception HexEnd(string text) => new ViewSyntaxException(
        ViewErrorCode.InvalidArgument, $"The text ends at position {text.Length} in the middle of a byte: give two hexadecimal digits for each byte.", text, text.Length);

    public static Exception NegativeCount(string what, nint count) => new ViewArgumentException(
        ViewErrorCode.InvalidArgument, $"{what} of {count} was asked: it is 0 or more.", "length");

    public static Exception TakeBeyond(nint taken, nint length) => new ViewArgumentException(
        ViewErrorCode.IndexOutOfRange, $"The first {taken} bytes of {length} were asked: take 0 to {length}, or -{length} to -1 to leave so many.", "count");

    public static Exception ValueNotFound(string value, string where) => new ViewArgumentException(
        ViewErrorCode.NotFound, $"{value} is not in {where}: IndexOf tells beforehand.", "value");

    public static Exception SliceLength(nint given, nint places, string slice) => new ViewArgumentException(
        ViewErrorCode.StructureMismatch,
        string.Create(CultureInfo.InvariantCulture, $"{given} items were given for the {places} places of [{slice}]: with a step other than 1 the counts must be equal."), "source");

    public static Exception BadTypecode(string? typecode, string codes) => new ViewArgumentException(
        ViewErrorCode.InvalidArgument, $"{Describe.Quote(typecode)} is no type code of an array: use one of {codes}.", "typecode");

    public static Exception BytesRemainder(nint bytes, nint itemSize) => new ViewArgumentException(
        ViewErrorCode.InvalidArgument, $"{Describe.Bytes(bytes)} do not divide into items of {itemSize}: {bytes % itemSize} left over.", "bytes");

    public static Exception ArrayRange(ItemRangeException inner) => new ItemRangeException(ViewErrorCode.ValueOverflow, inner.Message, inner.Format);

    public static Exception ArrayCharacter(string value, string typecode) => new ItemTypeException(
        ViewErrorCode.ValueType, $"An array of type code '{typecode}' does not take {value}: its items are single characters.", typecode);

    public static Exception NotTextArray(string operation, string typecode) => new ViewOperationException(
        ViewErrorCode.InvalidArgument, $"{operation} was asked of an array of type code '{typecode}': only arrays of 'u' and 'w' hold text.");

    public static Exception TextForNumbers(string typecode) => new ItemTypeException(
        ViewErrorCode.InvalidType, $"A text cannot begin an array of type code '{typecode}': use 'u' or 'w', or give numbers.", typecode);

    public static Exception TypecodesDiffer(string typecode, string other) => new ItemTypeException(
        ViewErrorCode.FormatMismatch, $"An array of type code '{other}' cannot go into one of '{typecode}': make a new one first, new TypedArray(\"{typecode}\", source), which converts.", other);

    public static Exception NoCharacter(uint value) => new ItemRangeException(
        ViewErrorCode.ValueRange, $"The item 0x{value:x} is no character: those end at 0x10ffff.", "w");

    public static Exception TooFewItems(nint items, nint wanted) => new ViewFileException(
        $"{Describe.Count(wanted, "item")} were to be read, but the stream ended after {items}: those were appended.", "stream");
}
