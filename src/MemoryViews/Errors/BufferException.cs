using System;
using System.Collections.Generic;

namespace MemoryViews;

/// <summary>
/// A buffer request that cannot be met, or memory that cannot move because others hold it. Python: <c>BufferError</c>.
/// </summary>
public class BufferException : InvalidOperationException, IViewException
{
    /// <summary>A refusal with its reason, for exporters of one's own.</summary>
    /// <param name="message">What was asked, and what would have worked.</param>
    /// <param name="holders">Who holds the memory, where that is the reason.</param>
    public BufferException(string message, IReadOnlyList<ExportHolder>? holders = null)
        : this(message, holders is { Count: > 0 } ? ViewErrorCode.LoansOut : ViewErrorCode.RequestRefused, holders)
    {
    }

    internal BufferException(string message, ViewErrorCode code, IReadOnlyList<ExportHolder>? holders = null)
        : base(message)
    {
        Code = code;
        Holders = holders ?? [];
    }

    /// <summary>Who holds the memory; empty when the refusal has another reason.</summary>
    public IReadOnlyList<ExportHolder> Holders { get; }

    /// <inheritdoc/>
    public ViewErrorCode Code { get; }
}
