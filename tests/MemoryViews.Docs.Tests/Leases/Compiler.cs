using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace MemoryViews.Docs.Tests.Leases;

/// <summary>The C# compiler of the SDK that stands beside the running framework, on sources that only have to be looked at.</summary>
internal static partial class Compiler
{
    // .../dotnet/shared/Microsoft.NETCore.App/10.0.0/System.Private.CoreLib.dll
    private static readonly string s_dotnet = Path.GetFullPath("../../..", Path.GetDirectoryName(typeof(object).Assembly.Location)!);

    /// <summary>The compiler's program; null where only the runtime is installed.</summary>
    public static string? Program { get; } = Directory.Exists(Path.Combine(s_dotnet, "sdk"))
        ? Directory.EnumerateDirectories(Path.Combine(s_dotnet, "sdk"))
            .Select(sdk => Path.Combine(sdk, "Roslyn", "bincore", "csc.dll"))
            .Where(File.Exists)
            .OrderBy(csc => VersionOf(csc))
            .LastOrDefault()
        : null;

    /// <summary>Compiles one file against what this process runs on, and gives the errors: the lines and the codes found there.</summary>
    public static IReadOnlyList<Fault> ErrorsOf(string file)
    {
        string output = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        string response = output + ".rsp";
        try
        {
            File.WriteAllLines(response, Options(file, output));
            return [.. Run(response).Select(Fault.Parse).OfType<Fault>()];
        }
        finally
        {
            File.Delete(response);
            File.Delete(output);
        }
    }

    // The bodies are looked at in full only when code is made, so some is.
    private static IEnumerable<string> Options(string file, string output) =>
    [
        "-nologo", "-nostdlib", "-target:library", "-langversion:14", "-nullable:enable", "-preferreduilang:en", "-utf8output",
        $"-out:\"{output}\"",
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(reference => $"-reference:\"{reference}\""),
        $"\"{file}\"",
    ];

    // -noconfig is for the command line only: the compiler's own list of references would come on top.
    private static List<string> Run(string response)
    {
        ProcessStartInfo start = new(Path.Combine(s_dotnet, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"), ["exec", Program!, "-noconfig", "@" + response])
        {
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        List<string> lines = [];
        while (process.StandardOutput.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        process.WaitForExit();
        bool isRefused = lines.Exists(line => Fault.Parse(line) is not null);
        return process.ExitCode == 0 || isRefused ? lines : throw new InvalidOperationException($"The compiler ended with {process.ExitCode}:\n{string.Join('\n', lines)}");
    }

    // sdk/10.0.100-preview.1/Roslyn/bincore/csc.dll
    private static Version VersionOf(string csc)
    {
        string name = Path.GetFileName(Path.GetFullPath("../../..", csc));
        return Version.TryParse(name.Split('-')[0], out Version? version) ? version : new Version(0, 0);
    }

    /// <summary>An error at a line, counted from 1.</summary>
    internal sealed partial record Fault(int Line, string Code)
    {
        /// <summary>Reads "file.cs(14,16): error CS8168: ..."; an error of no line, such as a missing reference, has line 0.</summary>
        public static Fault? Parse(string text)
        {
            Match match = Pattern().Match(text);
            return match.Success
                ? new(match.Groups["line"].Success ? int.Parse(match.Groups["line"].ValueSpan, CultureInfo.InvariantCulture) : 0, match.Groups["code"].Value)
                : null;
        }

        [GeneratedRegex(@"^(?:.*\((?<line>\d+),\d+\): )?error (?<code>CS\d+):")]
        private static partial Regex Pattern();
    }
}
