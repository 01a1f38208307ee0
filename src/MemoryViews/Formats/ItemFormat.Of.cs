using System;
using System.Threading;

namespace MemoryViews;

public sealed partial class ItemFormat
{
    // The type that matched last: views of records are read as one struct, over and over.
    private Type? _lastMatch;

    /// <summary>
    /// The format of a .NET type: <c>"i"</c> for int, <c>"q"</c> for long, <c>"u"</c> for char, <c>"Zd"</c> for Complex, <c>"n"</c>
    /// for nint, the underlying type of an enumeration. A struct gives a record of its fields, by their offsets in memory:
    /// <c>T{i:Id:4xd:Value:}</c>.
    /// </summary>
    /// <typeparam name="T">A number, bool, char, enumeration, or a struct of those.</typeparam>
    /// <exception cref="ItemTypeException">
    /// T has no format: Int128, a struct with overlapping fields, or one whose fields were trimmed away.
    /// </exception>
    public static ItemFormat Of<T>()
        where T : unmanaged => Holder<T>.Format ?? Holder<T>.Keep(Describe<T>());

    /// <summary>The format that NumPy calls by this name: <c>"&lt;f4"</c> is <c>f</c> on a little-endian machine.</summary>
    /// <param name="typestr">An order mark, a kind letter of <c>b i u f c S U V O</c> and a size: <c>&gt;i2</c>, <c>|u1</c>, <c>S8</c>.</param>
    /// <exception cref="ArgumentNullException">The typestr is null.</exception>
    /// <exception cref="ViewSyntaxException">The text is no typestr, or there is no format of that size.</exception>
    /// <exception cref="ViewNotSupportedException">The typestr is of dates or times, which formats cannot say.</exception>
    public static ItemFormat FromTypestr(string typestr)
    {
        ArgumentNullException.ThrowIfNull(typestr);
        return Typestr.Parse(typestr);
    }

    /// <summary>NumPy's name of the format, as <c>numpy.dtype.str</c> gives it; null for records, sub-arrays and codes NumPy does not name.</summary>
    public string? ToTypestr() =>
        _plan is { Slots: [{ Name: null, Shape: null, Offset: 0, Repeat: 1 } slot] } && slot.Size == _plan.Size ? Typestr.Of(slot) : null;

    /// <summary>
    /// Whether a struct T can stand for the items: the same values at the same offsets in host byte order, and the same size. Names do not
    /// count. A byte may stand for a character of c or s.
    /// </summary>
    /// <typeparam name="T">A number or a struct.</typeparam>
    internal bool Matches<T>()
        where T : unmanaged
    {
        if (_lastMatch == typeof(T))
        {
            return true;
        }

        bool matches = StructLayouts.Matches<T>(_plan);
        _lastMatch = matches ? typeof(T) : _lastMatch;
        return matches;
    }

    private static ItemFormat Describe<T>()
        where T : unmanaged
    {
        string? code = CodeOf<T>();
        return code is not null ? Parse(code) : StructLayouts.FormatOf<T>();
    }

    private static string? CodeOf<T>()
        where T : unmanaged =>
        typeof(T) == typeof(nint) ? "n"
        : typeof(T) == typeof(nuint) ? "N"
        : ScalarKinds.Of<T>() switch
        {
            ScalarKind.None => null,
            ScalarKind.Utf16 => "u",
            ScalarKind kind => ScalarKinds.CodeOf(kind),
        };

    private static class Holder<T>
        where T : unmanaged
    {
        // Not readonly: an exception thrown for T is T's own, not one of a type initializer that failed.
        private static ItemFormat? s_format;

        public static ItemFormat? Format => s_format;

        /// <summary>Keeps the format of the thread that came first, for all: one type, one object.</summary>
        public static ItemFormat Keep(ItemFormat format) => Interlocked.CompareExchange(ref s_format, format, null) ?? format;
    }
}
