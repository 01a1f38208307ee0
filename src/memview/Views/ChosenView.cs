using System.Collections.Generic;

namespace MemoryViews.Command;

/// <summary>The view to show, which columns of its records, and where in the file its memory begins.</summary>
/// <param name="View">The view.</param>
/// <param name="Columns">Fields to show, in order; null for all.</param>
/// <param name="FileStart">Added to an offset in the view's memory, it is the offset in the file.</param>
/// <param name="DroppedTail">Bytes at the end of the window that <c>--tail-ok</c> left out.</param>
internal sealed record ChosenView(MemoryView View, IReadOnlyList<string>? Columns, long FileStart, long DroppedTail);
