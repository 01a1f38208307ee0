using System;

namespace MemoryViews;

/// <summary>One holder of lent memory, as an exporter that refuses to resize or close names it.</summary>
/// <remarks>An immutable value: safe to use from any thread.</remarks>
/// <param name="Label">The name given to the loan, if any.</param>
/// <param name="Age">How long the loan has been out.</param>
/// <param name="StackTrace">Where the loan was taken, when stacks are recorded; otherwise null.</param>
public readonly record struct ExportHolder(string? Label, TimeSpan Age, string? StackTrace);
