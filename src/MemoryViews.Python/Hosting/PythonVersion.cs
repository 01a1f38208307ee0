using System;
using System.Globalization;

namespace MemoryViews.Python;

/// <summary>Which Pythons will do: those with this stable ABI and a lock around the interpreter.</summary>
internal static class PythonVersion
{
    private static readonly Version s_oldest = new(3, 11);

    /// <summary>Why a Python will not do; null when it will.</summary>
    /// <param name="text">What <c>Py_GetVersion</c> says, or the number alone.</param>
    /// <param name="isFreeThreaded">Whether it was found to be built without the lock; the text may say so, too.</param>
    public static string? Refusal(string text, bool isFreeThreaded = false)
    {
        if (Parse(text) is not { } version)
        {
            return string.Create(CultureInfo.InvariantCulture, $"its version '{text}' is not understood");
        }

        if (version < s_oldest)
        {
            return $"it is Python {version}, and {s_oldest} is the oldest with a stable buffer protocol";
        }

        return isFreeThreaded || text.Contains("free-threading", StringComparison.Ordinal)
            ? $"it is a free-threaded build of Python {version}, which has no stable ABI: use the ordinary build"
            : null;
    }

    /// <summary>The numbers in front of a text such as <c>"3.13.0rc1 (main, ...) [GCC ...]"</c>.</summary>
    public static Version? Parse(string text)
    {
        int end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
        {
            end++;
        }

        string numbers = text[..end].TrimEnd('.');
        return Version.TryParse(numbers, out Version? version) ? version : null;
    }
}
