using System;
using System.IO;
using Xunit;

namespace MemoryViews.Python.Tests.Hosting;

/// <summary>Finding a Python. One runs in this process already, so what is asked for is looked at and refused, or found to be the same.</summary>
public class StartTests
{
    [Fact]
    public void Starting_and_joining_again_is_harmless()
    {
        TestPython.Need();
        PythonHost.Start();
        PythonHost.Start(PythonHost.LibraryPath);
        PythonHost.Attach();
        Assert.True(PythonHost.IsStarted);
    }

    [Fact]
    public void The_version_is_that_of_the_library()
    {
        TestPython.Need();
        using Scope python = TestPython.NewScope();
        Assert.Equal(python.Value("'%d.%d' % __import__('sys').version_info[:2]"), PythonHost.Version.ToString(2));
        Assert.True(PythonHost.Version >= new Version(3, 11));
    }

    [Fact]
    public void What_Python_starts_is_the_same_Python()
    {
        TestPython.Need();
        using Scope python = TestPython.NewScope();
        python.Run("""
            import subprocess, sys
            question = 'import sys; print(sys.version_info[:2], sys.base_prefix)'
            answer = subprocess.run([sys.executable, '-c', question], capture_output=True, text=True).stdout.strip()
            """);
        Assert.Equal(python.Value("'%s %s' % (sys.version_info[:2], sys.base_prefix)"), python.Value("answer"));
    }

    [Theory]
    [InlineData("3.10.13\\n0\\n/lib/libpython3.10.so\\n\\n\\n\\n\\n", ViewErrorCode.NotSupported, "it is Python 3.10.13, and 3.11 is the oldest")]
    [InlineData("2.7.18\\n0\\n/lib/libpython2.7.so\\n\\n\\n\\n\\n", ViewErrorCode.NotSupported, "it is Python 2.7.18")]
    [InlineData("3.12.1\\n0\\n\\n\\n/bin/python\\n\\n\\n", ViewErrorCode.NotSupported, "a static build of 3.12.1 without a shared library")]
    [InlineData("3.12.1\\n0\\n\\nlibpython3.12.so.1.0\\n/bin/python\\n\\n\\n", ViewErrorCode.NotSupported, "libpython3.12.so.1.0 is not installed (Debian: apt install libpython3.12)")]
    [InlineData("3.13.0\\n1\\n/lib/libpython3.13t.so\\n\\n\\n\\n\\n", ViewErrorCode.NotSupported, "a free-threaded build of Python 3.13.0")]
    [InlineData("hello\\n", ViewErrorCode.NotSupported, "it did not answer as a Python does")]
    [InlineData("a\\nb\\nc\\nd\\ne\\nf\\ng\\n", ViewErrorCode.NotSupported, "its version 'a' is not understood")]
    public void A_program_that_will_not_do_is_refused_with_the_reason(string answer, ViewErrorCode code, string reason)
    {
        TestPython.Need();
        using FakeProgram program = new($"printf '{answer}'");
        PythonHostException error = Assert.Throws<PythonHostException>(() => PythonHost.Start(program.Path));
        Assert.Equal(code, error.Code);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Contains(program.Path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_fails_is_refused_with_its_code()
    {
        TestPython.Need();
        using FakeProgram program = new("exit 3");
        Assert.Contains("it ended with code 3", Assert.Throws<PythonHostException>(() => PythonHost.Start(program.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_where_nothing_is_is_refused()
    {
        TestPython.Need();
        string path = Path.Combine(Path.GetTempPath(), "no-such-folder", "python3");
        PythonHostException error = Assert.Throws<PythonHostException>(() => PythonHost.Start(path));
        Assert.Equal(ViewErrorCode.NotFound, error.Code);
        Assert.Contains("MEMORYVIEWS_PYTHON", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_library_is_refused_beside_the_one_that_runs()
    {
        TestPython.Need();
        PythonHostException error = Assert.Throws<PythonHostException>(() => PythonHost.Start("libpython3.999.so.1.0"));
        Assert.Equal(ViewErrorCode.InvalidArgument, error.Code);
        Assert.Contains(PythonHost.LibraryPath, error.Message, StringComparison.Ordinal);
    }
}
