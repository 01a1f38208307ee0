namespace MemoryViews.Command;

/// <summary>Which indices of an axis are shown: the first <paramref name="Head"/>, the last <paramref name="Tail"/>, or all.</summary>
internal readonly record struct Excerpt(nint Length, nint Head, nint Tail)
{
    /// <summary>Whether indices are left out.</summary>
    public bool IsCut => Head < Length - Tail;

    /// <summary>Whether the gap lies between shown ones and is marked.</summary>
    public bool IsMarked => IsCut && Head > 0 && Tail > 0;

    public nint Shown => IsCut ? Head + Tail : Length;

    public nint Hidden => Length - Shown;

    public static Excerpt All(nint length) => new(length, length, 0);

    /// <summary>Head and tail of an axis, or all of it when they would meet.</summary>
    public static Excerpt Edges(nint length, nint head, nint tail) =>
        head >= length || tail >= length - head ? All(length) : new(length, head, tail);

    /// <summary>The index shown at a place, counted from 0.</summary>
    public nint IndexAt(nint place) => !IsCut || place < Head ? place : Length - Shown + place;
}
