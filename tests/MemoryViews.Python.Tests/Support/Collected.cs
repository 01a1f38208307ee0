using System;

namespace MemoryViews.Python.Tests;

/// <summary>Collections on this side, so thorough that what was dropped has been finalized.</summary>
internal static class Collected
{
    public static void Twice()
    {
        for (int i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
