using System.IO;

namespace MemoryViews;

/// <summary>A stream, socket, pipe or file that ended before a view was full. Python: <c>EOFError</c> of those who read exactly.</summary>
public class ViewStreamEndException : EndOfStreamException, IViewException
{
    internal ViewStreamEndException(string message, nint done, nint wanted)
        : base(message)
    {
        BytesDone = done;
        BytesWanted = wanted;
    }

    /// <inheritdoc/>
    public ViewErrorCode Code => ViewErrorCode.FileFailed;

    /// <summary>The bytes that were moved before the end.</summary>
    public nint BytesDone { get; }

    /// <summary>The bytes that were asked for.</summary>
    public nint BytesWanted { get; }
}
