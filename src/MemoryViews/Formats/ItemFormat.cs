using System;
using System.Diagnostics.CodeAnalysis;

namespace MemoryViews;

/// <summary>
/// A parsed format string: what the items of a view are and how they lie in memory. Immutable and shared: parsing the same text
/// twice usually gives the same object. Two formats are equal when their texts are, without a leading <c>@</c>, and their sizes.
/// Python: <c>memoryview.format</c>, <c>struct.Struct</c>.
/// </summary>
/// <remarks>
/// All members can be used from several threads at once.
/// <code>
/// ItemFormat point = ItemFormat.Parse("T{i:id:(3)f:xyz:}");   // 16 bytes, fields id and xyz
/// ItemFormat big = ItemFormat.Parse("&gt;d");                 // a double in network order
/// </code>
/// </remarks>
public sealed partial class ItemFormat : IEquatable<ItemFormat>, ISpanParsable<ItemFormat>
{
    /// <summary>"B": what a buffer without a format holds.</summary>
    internal static readonly ItemFormat UInt8 = Parse("B");

    private readonly FormatPlan? _plan;
    private readonly FormatDialect _dialect;

    // A null plan is a text that is not understood: it can be carried and compared, not read.
    private ItemFormat(string text, FormatDialect dialect, FormatPlan? plan)
    {
        Text = text;
        _dialect = dialect;
        _plan = plan;
        FormatSlot? only = plan is { Slots: [{ Name: null, Shape: null, Repeat: 1 } slot] } && plan.Single == slot ? slot : null;
        bool isScalar = only is { IsCounted: false, Offset: 0 } && only.Size == plan!.Size;
        Scalar = isScalar ? only!.Kind : ScalarKind.None;
        IsSwapped = isScalar && only!.IsSwapped;
        IsNativeOrder = plan is not null && !AnySwapped(plan);
        ReadOnlySpan<char> bare = Bare(text);
        IsSingleNativeChar = bare.Length == 1 && char.IsAscii(bare[0]);
        NativeCode = IsSingleNativeChar && "cbBhHiIlLqQnN?efdP".Contains(bare[0], StringComparison.Ordinal) ? bare[0] : '\0';
        Kind = KindOf(plan);
    }

    /// <summary>The format as it was written. Python: <c>memoryview.format</c>.</summary>
    public string Text { get; }

    /// <summary>What the items are.</summary>
    public ItemKind Kind { get; }

    /// <summary>Bytes of one item. Python: <c>struct.calcsize</c>. 0 for a format that is not understood.</summary>
    public nint Size => _plan?.Size ?? 0;

    /// <summary>The alignment in bytes that native code expects of the items; 1 when the format asks for none.</summary>
    public nint Alignment => _plan?.Alignment ?? 1;

    /// <summary>Whether every value is in the byte order of this machine.</summary>
    public bool IsNativeOrder { get; }

    /// <summary>Whether <see cref="Read"/> and <see cref="Write"/> work: not for pointers to objects, bits and unknown formats.</summary>
    public bool CanReadItems => _plan is { IsReadable: true };

    /// <summary>The kind when the format is exactly one unnamed value without a count or shape; otherwise None.</summary>
    internal ScalarKind Scalar { get; }

    /// <summary>Whether that value lies in the other byte order than the host's; false for values of one byte.</summary>
    internal bool IsSwapped { get; }

    /// <summary>The code when the text is an optional '@' and one code whose items CPython's memoryview reads; otherwise '\0'.</summary>
    internal char NativeCode { get; }

    /// <summary>Whether the text is an optional '@' and one ASCII character of any kind.</summary>
    internal bool IsSingleNativeChar { get; }

    /// <summary>The layout; null for a format that is not understood.</summary>
    internal FormatPlan? Plan => _plan;

    /// <summary>How many values one item holds; 1 for a bare value.</summary>
    internal int ValueCount => _plan?.ValueCount ?? 0;

    /// <inheritdoc/>
    public bool Equals(ItemFormat? other) =>
        ReferenceEquals(this, other) || (other is not null && Bare(Text).SequenceEqual(Bare(other.Text)) && Size == other.Size);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as ItemFormat);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Bare(Text));

    /// <summary>The text of the format, as it was written.</summary>
    public override string ToString() => Text;

    private static ReadOnlySpan<char> Bare(string text) => text is ['@', ..] ? text.AsSpan(1) : text;

    private static ItemKind KindOf(FormatPlan? plan)
    {
        if (plan is null)
        {
            return ItemKind.Unknown;
        }

        bool isPadding = plan.Slots.Length > 0 && Array.TrueForAll(plan.Slots, slot => slot.Code == 'x');
        return plan.Single?.ItemKind ?? (isPadding ? ItemKind.Padding : ItemKind.Record);
    }

    private static bool AnySwapped(FormatPlan plan) =>
        Array.Exists(plan.Slots, slot => slot.IsSwapped || (slot.Record is { } record && AnySwapped(record)));
}
