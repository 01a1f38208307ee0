using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>One number in a .NET struct, with what is needed to name it; the two parts of a Complex are two.</summary>
/// <param name="Prefix">The names of the structs around it, each with a dot.</param>
/// <param name="Member">The field; null for a struct that is itself a number.</param>
/// <param name="Index">Which one, of a field of several.</param>
/// <param name="Kind">The kind of number.</param>
/// <param name="Offset">Bytes from the start of the struct.</param>
internal readonly record struct StructNumber(string Prefix, StructMember? Member, int Index, ScalarKind Kind, nint Offset)
{
    /// <summary>"field Header.Size", "field Data[3]"; made for messages only.</summary>
    public string Name => Member is null ? "value"
        : Member.Count == 1 ? $"field {Prefix}{Member.Name}"
        : string.Create(CultureInfo.InvariantCulture, $"field {Prefix}{Member.Name}[{Index}]");
}

/// <summary>The numbers of a .NET struct, in the order its fields are declared in.</summary>
internal static class StructNumbers
{
    public static StructNumber[] Of<T>()
        where T : unmanaged
    {
        List<StructNumber> numbers = [];
        ScalarKind kind = ScalarKinds.Of<T>();
        if (kind != ScalarKind.None)
        {
            Add(numbers, new StructNumber("", null, 0, kind, 0));
            return [.. numbers];
        }

        // The runtime may reorder the fields of such a type, and does. A tuple says by its names what came first.
        bool isTuple = typeof(T).IsAutoLayout && default(T) is ITuple;
        if (typeof(T).IsAutoLayout && !isTuple)
        {
            throw Error.BindOrder(typeof(T).Name);
        }

        Flatten(StructProbe.Fields<T>(), 0, "", isTuple, numbers);
        return [.. numbers];
    }

    private static void Flatten(StructMember record, nint shift, string prefix, bool isTuple, List<StructNumber> numbers)
    {
        StructMember[] members = record.Members;
        if (isTuple)
        {
            members = [.. members];
            Array.Sort(members, (a, b) => Rank(a).CompareTo(Rank(b)));
        }

        foreach (StructMember member in members)
        {
            for (int i = 0; i < member.Count; i++)
            {
                nint at = shift + (i * member.Size);
                if (member.Kind != ScalarKind.None)
                {
                    Add(numbers, new StructNumber(prefix, member, i, member.Kind, member.Offset + at));
                }
                else
                {
                    Flatten(member, at, $"{prefix}{member.Name}.", isTuple && IsTuple(member), numbers);
                }
            }
        }
    }

    private static bool IsTuple(StructMember record) => Array.TrueForAll(record.Members, member => Rank(member) > 0);

    // Item1 to Item7, then Rest; 0 for any other name.
    private static int Rank(StructMember member) => member.Name switch
    {
        ['I', 't', 'e', 'm', >= '1' and <= '7' and char digit] => digit - '0',
        "Rest" => 8,
        _ => 0,
    };

    private static void Add(List<StructNumber> numbers, StructNumber number)
    {
        if (number.Kind == ScalarKind.Complex128)
        {
            numbers.Add(number with { Kind = ScalarKind.Float64 });
            numbers.Add(number with { Kind = ScalarKind.Float64, Offset = number.Offset + sizeof(double) });
        }
        else
        {
            numbers.Add(number);
        }
    }
}
