using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;

namespace MemoryViews;

// The items as bytes, lists, text and streams.
public sealed partial class TypedArray
{
    // Streams are read in pieces, so that a count from somewhere else takes no more memory than there is data.
    private const int Piece = 1 << 16;

    /// <summary>Adds items in the machine's representation. Python: <c>frombytes</c>.</summary>
    /// <param name="bytes">A multiple of the item size; none is always allowed.</param>
    /// <exception cref="ViewArgumentException">Bytes are left over.</exception>
    /// <exception cref="BufferException">The array is lent.</exception>
    public void FromBytes(ReadOnlySpan<byte> bytes)
    {
        CheckWhole(bytes.Length);
        AddBytes(bytes);
    }

    /// <summary>Adds the bytes of an exporter, in C order, as items in the machine's representation.</summary>
    /// <param name="source">An exporter of a multiple of the item size in bytes; this array itself, but not a view of it, which holds it.</param>
    /// <exception cref="ViewArgumentException">Bytes are left over.</exception>
    /// <exception cref="BufferException">The array is lent, or the exporter does not lend its memory.</exception>
    public void FromBytes(IBufferExporter source)
    {
        if (ReferenceEquals(source, this))
        {
            AddBytes(ToBytes());
            return;
        }

        using MemoryView view = new(source);
        CheckWhole(view.ByteLength);
        _store.Append(view, ExtendName);
    }

    /// <summary>The items in the machine's representation, in a new array. Python: <c>tobytes</c>.</summary>
    public byte[] ToBytes() => _store.Span.ToArray();

    /// <summary>As <see cref="Extend(IEnumerable{object?})"/>. Python: <c>fromlist</c>.</summary>
    /// <inheritdoc cref="Extend(IEnumerable{object?})"/>
    public void FromList(IEnumerable<object?> values) => Extend(values);

    /// <summary>The items in a new list. Python: <c>tolist</c>.</summary>
    public List<object?> ToList()
    {
        List<object?> list = new((int)Length);
        for (int at = 0; at < _store.Length; at += _type.Size)
        {
            list.Add(_type.Format.Read(_store.Span[at..]));
        }

        return list;
    }

    /// <summary>Adds the characters of a text; for u and w. Halves of surrogate pairs that stand alone are kept as they are. Python: <c>fromunicode</c>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="ViewOperationException">The array is of numbers.</exception>
    /// <exception cref="BufferException">The array is lent.</exception>
    public void FromUnicode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        CheckText("FromUnicode");
        AddBytes(_type.Size == sizeof(char) ? MemoryMarshal.AsBytes(text.AsSpan()) : MemoryMarshal.AsBytes(CodePoints.Of(text)));
    }

    /// <summary>The characters as a text; for u and w. Python: <c>tounicode</c>.</summary>
    /// <exception cref="ViewOperationException">The array is of numbers.</exception>
    /// <exception cref="ItemRangeException">An item is no character.</exception>
    public string ToUnicode()
    {
        CheckText("ToUnicode");
        return _type.Size == sizeof(char)
            ? new string(MemoryMarshal.Cast<byte, char>(_store.Span))
            : CodePoints.ToText(MemoryMarshal.Cast<byte, uint>(_store.Span));
    }

    /// <summary>Adds items read from a stream. Python: <c>fromfile</c>.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="count">How many items.</param>
    /// <exception cref="ViewArgumentException">A negative count.</exception>
    /// <exception cref="ViewFileException">The stream ended early; the whole items it had were added.</exception>
    /// <exception cref="BufferException">The array is lent; nothing was read, unless the stream itself lent it.</exception>
    public void FromStream(Stream stream, nint count)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (count <= 0)
        {
            _ = count == 0 ? count : throw Error.NegativeCount("A count", count);
            return;
        }

        _store.Exports.ThrowIfLent(ExtendName);
        ByteStore read = new();
        nint items = Read(stream, count, read) / _type.Size;
        AddBytes(read.Span[..(int)(items * _type.Size)]);
        if (items < count)
        {
            throw Error.TooFewItems(items, count);
        }
    }

    /// <summary>Writes the items to a stream in the machine's representation; the array is lent meanwhile. Python: <c>tofile</c>.</summary>
    /// <param name="stream">The stream.</param>
    public void ToStream(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using BufferExport loan = GetBuffer(BufferRequest.Simple);
        loan.Label = "ToStream";
        stream.Write(_store.Span);
    }

    /// <summary>Turns the items round in place; allowed while the array is lent. Python: <c>reverse</c>.</summary>
    public void Reverse()
    {
        // Reversed as bytes, the items stand in their new places with their bytes the wrong way round.
        _store.Span.Reverse();
        StridedBytes.TurnEach(_store.Span, _type.Size);
    }

    /// <summary>Turns the bytes of each item round in place, of each half of a complex number; allowed while the array is lent. Python: <c>byteswap</c>.</summary>
    public void ByteSwap() => StridedBytes.TurnEach(_store.Span, _type.SwapSize);

    private nint Read(Stream stream, nint count, ByteStore read)
    {
        nint left = (nint)Int128.Min((Int128)count * _type.Size, nint.MaxValue);
        while (left > 0)
        {
            int piece = (int)Math.Min(left, Piece);
            int start = read.Length;
            int got = Fill(stream, read.Splice(start, 0, piece, ExtendName));
            if (got < piece)
            {
                read.Splice(start + got, piece - got, 0, ExtendName);
                break;
            }

            left -= piece;
        }

        return read.Length;
    }

    // A stream that says it read more than it was given room for, or less than nothing, is refused.
    private static int Fill(Stream stream, Span<byte> room)
    {
        int got = 0;
        for (int count = 1; count > 0 && got < room.Length; got += count)
        {
            count = ViewTransfer.Checked(stream.Read(room[got..]), room.Length - got);
        }

        return got;
    }

    private void CheckWhole(nint bytes)
    {
        if (bytes % _type.Size != 0)
        {
            throw Error.BytesRemainder(bytes, _type.Size);
        }
    }

    private void CheckText(string operation)
    {
        if (!_type.IsText)
        {
            throw Error.NotTextArray(operation, Typecode);
        }
    }
}
