using System;
using System.Collections.Generic;
using System.Linq;

namespace MemoryViews.Docs.Tests;

/// <summary>The lines in which two texts differ: "- " for what stands, "+ " for what should.</summary>
internal static class TextDiff
{
    private const int MostLines = 60;

    public static string Between(string standing, string wanted)
    {
        string[] before = standing.Split('\n'), after = wanted.Split('\n');
        List<string> lines = Walk(before, after, CommonTails(before, after));
        return string.Join('\n', lines.Count <= MostLines ? lines : [.. lines.Take(MostLines), $"... and {lines.Count - MostLines} lines more"]);
    }

    private static List<string> Walk(string[] before, string[] after, int[,] tails)
    {
        List<string> lines = [];
        int i = 0, j = 0;
        while (i < before.Length || j < after.Length)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                i++;
                j++;
            }
            else if (j == after.Length || (i < before.Length && tails[i + 1, j] >= tails[i, j + 1]))
            {
                lines.Add("- " + before[i++]);
            }
            else
            {
                lines.Add("+ " + after[j++]);
            }
        }

        return lines;
    }

    // tails[i, j]: the longest common subsequence of before[i..] and after[j..].
    private static int[,] CommonTails(string[] before, string[] after)
    {
        int[,] tails = new int[before.Length + 1, after.Length + 1];
        for (int i = before.Length - 1; i >= 0; i--)
        {
            for (int j = after.Length - 1; j >= 0; j--)
            {
                tails[i, j] = before[i] == after[j] ? tails[i + 1, j + 1] + 1 : Math.Max(tails[i + 1, j], tails[i, j + 1]);
            }
        }

        return tails;
    }
}
