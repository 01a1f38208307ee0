using System;
using System.Collections.Generic;
using System.Text;
using Xunit;

namespace MemoryViews.Command.Tests;

/// <summary>Odd files, odd names, pipes at both ends, colour.</summary>
public sealed class PlaceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public PlaceTests() => _folder.Write("digits", Encoding.ASCII.GetBytes("0123456789"));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("with spaces")]
    [InlineData("@file")]
    [InlineData("a[0:2]")]
    [InlineData("-leading")]
    [InlineData("new\nline")]
    [InlineData("show")]
    [InlineData("ünïcode")]
    public void A_file_of_any_name_can_be_shown(string name)
    {
        _folder.Write(name, 7);
        string[] arguments = name == "-leading" ? ["show", "--", name, "0"] : ["show", name, "0"];
        Assert.Equal("7\n", Run.Memview(_folder.Path, arguments).Output);
    }

    [Fact]
    public void An_empty_file_is_an_empty_view()
    {
        _folder.Write("empty");
        Assert.Equal(new Outcome(0, "[]\n", ""), Run.Memview(_folder.Path, "empty"));
        Assert.Equal(new Outcome(0, "", ""), Run.Memview(_folder.Path, "hex", "empty"));
    }

    [Fact]
    public void A_negative_subscript_needs_no_quotes_and_no_dashes()
    {
        Assert.Equal("[55 56 57]\n", Run.Memview(_folder.Path, "digits", "-3:").Output);
        Assert.Equal("57\n", Run.Memview(_folder.Path, "digits", "-1").Output);
        Assert.Equal("[56 57]\n", Run.Memview(_folder.Path, "digits", "-s-2").Output);
    }

    [Fact]
    public void Left_over_bytes_are_dropped_when_allowed_and_told()
    {
        Outcome outcome = Run.Memview(_folder.Path, "digits", "-t", "c[4]", "--tail-ok");
        Assert.Equal("[['0' '1' '2' '3']\n ['4' '5' '6' '7']]\n", outcome.Output);
        Assert.Equal("memview: left out 2 bytes at the end that make no whole item\n", outcome.Errors);
    }

    [Theory]
    [InlineData("cat digits | memview - -s 2 -n 3", "[50 51 52]\n")]
    [InlineData("cat digits | memview show - -s -3 0", "55\n")]
    [InlineData("memview - 1 < digits", "49\n")]
    [InlineData("memview -n 2 < digits", "[48 49]\n")]
    [InlineData("cat digits | memview hex -F xxd -s 4", "00000004: 3435 3637 3839                           456789\n")]
    [InlineData("mkfifo pipe; cat digits > pipe & memview pipe :2", "[48 49]\n")]
    [InlineData("memview /proc/version -n 5 -t S5 0", "Linux\n")]
    [InlineData("memview /dev/zero -n 4", "[0 0 0 0]\n")]
    [InlineData("(memview digits 0; memview digits 1) > out; cat out", "48\n49\n")]
    public void Streams_and_files_without_a_mapping_are_read(string line, string output)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pipes and /proc as Linux has them.");
        Outcome outcome = Run.Shell(_folder.Path, line);
        Assert.Equal("", outcome.Errors);
        Assert.Equal(output, outcome.Output);
    }

    [Fact]
    public void A_pipe_larger_than_memory_is_meant_for_is_looked_into_all_the_same()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "bash and head.");

        // Diagnostics keep sockets of the runtime among the temporary files; only the command's own are to be counted.
        Outcome outcome = Run.Shell(_folder.Path, "mkdir temp; export DOTNET_EnableDiagnostics=0 TMPDIR=$PWD/temp; { head -c 70000000 /dev/zero; cat digits; } | memview - -1; ls temp | wc -l");
        Assert.Equal("57\n0\n", outcome.Output);
    }

    [Fact]
    public void A_device_without_an_end_is_refused_not_read_for_ever()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/dev/zero.");
        Outcome outcome = Run.Memview(_folder.Path, "/dev/zero");
        Assert.Equal(4, outcome.ExitCode);
        Assert.Contains("/dev/zero cannot be mapped and gives more than 67,108,864 bytes", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_that_goes_ends_the_command_silently()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "bash.");
        _folder.Write("much", new byte[4 << 20]);
        Outcome outcome = Run.Shell(_folder.Path, "memview much --all | head -1; echo ${PIPESTATUS[0]}");
        Assert.EndsWith("\n141\n", outcome.Output, StringComparison.Ordinal);
        Assert.Equal("", outcome.Errors);
    }

    [Fact]
    public void A_full_disk_is_told()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/dev/full.");
        Outcome outcome = Run.Shell(_folder.Path, "memview digits > /dev/full");
        Assert.Equal(4, outcome.ExitCode);
        Assert.StartsWith("memview: standard output cannot be written: ", outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "auto", "", "")]
    [InlineData(true, "always", "", "")]
    [InlineData(true, "always", "NO_COLOR", "1")]
    [InlineData(true, "auto", "FORCE_COLOR", "1")]
    [InlineData(false, "never", "FORCE_COLOR", "1")]
    public void Colour_goes_into_a_pipe_only_when_asked_for(bool coloured, string option, string variable, string value)
    {
        Dictionary<string, string> variables = variable.Length > 0 ? new() { [variable] = value } : [];
        Outcome outcome = Run.Memview(_folder.Path, variables, "hex", "digits", "--color", option);
        Assert.Equal(coloured, outcome.Output.Contains('\e'));
    }

    [Fact]
    public void Numbers_are_written_one_way_in_every_locale()
    {
        _folder.Write("half", new BytesOf().F64(1.5));
        Assert.Equal("1.5\n", Run.Memview(_folder.Path, new Dictionary<string, string> { ["LC_ALL"] = "de_DE.UTF-8" }, "half", "-t", "f8le", "0").Output);
    }

    [Theory]
    [InlineData("--help", "memview FILE [VIEW]")]
    [InlineData("--version", "0.1.0")]
    public void Help_and_version_are_answers(string option, string part)
    {
        Outcome outcome = Run.Memview(_folder.Path, option);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains(part, outcome.Output, StringComparison.Ordinal);
    }
}
