namespace MemoryViews.Command;

/// <summary>What the command tells the shell. More than 1 is trouble, as with grep, cmp and diff.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int AnswerIsNo = 1;
    public const int Usage = 2;
    public const int DoesNotFit = 3;
    public const int InputOutput = 4;
    public const int Bug = 70;
    public const int Interrupted = 130;
    public const int ReaderGone = 141;
}
