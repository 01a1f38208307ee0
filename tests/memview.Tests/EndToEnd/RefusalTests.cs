using System;
using System.IO;
using Xunit;

namespace MemoryViews.Command.Tests;

/// <summary>Bad input: one message, the numbers, one hint, the right exit code, and nothing on standard output.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public RefusalTests() => _folder.Write("struct.raw", new byte[32_000]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_shape_larger_than_the_window_tells_both_sizes() => Refuses(
        3,
        """
        memview: shape (3, 5000) of 4-byte items needs 60,000 bytes, the window has 32,000
          hint: window is struct.raw[0:32,000]; 32,000 = 8,000 x 4 + 0

        """,
        "show", "struct.raw", "-t", "f4le", "-S", "3,5000");

    [Fact]
    public void Bytes_that_make_no_whole_item_are_told() => Refuses(
        3,
        """
        memview: 10 bytes do not divide into 4-byte items (2 left over)
          hint: add --length 8, or --offset, or use a different --type

        """,
        "show", "struct.raw", "-t", "f4le", "-n", "10");

    [Fact]
    public void A_range_of_CSharp_is_answered_in_Python() => Refuses(
        2,
        """
        memview: '0..1' looks like a C# range
          hint: slices are written the Python way: 0:1

        """,
        "show", "struct.raw", "0..1,^1");

    [Fact]
    public void A_view_that_cannot_be_read_has_a_caret() => Refuses(
        2,
        """
        memview: cannot read the view here:
            [0]]
               ^

        """,
        "show", "struct.raw", "[0]]");

    [Fact]
    public void A_cast_of_a_view_with_gaps_says_what_would_work() => Refuses(
        3,
        """
        memview: cast needs a C-contiguous view (same rule as Python memoryview.cast)
          hint: slice after the cast, or use --strides

        """,
        "show", "struct.raw", "-t", "f8le", "-S", "10,400", "[:,::2].cast(u1)");

    [Theory]
    [InlineData(2, "there is no option '--frobnicate'", "struct.raw", "--frobnicate")]
    [InlineData(2, "did you mean --shape?", "struct.raw", "--shap", "3")]
    [InlineData(2, "-s needs a value", "struct.raw", "-s")]
    [InlineData(2, "--skip 'q' is no number", "struct.raw", "-sq")]
    [InlineData(2, "'2' is one argument too many", "struct.raw", "1", "2")]
    [InlineData(2, "--length '-3' is below 0", "struct.raw", "-n", "-3")]
    [InlineData(2, "--shape '3,q' is no list of integers", "struct.raw", "-S", "3,q")]
    [InlineData(2, "shape (-1, -1) leaves two axes open", "struct.raw", "-S", "-1,-1")]
    [InlineData(2, "--strides needs a --shape", "struct.raw", "--strides", "4")]
    [InlineData(2, "--order is C, F", "struct.raw", "--order", "X")]
    [InlineData(2, "-F 'pdf' is unknown", "hex", "struct.raw", "-F", "pdf")]
    [InlineData(2, "--all takes no value", "struct.raw", "--all=1")]
    [InlineData(2, "did you mean float?", "struct.raw", "-t", "flaot")]
    [InlineData(2, "say f2 or half", "struct.raw", "-t", "f16")]
    [InlineData(2, "say u2", "struct.raw", "-t", "u16")]
    [InlineData(3, "index 9 is outside axis 0, which has length 5", "struct.raw", "-n", "5", "9")]
    [InlineData(3, "skip 40,000 is past the end of struct.raw, which has 32,000 bytes", "struct.raw", "-s", "40000")]
    [InlineData(3, "skip -40,000 counts from the end", "struct.raw", "-s", "-40000")]
    [InlineData(3, "there is no field 'z'", "struct.raw", "-t", "x:u1,y:u1", "z")]
    [InlineData(3, "are no records", "struct.raw", "xyz[:3]")]
    [InlineData(3, "touches bytes [-8, 9), the window is [0, 32,000)", "struct.raw", "-S", "2,2", "--strides", "-8,8")]
    [InlineData(4, "missing: there is no such file", "missing")]
    [InlineData(4, ". is a directory", ".")]
    public void Every_wrong_word_is_told_in_one_message(int exitCode, string message, params string[] arguments)
    {
        Outcome outcome = Run.Memview(_folder.Path, arguments);
        Assert.Contains(message, outcome.Errors, StringComparison.Ordinal);
        Assert.StartsWith("memview: ", outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal("", outcome.Output);
        Assert.Equal(exitCode, outcome.ExitCode);
    }

    [Fact]
    public void The_stack_is_shown_when_asked_for() =>
        Assert.Contains("   at MemoryViews.Command.", Run.Memview(_folder.Path, "missing", "--debug").Errors, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_may_not_be_read_says_so()
    {
        string path = Path.Combine(_folder.Path, "struct.raw");
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("The superuser may read everything.");
            return;
        }

        File.SetUnixFileMode(path, UnixFileMode.None);
        Refuses(4, "memview: struct.raw: permission denied\n  hint: reading it needs the permission of its owner\n", "struct.raw");
    }

    private void Refuses(int exitCode, string errors, params string[] arguments)
    {
        Outcome outcome = Run.Memview(_folder.Path, arguments);
        Assert.Equal(errors, outcome.Errors);
        Assert.Equal("", outcome.Output);
        Assert.Equal(exitCode, outcome.ExitCode);
    }
}
