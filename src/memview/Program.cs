using System;
using System.CommandLine;
using System.IO;
using System.Text;
using MemoryViews.Command.Tour;

namespace MemoryViews.Command;

/// <summary>The command: reads its words, does what they ask, and turns every failure into one message and an exit code.</summary>
internal static class Program
{
    private const int BufferSize = 1 << 16;

    public static int Main(string[] arguments)
    {
        Console.CancelKeyPress += (_, _) => Environment.Exit(ExitCode.Interrupted);
        try
        {
            return Run(arguments);
        }
        catch (ReaderGoneException)
        {
            return ExitCode.ReaderGone;
        }
        catch (Exception e)
        {
            return Failures.Report(e, Array.IndexOf(arguments, "--debug") >= 0);
        }
    }

    private static int Run(string[] arguments)
    {
        using Stream output = StandardOutput.Open();
        using StreamWriter writer = new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferSize) { NewLine = "\n" };
        CommandTree tree = new();
        string[] words = Words.Normalize(arguments);
        ParseResult parsed = tree.Root.Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (words.Length <= 2 && words[^1] is "--help" or "--version")
        {
            return parsed.Invoke(new InvocationConfiguration { Output = writer, EnableDefaultExceptionHandler = false });
        }

        if (tree.ReadTour(parsed) is { } tour)
        {
            TourVerb.Run(writer, PaletteFor(tree.Color(parsed)), tour);
            return ExitCode.Done;
        }

        Execute(tree.Read(parsed, Console.IsInputRedirected), writer);
        return ExitCode.Done;
    }

    private static void Execute(Request request, StreamWriter writer)
    {
        Palette palette = PaletteFor(request.Color);
        using Source source = Source.Open(request.View.File, request.View.Skip, request.View.Length);
        ChosenView chosen = ViewBuilder.Build(request.View, source);
        if (request.IsHex)
        {
            HexVerb.Run(writer, palette, chosen, request.HexFormat);
        }
        else
        {
            ShowVerb.Run(writer, palette, chosen, request.Show);
        }

        writer.Flush();
        Notes.Write(request, chosen);
    }

    private static Palette PaletteFor(string color) => new(ColorChoice.IsOn(color, !Console.IsOutputRedirected, Environment.GetEnvironmentVariable));
}
