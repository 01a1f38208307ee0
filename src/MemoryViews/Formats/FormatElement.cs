using System;

namespace MemoryViews;

/// <summary>
/// One element of a parsed format: <c>(2,3)&lt;4s:name:</c>. Immutable; it knows where it stands in the text, so the tree
/// prints back exactly what was written.
/// </summary>
/// <param name="Order">The order mark in force at the element.</param>
/// <param name="OrderAfter">The order mark in force behind it: a record may end in another one than it began with.</param>
/// <param name="Shape">The sub-array shape, or null.</param>
/// <param name="Count">The count as written, or -1. A run of x without counts is one element of as many.</param>
/// <param name="Code">The item code; F, D, G for Zf, Zd, Zg, T for a record.</param>
/// <param name="Children">The elements of a record; the target of a pointer.</param>
/// <param name="Name">The field name, or null.</param>
/// <param name="Start">Where the element starts, with its shape and order marks.</param>
/// <param name="TypeStart">Where its count starts, or its code when it has none.</param>
/// <param name="CodeStart">Where its code starts.</param>
/// <param name="TypeEnd">Behind its code, in front of its name.</param>
internal sealed record FormatElement(
    char Order,
    char OrderAfter,
    nint[]? Shape,
    nint Count,
    char Code,
    FormatElement[] Children,
    string? Name,
    int Start,
    int TypeStart,
    int CodeStart,
    int TypeEnd)
{
    /// <summary>The text that gives one unit of this element when it stands alone: the order in force and the code, without shape and name.</summary>
    public string UnitText(string text)
    {
        int start = FormatCodes.Get(Code).CountsLength ? TypeStart : CodeStart;
        ReadOnlySpan<char> type = text.AsSpan(start, TypeEnd - start);
        return Order == '@' ? type.ToString() : string.Concat([Order], type);
    }
}
