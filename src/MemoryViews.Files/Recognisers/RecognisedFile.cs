using System;
using System.Collections.Generic;
using System.Linq;

namespace MemoryViews.Files;

/// <summary>What a file is, what its header says, and its parts as views of the bytes that were recognised.</summary>
/// <remarks>Holds no memory of its own. Safe to use from any thread.</remarks>
public sealed class RecognisedFile
{
    internal RecognisedFile(FileKind kind, string title, IReadOnlyList<HeaderField> fields, IReadOnlyList<RecognisedPart> parts, RecordWalk? records)
    {
        Kind = kind;
        Title = title;
        Fields = fields;
        Parts = parts;
        Records = records;
    }

    /// <summary>What kind of file it is.</summary>
    public FileKind Kind { get; }

    /// <summary>The kind in a few words, such as "Windows bitmap".</summary>
    public string Title { get; }

    /// <summary>What the header says, in the header's order; more than 1,024 fields are cut there, and the last one counts the rest.</summary>
    public IReadOnlyList<HeaderField> Fields { get; }

    /// <summary>The parts in the file's order, the refused ones too; more than 8,192 are cut there.</summary>
    public IReadOnlyList<RecognisedPart> Parts { get; }

    /// <summary>Records of different lengths, one behind the other (the packets of a capture); null for files that have none.</summary>
    public RecordWalk? Records { get; }

    /// <summary>A part's view, by name; the first one, where a file gives a name twice.</summary>
    /// <param name="part">A name from <see cref="Parts"/>.</param>
    /// <exception cref="ArrayFileException">There is no such part, or it was refused.</exception>
    public MemoryView this[string part]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(part);
            RecognisedPart found = Parts.FirstOrDefault(one => one.Name == part) ?? throw Error.NoPart(part, [.. Parts.Select(one => one.Name)]);
            return found.View;
        }
    }

    /// <summary>The value of a field of the header, or null when there is none of this name.</summary>
    /// <param name="name">A name from <see cref="Fields"/>.</param>
    public object? Field(string name) => Fields.FirstOrDefault(field => field.Name == name).Value;

    /// <summary>The title and the parts.</summary>
    public override string ToString() => $"{Title} ({string.Join("; ", Parts.Take(8))}{(Parts.Count > 8 ? "; ..." : "")})";
}
