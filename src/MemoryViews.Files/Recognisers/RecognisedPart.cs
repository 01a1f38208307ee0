namespace MemoryViews.Files;

/// <summary>
/// A named part of a file: a view of its bytes where they lie, or the reason why there is none (compressed, bits that are no whole bytes, beyond
/// the end of the file).
/// </summary>
/// <remarks>Safe to use from any thread.</remarks>
public sealed class RecognisedPart
{
    private readonly MemoryView? _view;
    private readonly ArrayFileException? _refusal;

    internal RecognisedPart(string name, string description, MemoryView view)
    {
        Name = name;
        Description = description;
        _view = view;
    }

    internal RecognisedPart(string name, ArrayFileException refusal)
    {
        Name = name;
        Description = "";
        _refusal = refusal;
    }

    /// <summary>The name, such as "pixels", "samples", or a variable's own.</summary>
    public string Name { get; }

    /// <summary>What its items and axes are, such as "rows from the top, columns, red green blue".</summary>
    public string Description { get; }

    /// <summary>Whether there is no view of this part, for the reason in <see cref="Refusal"/>.</summary>
    public bool IsRefused => _view is null;

    /// <summary>Why there is no view of this part; null when there is one.</summary>
    public string? Refusal => _refusal?.Message;

    /// <summary>The part, copying nothing: a view made from the one that was recognised, which ends with it.</summary>
    /// <exception cref="ArrayFileException">The part was refused, for the reason in <see cref="Refusal"/>.</exception>
    public MemoryView View => _view ?? throw Error.PartRefused(_refusal!);

    /// <summary>The name, and the view's format and shape, or the refusal.</summary>
    public override string ToString() => _view is null ? $"{Name}: {Refusal}" : $"{Name}: {_view.Format}[{string.Join(", ", _view.Shape.ToArray())}]";
}
