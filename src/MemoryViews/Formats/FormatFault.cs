namespace MemoryViews;

/// <summary>Why a text is no format, and at which character: carried as a value, so that TryParse costs no exception.</summary>
/// <param name="Reason">What is wrong and what would be right.</param>
/// <param name="Position">The character, counted from 0.</param>
internal sealed record FormatFault(string Reason, int Position);
