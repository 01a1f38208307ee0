namespace MemoryViews.Command.Tour;

/// <summary>One stop of the tour.</summary>
/// <param name="Title">What it shows, in one line.</param>
/// <param name="Text">What to look at, in lines of a terminal's width.</param>
/// <param name="Parts">The code, in order.</param>
internal sealed record TourStep(string Title, string Text, params Part[] Parts);
