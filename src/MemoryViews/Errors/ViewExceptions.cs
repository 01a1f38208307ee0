using System;
using System.Collections.Generic;
using System.IO;

namespace MemoryViews;

/// <summary>A view, loan or block that has been given back was used. Python: <c>ValueError</c>.</summary>
public class ViewReleasedException : ObjectDisposedException, IViewException
{
    internal ViewReleasedException(string objectName, string message)
        : base(objectName, message) => Message = message;

    /// <summary>What was used after it had been given back, in one line; <see cref="ObjectDisposedException.ObjectName"/> names it alone.</summary>
    public override string Message { get; }

    /// <inheritdoc/>
    public ViewErrorCode Code => ViewErrorCode.Released;
}

/// <summary>An argument that the operation cannot take: a shape, a structure, an axis, a format of the wrong kind.</summary>
public class ViewArgumentException : ArgumentException, IViewException
{
    private readonly nint[] _shape = [];

    internal ViewArgumentException(ViewErrorCode code, string message, string? parameter = null, ReadOnlySpan<nint> shape = default, string? format = null)
        : base(message, parameter)
    {
        Code = code;
        Format = format;
        _shape = shape.ToArray();
    }

    /// <inheritdoc/>
    public ViewErrorCode Code { get; }

    /// <summary>The shape asked for, where a shape was the trouble; otherwise empty.</summary>
    public IReadOnlyList<nint> Shape => _shape;

    /// <summary>The format asked for, where a format was the trouble; otherwise null.</summary>
    public string? Format { get; }
}

/// <summary>An operation that the view cannot do in the state, format or order it has.</summary>
public class ViewOperationException : InvalidOperationException, IViewException
{
    internal ViewOperationException(ViewErrorCode code, string message)
        : base(message) => Code = code;

    /// <inheritdoc/>
    public ViewErrorCode Code { get; }
}

/// <summary>Something that this memory, layout or format cannot do at all.</summary>
public class ViewNotSupportedException : NotSupportedException, IViewException
{
    internal ViewNotSupportedException(ViewErrorCode code, string message)
        : base(message) => Code = code;

    /// <inheritdoc/>
    public ViewErrorCode Code { get; }
}

/// <summary>A value, or a .NET type, that the item format does not take. Python: <c>TypeError</c>.</summary>
public class ItemTypeException : InvalidCastException, IViewException
{
    internal ItemTypeException(ViewErrorCode code, string message, string? format)
        : base(message)
    {
        Code = code;
        Format = format;
    }

    /// <inheritdoc/>
    public ViewErrorCode Code { get; }

    /// <summary>The format that refused the value.</summary>
    public string? Format { get; }
}

/// <summary>A number outside the range of the item format. Python: <c>ValueError</c>, <c>OverflowError</c> for arrays.</summary>
public class ItemRangeException : OverflowException, IViewException
{
    internal ItemRangeException(ViewErrorCode code, string message, string? format)
        : base(message)
    {
        Code = code;
        Format = format;
    }

    /// <inheritdoc/>
    public ViewErrorCode Code { get; }

    /// <summary>The format that refused the value.</summary>
    public string? Format { get; }
}

/// <summary>A text that cannot be parsed: a format, a slice. The message points at the character with a caret.</summary>
public class ViewSyntaxException : FormatException, IViewException
{
    internal ViewSyntaxException(ViewErrorCode code, string reason, string text, int position)
        : base(Point(reason, text, position))
    {
        Code = code;
        Reason = reason;
        Text = text;
        Position = position;
    }

    /// <inheritdoc/>
    public ViewErrorCode Code { get; }

    /// <summary>What is wrong, without the picture.</summary>
    public string Reason { get; }

    /// <summary>The text as it was given.</summary>
    public string Text { get; }

    /// <summary>The character the trouble is at, counted from 0; the text's length when something is missing at its end.</summary>
    public int Position { get; }

    // Long texts are cut to a window around the position, so a message never grows with hostile input.
    private static string Point(string reason, string text, int position)
    {
        const int Reach = 40;
        int start = Math.Max(0, position - Reach), end = Math.Min(text.Length, position + Reach);
        string head = start > 0 ? "..." : "", tail = end < text.Length ? "..." : "";
        string window = string.Create(end - start, (text, start), static (span, state) =>
        {
            state.text.AsSpan(state.start, span.Length).CopyTo(span);
            for (int i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(span[i]) ? '?' : span[i];
            }
        });
        return $"{reason}\n    {head}{window}{tail}\n    {new string(' ', head.Length + position - start)}^";
    }
}

/// <summary>A file that cannot be opened, mapped, read or written. Python: <c>OSError</c>.</summary>
public class ViewFileException : IOException, IViewException
{
    internal ViewFileException(string message, string path, Exception? inner = null)
        : base(message, inner) => Path = path;

    /// <inheritdoc/>
    public ViewErrorCode Code => ViewErrorCode.FileFailed;

    /// <summary>The file that was asked for.</summary>
    public string Path { get; }
}

/// <summary>Native memory that the system could not give. Python: <c>MemoryError</c>.</summary>
public class InsufficientViewMemoryException : OutOfMemoryException, IViewException
{
    internal InsufficientViewMemoryException(string message, Exception? inner)
        : base(message, inner)
    {
    }

    /// <inheritdoc/>
    public ViewErrorCode Code => ViewErrorCode.OutOfMemory;
}
