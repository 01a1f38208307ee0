using System;
using System.IO;
using Xunit;

namespace MemoryViews.Samples.Tests;

/// <summary>The samples that need a Python: skipped, with what they say, where there is none that will do.</summary>
public class PythonSampleTests
{
    // Debian's has NumPy and Pillow where any has; another python3 may stand before it on the path. The samples inherit the variable.
    static PythonSampleTests()
    {
        const string Debian = "/usr/bin/python3";
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("MEMORYVIEWS_PYTHON")) && File.Exists(Debian))
        {
            Environment.SetEnvironmentVariable("MEMORYVIEWS_PYTHON", Debian);
        }
    }

    [Fact]
    public void An_array_is_worked_on_from_both_sides() => Expect("NumPyArray", """
        NumPy's array is MemoryView<d>[3, 4] here, at the same address
        [[11.   1.   2.   3. ]
         [ 0.5  0.5  0.5  0.5]
         [ 3.   9.  10.  11. ]]
        its sum is 52.0
        the table is (3, 2) of float32 there, at the same address
        10 20 30 40 50 60
        """);

    [Fact]
    public void An_image_is_drawn_by_both() => Expect("PillowImage", """
        saved and read back: the same
        ................
        .##############.
        .##++++++++++##.
        .##++++++++++##.
        .##############.
        ................
        """);

    [Fact]
    public void A_database_of_Python_keeps_measurements() => Expect("PythonDatabase", """
        8000 bytes, MemoryView<d>[1000], read-only
        the root of 144 is 12, the last 31.607
        """);

    private static void Expect(string sample, string text)
    {
        string output = Sample.Run(sample);
        Assert.SkipWhen(output.StartsWith("needs Python", StringComparison.Ordinal), output);
        Assert.Equal(text.ReplaceLineEndings("\n"), output);
    }
}
