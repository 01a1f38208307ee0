using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace MemoryViews.Files.Tests;

/// <summary>The files beside PROVENANCE.md, and files made in tests, recognised.</summary>
public static class Sample
{
    private static readonly string s_directory = Path.Combine(AppContext.BaseDirectory, "Recognisers", "Fixtures");

    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory.GetFiles(s_directory).Select(Path.GetFileName).OfType<string>()
            .Where(name => Path.GetExtension(name) is not (".md" or ".cdl" or ".gitattributes")).Order(StringComparer.Ordinal),
    ];

    public static string PathOf(string name) => Path.Combine(s_directory, name);

    public static byte[] Bytes(string name) => File.ReadAllBytes(PathOf(name));

    public static RecognisedFile Recognise(string name) => Recognise(Bytes(name), name);

    public static RecognisedFile Recognise(byte[] bytes, string? name = null)
    {
        Assert.True(FileRecogniser.TryRecognise(bytes.AsMemoryView(), name, out RecognisedFile? file));
        return file;
    }

    public static bool IsRecognised(byte[] bytes, string? name = null) => FileRecogniser.TryRecognise(bytes.AsMemoryView(), name, out _);

    public static string Describe(MemoryView view) =>
        $"{view.Format} ({string.Join(", ", view.Shape.ToArray())}) ({string.Join(", ", view.Strides.ToArray())}) at {view.Layout.Offset}";

    /// <summary>The samples of a pixel map, which stand at its end.</summary>
    public static byte[] Pixels(string name, int count) => Bytes(name)[^count..];
}
