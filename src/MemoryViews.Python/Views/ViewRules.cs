using System;

namespace MemoryViews.Python;

/// <summary>What the running Python does otherwise than the newest one whose rules the engine knows. Only the strict type follows it.</summary>
internal static class ViewRules
{
    private static readonly bool s_isOld = PythonHost.Version < new Version(3, 12);

    /// <summary>Whether a view of rank 0 has the length 1, and is true, as before 3.12.</summary>
    public static bool HasLength(PythonView view) => view.Rank > 0 || !view.IsStrict || !s_isOld;

    /// <summary>Refuses items of 2-byte floats, which memoryview reads since 3.12.</summary>
    public static void CheckItems(PythonView view)
    {
        if (s_isOld && view.IsStrict && IsHalf(view.Format))
        {
            throw Error.NoHalfItems();
        }
    }

    /// <summary>Casts. Such items are not made: asked for, they are refused where a format is that no memoryview makes.</summary>
    public static PythonView Cast(PythonView view, object format, object? shape, bool hasShape)
    {
        bool isRefused = s_isOld && view.IsStrict && format is string text && IsHalf(text);
        object target = isRefused ? "=e" : format;
        try
        {
            return hasShape ? view.Cast(target, shape) : view.Cast(target);
        }
        catch (ViewArgumentException e) when (isRefused && e.Code == ViewErrorCode.FormatSyntax)
        {
            throw Error.NoHalfCast();
        }
    }

    private static bool IsHalf(string format) => format is "e" or "@e";
}
