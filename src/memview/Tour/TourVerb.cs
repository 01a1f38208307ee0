using System;
using System.Globalization;
using System.IO;

namespace MemoryViews.Command.Tour;

/// <summary><c>memview tour</c>: each step's code as it was compiled, and what it printed when it ran just now.</summary>
internal static class TourVerb
{
    private const string CodeMargin = "    ";
    private const string OutputMargin = "  > ";

    public static void Run(TextWriter writer, Palette palette, TourRequest request)
    {
        for (int number = request.Step ?? 1; number <= (request.Step ?? TourSteps.All.Length); number++)
        {
            TourStep step = TourSteps.All[number - 1];
            Head(writer, palette, number, step);
            if (!request.ListsOnly)
            {
                Show(writer, palette, step);
                writer.Flush();
            }
        }
    }

    private static void Head(TextWriter writer, Palette palette, int number, TourStep step)
    {
        palette.Write(writer, Palette.Bold, string.Create(CultureInfo.InvariantCulture, $"{number,2}  {step.Title}"));
        writer.Write('\n');
    }

    private static void Show(TextWriter writer, Palette palette, TourStep step)
    {
        writer.Write('\n');
        foreach (string line in step.Text.Split('\n'))
        {
            writer.Write(line.Trim().Length == 0 ? "\n" : $"{CodeMargin}{line.TrimEnd()}\n");
        }

        writer.Write('\n');
        foreach (Part part in step.Parts)
        {
            foreach (string line in SnippetText.Of(part))
            {
                WriteLine(writer, palette, Palette.Cyan, CodeMargin, line);
            }

            // Some code takes seconds: let it be read meanwhile.
            writer.Write('\n');
            writer.Flush();
            foreach (string line in OutputOf(part.Run))
            {
                WriteLine(writer, palette, Palette.Green, OutputMargin, line);
            }

            writer.Write('\n');
        }
    }

    private static void WriteLine(TextWriter writer, Palette palette, string colour, string margin, string line)
    {
        if (line.Length > 0)
        {
            palette.Write(writer, colour, margin + line);
        }

        writer.Write('\n');
    }

    /// <summary>What a piece of code writes to the console, line by line.</summary>
    internal static string[] OutputOf(Action run)
    {
        TextWriter console = Console.Out;
        using StringWriter written = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        try
        {
            Console.SetOut(written);
            run();
        }
        finally
        {
            Console.SetOut(console);
        }

        return written.ToString().TrimEnd('\n').Split('\n');
    }
}
