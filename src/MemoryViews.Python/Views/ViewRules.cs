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

    /// <summary>Refuses to make such items.</summary>
    public static void CheckCast(PythonView view, object format)
    {
        if (s_isOld && view.IsStrict && format is string text && IsHalf(text))
        {
            throw Error.NoHalfCast();
        }
    }

    private static bool IsHalf(string format) => format is "e" or "@e";
}
