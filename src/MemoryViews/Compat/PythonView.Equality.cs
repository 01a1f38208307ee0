using System;
using System.Diagnostics.CodeAnalysis;

namespace MemoryViews;

public sealed partial class PythonView
{
    private int? _hash;

    /// <summary>Whether an object lends the same shape of equal items. Python: <c>view == other</c>.</summary>
    /// <param name="other">Anything; what does not lend its memory is not equal. A released view equals itself only.</param>
    [SuppressMessage("Design", "CA1031", Justification = "An exporter may refuse in any way it likes, and is then not equal, as in Python.")]
    public bool ContentEquals(object? other)
    {
        if (!TryExporter(other, out IBufferExporter? exporter))
        {
            return false;
        }

        if (View.IsReleased || exporter is MemoryView { IsReleased: true })
        {
            return ReferenceEquals(View, exporter);
        }

        MemoryView borrowed;
        try
        {
            borrowed = new(exporter);
        }
        catch (Exception)
        {
            return false;
        }

        using (borrowed)
        {
            return IsStrict ? PythonEquality.Equal(View, borrowed) : View.ContentEquals(borrowed);
        }
    }

    /// <summary>
    /// A hash of the bytes, equal to that of a <c>Bytes</c> object with the same content; asked for once, it is answered after release, too.
    /// Python: <c>hash(view)</c>.
    /// </summary>
    /// <exception cref="ViewReleasedException">Released before the hash was first asked for. Python: ValueError.</exception>
    /// <exception cref="ViewOperationException">The view is writable, or not of bytes (ValueError); the exporter is not hashable (TypeError).</exception>
    public int GetHash()
    {
        if (_hash is { } known)
        {
            return known;
        }

        CheckReleased();
        if (!IsReadOnly || !IsByte(View.Format))
        {
            throw Error.NotHashable(Format, IsReadOnly);
        }

        CheckHashable(Exporter);
        int hash = View.ContentHashCode();
        _hash = hash;
        return hash;
    }

    // bytearray and array.array are Python's unhashable exporters; a view lent by a view asks that one.
    private static void CheckHashable(object? exporter)
    {
        switch (exporter)
        {
            case ByteArray or TypedArray:
                throw Error.UnhashableExporter(exporter);
            case MemoryView view:
                new PythonView(view).GetHash();
                break;
        }
    }
}
