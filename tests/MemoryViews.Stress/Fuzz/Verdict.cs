namespace MemoryViews.Stress.Fuzz;

/// <summary>What the model says of an operation beforehand.</summary>
internal enum Verdict
{
    /// <summary>It must succeed.</summary>
    Succeeds,

    /// <summary>It must be refused, and change nothing.</summary>
    Refused,

    /// <summary>It depends on what the model does not know; refused or not, it must be right.</summary>
    Either,
}

internal static class Verdicts
{
    /// <summary>Both must succeed: refused where one is, open where one is.</summary>
    public static Verdict And(this Verdict a, Verdict b)
        => a == Verdict.Refused || b == Verdict.Refused ? Verdict.Refused : a == Verdict.Either || b == Verdict.Either ? Verdict.Either : Verdict.Succeeds;
}
