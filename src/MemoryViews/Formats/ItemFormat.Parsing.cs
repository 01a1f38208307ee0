using System;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace MemoryViews;

public sealed partial class ItemFormat
{
    /// <summary>Reads a format by the rules of PEP 3118.</summary>
    /// <param name="s">The format, such as <c>"i"</c>, <c>"&gt;2h"</c> or <c>"T{i:id:(3)f:xyz:}"</c>.</param>
    /// <param name="provider">Not used: formats are the same in every culture.</param>
    /// <exception cref="ViewSyntaxException">The text is no format; the message points at the character.</exception>
    public static ItemFormat Parse(string s, IFormatProvider? provider = null) => Parse(s, FormatDialect.Pep3118);

    /// <summary>Reads a format by the rules of PEP 3118.</summary>
    /// <param name="s">The format.</param>
    /// <param name="provider">Not used.</param>
    /// <exception cref="ViewSyntaxException">The text is no format.</exception>
    public static ItemFormat Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        FormatCache.Get(s, FormatDialect.Pep3118, out FormatFault? fault) ?? throw Error.FormatSyntax(fault!.Reason, s.ToString(), fault.Position);

    /// <summary>Reads a format by the rules of PEP 3118, of Python's struct module, or of NumPy.</summary>
    /// <param name="text">The format.</param>
    /// <param name="dialect">Whose rules.</param>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    /// <exception cref="ViewSyntaxException">The text is no format of the dialect; the message points at the character.</exception>
    public static ItemFormat Parse(string text, FormatDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(text);
        return FormatCache.Get(text, dialect, out FormatFault? fault) ?? throw Error.FormatSyntax(fault!.Reason, text, fault.Position);
    }

    /// <summary>Reads a format by the rules of PEP 3118, without an exception when it is none.</summary>
    /// <param name="s">The format, or null.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The format, when there is one.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out ItemFormat result)
    {
        result = s is null ? null : FormatCache.Get(s, FormatDialect.Pep3118, out _);
        return result is not null;
    }

    /// <summary>Reads a format by the rules of PEP 3118, without an exception when it is none.</summary>
    /// <param name="s">The format.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The format, when there is one.</param>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out ItemFormat result)
    {
        result = FormatCache.Get(s, FormatDialect.Pep3118, out _);
        return result is not null;
    }

    /// <summary>
    /// As <see cref="Parse(string, FormatDialect)"/>, but a text that is no format becomes one of <see cref="ItemKind.Unknown"/>, size 0: memory lent under it can still be sliced and
    /// copied, though its items not read. For exporters whose texts come from elsewhere.
    /// </summary>
    /// <param name="text">The text, kept as written.</param>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static ItemFormat ParseOrUnknown(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return FormatCache.Get(text, FormatDialect.Pep3118, out _) ?? new ItemFormat(text, FormatDialect.Pep3118, null);
    }

    /// <summary>As Parse with a dialect, giving the fault instead of throwing it.</summary>
    internal static ItemFormat? TryParse(string text, FormatDialect dialect, out FormatFault? fault) => FormatCache.Get(text, dialect, out fault);

    private static ItemFormat? Make(ReadOnlySpan<char> text, FormatDialect dialect, out FormatFault? fault)
    {
        FormatPlan? plan = FormatParser.Parse(text, dialect, out fault) is { } elements ? FormatLayouter.Arrange(elements, dialect, out fault) : null;
        return plan is null ? null : new ItemFormat(text.ToString(), dialect, plan);
    }

    /// <summary>Formats already parsed. Bounded: programs use a handful, and hostile input must not be able to fill memory.</summary>
    private static class FormatCache
    {
        private const int MostFormats = 1024;
        private const int LongestText = 256;

        private static readonly ConcurrentDictionary<string, ItemFormat>[] s_byDialect = [new(), new(), new()];

        public static ItemFormat? Get(ReadOnlySpan<char> text, FormatDialect dialect, out FormatFault? fault)
        {
            fault = null;
            if ((uint)dialect >= (uint)s_byDialect.Length)
            {
                throw Error.UnknownDialect((int)dialect);
            }

            ConcurrentDictionary<string, ItemFormat> known = s_byDialect[(int)dialect];
            return known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out ItemFormat? format) ? format : Add(known, text, dialect, out fault);
        }

        private static ItemFormat? Add(ConcurrentDictionary<string, ItemFormat> known, ReadOnlySpan<char> text, FormatDialect dialect, out FormatFault? fault)
        {
            ItemFormat? format = Make(text, dialect, out fault);
            if (format is null || text.Length > LongestText)
            {
                return format;
            }

            // Dropping all is simpler than dropping the oldest, and as good: what is in use comes back with its next Parse.
            if (known.Count >= MostFormats)
            {
                known.Clear();
            }

            return known.GetOrAdd(format.Text, format);
        }
    }
}
