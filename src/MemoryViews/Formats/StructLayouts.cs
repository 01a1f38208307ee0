using System;
using System.Runtime.CompilerServices;
using System.Text;

namespace MemoryViews;

/// <summary>The way from a .NET struct to a format, and the question whether both mean the same bytes.</summary>
internal static class StructLayouts
{
    /// <summary>
    /// A record with the struct's fields by name. Gaps are written as padding, so the offsets hold under any reading; order '@' where
    /// the fields are naturally aligned, as those of most structs are, and '^' where they are not.
    /// </summary>
    public static ItemFormat FormatOf<T>()
        where T : unmanaged
    {
        StructMember root = StructProbe.Fields<T>();
        string text = Write(new StringBuilder(), root).ToString();
        ItemFormat format = ItemFormat.Parse(text);
        return format.Matches<T>() ? format : ItemFormat.Parse("^" + text);
    }

    public static bool Matches<T>(FormatPlan? plan)
        where T : unmanaged
    {
        if (plan is null || plan.Size != Unsafe.SizeOf<T>() || !plan.IsReadable)
        {
            return false;
        }

        StructLeaf[]? leaves = Leaves<T>.Value;
        int at = 0;
        return leaves is not null && Follow(plan, 0, leaves, ref at) && at == leaves.Length;
    }

    private static bool Follow(FormatPlan plan, nint start, ReadOnlySpan<StructLeaf> leaves, ref int at)
    {
        foreach (FormatSlot slot in plan.Slots)
        {
            for (nint i = 0; i < slot.Units && slot.Code != 'x'; i++)
            {
                nint offset = start + slot.Offset + (i * slot.Size);
                bool same = slot.Record is { } record ? Follow(record, offset, leaves, ref at) : FollowUnit(slot, offset, leaves, ref at);
                if (!same)
                {
                    return false;
                }
            }
        }

        return true;
    }

    // A text or bytes of n characters are n leaves.
    private static bool FollowUnit(FormatSlot slot, nint offset, ReadOnlySpan<StructLeaf> leaves, ref int at)
    {
        ScalarKind kind = slot.Code is 's' ? ScalarKind.Char8 : slot.Kind;
        int size = ScalarKinds.SizeOf(kind);
        for (nint i = 0; i < slot.Length; i++, at++)
        {
            bool same = at < leaves.Length && Same(kind, leaves[at].Kind) && leaves[at].Offset == offset + (i * size);
            if (!same || (slot.IsSwapped && size > 1))
            {
                return false;
            }
        }

        return true;
    }

    // .NET has no type for a character of one byte.
    private static bool Same(ScalarKind format, ScalarKind type) => format == type || (format == ScalarKind.Char8 && type == ScalarKind.UInt8);

    private static StringBuilder Write(StringBuilder text, StructMember record)
    {
        text.Append("T{");
        nint at = 0;
        foreach (StructMember member in record.Members)
        {
            Pad(text, member.Offset - record.Offset - at);
            text.Append(member.Count == 1 ? "" : $"({member.Count})");
            text = member.Members.Length > 0 ? Write(text, member) : text.Append(member.Code);
            text.Append(':').Append(member.Name).Append(':');
            at = member.Offset - record.Offset + (member.Size * member.Count);
        }

        Pad(text, record.Size - at);
        return text.Append('}');
    }

    private static void Pad(StringBuilder text, nint bytes)
    {
        text.Append(bytes > 1 ? $"{bytes}x" : bytes == 1 ? "x" : "");
    }

    /// <summary>The numbers of T in order; null when T has no format.</summary>
    private static class Leaves<T>
        where T : unmanaged
    {
        public static readonly StructLeaf[]? Value = StructProbe.Leaves<T>();
    }
}
