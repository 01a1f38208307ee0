using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace MemoryViews.Files.Tests;

/// <summary>A program of the system that writes or reads the same formats; tests skip where it is missing.</summary>
public sealed class Tool(string program, string package)
{
    private static readonly string[] s_folders = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"];

    private readonly string? _path = s_folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    public void SkipUnlessThere() =>
        Assert.SkipUnless(_path is not null, $"{program} is not installed (Debian: {package}), so there is nothing to compare with.");

    /// <summary>What the program writes to its standard output.</summary>
    public byte[] Run(params string[] arguments)
    {
        SkipUnlessThere();
        ProcessStartInfo start = new(_path!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        using MemoryStream output = new();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {errors.Result}");
        return output.ToArray();
    }

    public string Text(params string[] arguments) => System.Text.Encoding.UTF8.GetString(Run(arguments));
}
