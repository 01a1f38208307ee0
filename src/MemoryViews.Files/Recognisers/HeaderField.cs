namespace MemoryViews.Files;

/// <summary>One thing that a file's header says.</summary>
/// <param name="Name">What it is, such as "channels".</param>
/// <param name="Value">A <see cref="long"/>, a <see cref="double"/> or a <see cref="string"/>.</param>
public readonly record struct HeaderField(string Name, object Value);
