using System.Collections.Generic;

namespace MemoryViews.Files;

/// <summary>A value of the part of Python's literals that headers are written in.</summary>
internal abstract record LiteralValue(int Position)
{
    /// <summary>What the value is, for messages.</summary>
    public abstract string Kind { get; }
}

internal sealed record LiteralText(string Value, int Position) : LiteralValue(Position)
{
    public override string Kind => "a string";
}

/// <summary>An integer. Beyond 128 bits the parser has refused it.</summary>
internal sealed record LiteralInteger(System.Int128 Value, int Position) : LiteralValue(Position)
{
    public override string Kind => "an integer";
}

internal sealed record LiteralBoolean(bool Value, int Position) : LiteralValue(Position)
{
    public override string Kind => "a boolean";
}

internal sealed record LiteralNone(int Position) : LiteralValue(Position)
{
    public override string Kind => "None";
}

/// <summary>A tuple, or a list: descriptions of records tell them apart.</summary>
internal sealed record LiteralSequence(IReadOnlyList<LiteralValue> Items, bool IsTuple, int Position) : LiteralValue(Position)
{
    public override string Kind => IsTuple ? "a tuple" : "a list";
}

internal sealed record LiteralDictionary(IReadOnlyDictionary<string, LiteralValue> Entries, int Position) : LiteralValue(Position)
{
    public override string Kind => "a dictionary";
}
