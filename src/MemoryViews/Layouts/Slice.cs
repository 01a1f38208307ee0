using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MemoryViews;

/// <summary>
/// <c>start:stop:step</c> with Python's meaning: bounds are clamped, negative ones count from the end, and null is "not given".
/// A <see cref="Range"/> has no step; <c>(2..20).By(3)</c> and <see cref="Of"/> give one.
/// </summary>
/// <remarks>An immutable value: safe to use from any thread.</remarks>
/// <param name="Start">First index taken, or null for the near end in the direction of the step.</param>
/// <param name="Stop">First index no longer taken, or null for the far end.</param>
/// <param name="Step">Distance between indices taken, not 0; null is 1.</param>
/// <example><c>view[Slice.Of(null, null, -1)]</c> is <c>view[::-1]</c>.</example>
public readonly record struct Slice(nint? Start, nint? Stop, nint? Step = null) : ISpanParsable<Slice>
{
    /// <summary>The whole axis: Python's <c>[:]</c>.</summary>
    public static Slice All => default;

    /// <summary>A slice from its three parts, each of which may be null.</summary>
    /// <param name="start">First index taken.</param>
    /// <param name="stop">First index no longer taken.</param>
    /// <param name="step">Distance between indices taken.</param>
    public static Slice Of(nint? start, nint? stop, nint? step = null) => new(start, stop, step);

    /// <summary>What the slice takes of an axis: Python's <c>slice.indices(length)</c> and the length of its range.</summary>
    /// <param name="length">The length of the axis in items.</param>
    /// <returns>The clamped start, the step, and how many items are taken.</returns>
    /// <exception cref="ViewArgumentException">The step is 0, or the length is negative.</exception>
    public (nint Start, nint Step, nint Count) Resolve(nint length)
    {
        if (length < 0)
        {
            throw Error.NegativeExtent([length], length);
        }

        AxisRange range = AxisRange.From(this);
        nint count = range.Resolve(length, out nint start);
        return (start, range.Step, count);
    }

    /// <summary>Python's spelling: "2:20:3", "::-1", ":".</summary>
    public override string ToString() => Step is null
        ? string.Create(CultureInfo.InvariantCulture, $"{Start}:{Stop}")
        : string.Create(CultureInfo.InvariantCulture, $"{Start}:{Stop}:{Step}");

    /// <inheritdoc cref="Parse(ReadOnlySpan{char}, IFormatProvider?)"/>
    public static Slice Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <summary>Reads Python's spelling of a slice: two or three parts with colons between them, spaces allowed.</summary>
    /// <param name="s">The text, such as "2:20:3" or "::-1".</param>
    /// <param name="provider">Not used: numbers are written one way.</param>
    /// <exception cref="ViewSyntaxException">The text is no slice; the message points at the character.</exception>
    public static Slice Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null)
    {
        string? reason = SliceText.TryRead(s, out Slice slice, out int position);
        return reason is null ? slice : throw Error.SliceSyntax(reason, s.ToString(), position);
    }

    /// <summary>As <see cref="Parse(string, IFormatProvider?)"/>, but says false where that throws.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The slice, or the default.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Slice result) => TryParse(s.AsSpan(), provider, out result) && s is not null;

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out Slice)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Slice result) => SliceText.TryRead(s, out result, out _) is null;
}
