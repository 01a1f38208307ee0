using System;
using System.Text;

namespace MemoryViews.Stress.Schedules;

/// <summary>The names of faults as text.</summary>
internal static class Words
{
    /// <summary>"EnteredWhenShut" as "entered when shut".</summary>
    public static string Of<T>(T fault)
        where T : struct, Enum
    {
        StringBuilder words = new();
        foreach (char c in fault.ToString())
        {
            words.Append(char.IsUpper(c) && words.Length > 0 ? " " : "").Append(char.ToLowerInvariant(c));
        }

        return words.ToString();
    }
}
