using System;
using System.IO;

namespace MemoryViews.Files;

/// <summary>
/// A file, or bytes from one, that do not hold what was asked for: not of the format, cut short, holding objects, or larger than a limit allows.
/// Python: <c>ValueError</c>, <c>zipfile.BadZipFile</c>.
/// </summary>
public class ArrayFileException : IOException, IViewException
{
    internal ArrayFileException(ViewErrorCode code, string message, Exception? inner = null)
        : base(message, inner) => Code = code;

    /// <inheritdoc/>
    public ViewErrorCode Code { get; }
}
