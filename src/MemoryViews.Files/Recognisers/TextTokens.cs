using System.Globalization;

namespace MemoryViews.Files;

/// <summary>The words of a header in letters, as Netpbm and its relatives write it: blanks between them, comments from '#' to the end of the line.</summary>
internal sealed class TextTokens(FileBytes bytes, string kind, long start)
{
    // Comments may be long, but a file of nothing else must not be read to its end.
    private const int MostHeader = 1 << 16;
    private const int MostWord = 70;

    private readonly long _start = start;

    /// <summary>The byte behind the last word that was taken.</summary>
    public long At { get; private set; } = start;

    /// <summary>Whether a number comes next: two letters alone make no picture of a text file.</summary>
    public bool IsNumberNext()
    {
        SkipBlanks();
        return At < bytes.Length && bytes.U8(At) is >= (byte)'0' and <= (byte)'9';
    }

    /// <summary>The next word.</summary>
    public string Word()
    {
        SkipBlanks();
        long from = At;
        while (At < bytes.Length && !IsBlank(bytes.U8(At)) && At - from < MostWord)
        {
            At++;
        }

        return At > from ? bytes.Text(from, (int)(At - from)) : throw Error.HeaderCut(kind, At, 1, bytes.Length);
    }

    /// <summary>The next word as a number from 1 on.</summary>
    public long Number(string what, long most = int.MaxValue)
    {
        string word = Word();
        return long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number >= 1 && number <= most
            ? number
            : throw Error.HeaderValue(kind, what, $"'{word}'", $"it is a number from 1 to {most}");
    }

    /// <summary>The one blank that ends a header, behind which the data begins at once.</summary>
    public long EndHeader()
    {
        byte blank = bytes.U8(At);
        return IsBlank(blank) ? ++At : throw Error.HeaderValue(kind, "the end of the header", $"byte {blank}", "one blank or line end stands there");
    }

    public static bool IsBlank(byte letter) => letter is (byte)' ' or (>= 9 and <= 13);

    private void SkipBlanks()
    {
        bool isComment = false;
        while (At < bytes.Length)
        {
            byte letter = bytes.U8(At);
            isComment = isComment ? letter != '\n' : letter == '#';
            if (!isComment && !IsBlank(letter))
            {
                return;
            }

            At = At - _start < MostHeader
                ? At + 1
                : throw Error.HeaderValue(kind, "its length", $"more than {MostHeader} bytes", "blanks and comments are shorter");
        }
    }
}
