using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using MemoryViews.Python;
using Xunit;

namespace MemoryViews.Docs.Tests.Markdown;

/// <summary>Runs a sample: sample "first-look" is the static method FirstLook of a class in the Samples folder.</summary>
internal static class SampleRunner
{
    private static readonly object s_console = new();

    /// <summary>Runs the sample in the repository's root, as a reader would, and gives what it printed.</summary>
    public static string OutputOf(string name)
    {
        MethodInfo method = Find(name) ?? throw new MissingMethodException(
            $"Sample '{name}' has no method to run: write 'public static void {MethodNameOf(name)}()' in a class of the Samples folder.");
        lock (s_console)
        {
            return Capture(method.CreateDelegate<Action>());
        }
    }

    /// <summary>"first-look" is FirstLook.</summary>
    public static string MethodNameOf(string name) => string.Concat(name.Split('-')
        .Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]));

    private static MethodInfo? Find(string name) => typeof(SampleRunner).Assembly.GetTypes()
        .Where(type => type.Namespace == "MemoryViews.Docs.Tests.Samples")
        .Select(type => type.GetMethod(MethodNameOf(name), BindingFlags.Static | BindingFlags.Public, []))
        .FirstOrDefault(method => method is not null);

    private static string Capture(Action sample)
    {
        TextWriter console = Console.Out;
        string folder = Directory.GetCurrentDirectory();
        using StringWriter written = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        try
        {
            Directory.SetCurrentDirectory(HouseKeeping.Repository.Root);
            Console.SetOut(written);
            sample();
        }
        catch (PythonHostException e)
        {
            Assert.Skip($"the sample needs a Python: {e.Message}");
        }
        finally
        {
            Console.SetOut(console);
            Directory.SetCurrentDirectory(folder);
        }

        return string.Join('\n', written.ToString().TrimEnd('\n').Split('\n').Select(line => line.TrimEnd()));
    }
}
