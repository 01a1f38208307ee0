using System;

namespace MemoryViews;

// What changes the number of bytes. What comes from outside is taken first, then the lock is asked, then the bytes change: code of others that
// runs on the way (an exporter's) can lend the bytes and make the change refused, but not see half of it.
public sealed partial class ByteArray
{
    /// <summary>Adds a byte at the end. Python: <c>append</c>.</summary>
    /// <param name="value">The byte.</param>
    /// <exception cref="BufferException">The bytes are lent.</exception>
    public void Append(byte value) => _store.Splice(_store.Length, 0, 1, "append to the bytes")[0] = value;

    /// <summary>Adds bytes at the end; none is always allowed. Python: <c>extend</c>, <c>+=</c>.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <exception cref="BufferException">The bytes are lent.</exception>
    /// <exception cref="InsufficientViewMemoryException">More than an array holds.</exception>
    public void Extend(ReadOnlySpan<byte> bytes) => bytes.CopyTo(_store.Splice(_store.Length, 0, bytes.Length, "extend the bytes"));

    /// <summary>Adds the bytes of all items of an exporter, in C order; of these bytes themselves, too, but not of a view of them, which holds them.</summary>
    /// <param name="source">The exporter.</param>
    /// <exception cref="BufferException">The bytes are lent, or the exporter does not lend its own.</exception>
    /// <exception cref="InsufficientViewMemoryException">More than an array holds.</exception>
    public void Extend(IBufferExporter source)
    {
        if (ReferenceEquals(source, this))
        {
            Extend(ToArray());
            return;
        }

        using MemoryView view = new(source);
        _store.Append(view, "extend the bytes");
    }

    /// <summary>Puts a byte in before another. Python: <c>insert</c>.</summary>
    /// <param name="index">Where to, clamped; negative counts from the end.</param>
    /// <param name="value">The byte.</param>
    /// <exception cref="BufferException">The bytes are lent.</exception>
    public void Insert(nint index, byte value)
    {
        new AxisRange(index, index, 1).Resolve(_store.Length, out nint start);
        _store.Splice((int)start, 0, 1, "insert into the bytes")[0] = value;
    }

    /// <summary>Removes a byte and returns it. Python: <c>pop</c>.</summary>
    /// <param name="index">Which one; the last, when not given.</param>
    /// <exception cref="AxisIndexException">There is none.</exception>
    /// <exception cref="BufferException">The bytes are lent.</exception>
    public byte Pop(nint index = -1)
    {
        byte value = this[index];
        RemoveAt(index);
        return value;
    }

    /// <summary>Removes a byte. Python: <c>del data[i]</c>.</summary>
    /// <param name="index">Which one; negative counts from the end.</param>
    /// <exception cref="AxisIndexException">There is none.</exception>
    /// <exception cref="BufferException">The bytes are lent.</exception>
    public void RemoveAt(nint index) => _store.Splice(At(index), 1, 0, "remove from the bytes");

    /// <summary>Removes the first byte of a value. Python: <c>remove</c>.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ViewArgumentException">There is none.</exception>
    /// <exception cref="BufferException">The bytes are lent.</exception>
    public void Remove(byte value)
    {
        int index = _store.Span.IndexOf(value);
        RemoveAt(index >= 0 ? index : throw Error.ValueNotFound(ValueText.Of(value), "the bytes"));
    }

    /// <summary>Removes a part, clamped. Python: <c>del data[a:b]</c>.</summary>
    /// <param name="range">The part; an empty one is always allowed.</param>
    /// <exception cref="BufferException">The bytes are lent.</exception>
    public void RemoveRange(Range range) => SliceEdits.Remove(_store, AxisRange.From(range), 1, "remove from the bytes");

    /// <summary>Removes a part with a step, clamped. Python: <c>del data[a:b:c]</c>.</summary>
    /// <param name="slice">The part.</param>
    /// <exception cref="ViewArgumentException">The step is 0.</exception>
    /// <exception cref="BufferException">The bytes are lent.</exception>
    public void RemoveRange(Slice slice) => SliceEdits.Remove(_store, AxisRange.From(slice), 1, "remove from the bytes");

    /// <summary>Puts bytes in the place of a part; as many as there were is allowed while the bytes are lent. Python: <c>data[a:b] = source</c>.</summary>
    /// <param name="range">The part, clamped.</param>
    /// <param name="source">What takes its place.</param>
    /// <exception cref="BufferException">The bytes are lent and their number would change.</exception>
    /// <exception cref="InsufficientViewMemoryException">More than an array holds.</exception>
    public void ReplaceRange(Range range, ReadOnlySpan<byte> source) => SliceEdits.Replace(_store, range.By(1), source, 1, "replace a part of the bytes");

    /// <summary>Puts bytes in the places of a slice: with a step other than 1, exactly as many as it has. Python: <c>data[a:b:c] = source</c>.</summary>
    /// <param name="slice">The places, clamped.</param>
    /// <param name="source">What goes there; none with a step other than 1 removes the places.</param>
    /// <exception cref="ViewArgumentException">The step is 0, or there are more or fewer bytes than places.</exception>
    /// <exception cref="BufferException">The bytes are lent and their number would change.</exception>
    public void ReplaceRange(Slice slice, ReadOnlySpan<byte> source) => SliceEdits.Replace(_store, slice, source, 1, "replace a part of the bytes");

    /// <summary>As <see cref="ReplaceRange(Range, ReadOnlySpan{byte})"/>, with the bytes of an exporter, which are copied first.</summary>
    /// <param name="range">The part, clamped.</param>
    /// <param name="source">Any exporter; a view of these bytes may replace as many as it has.</param>
    /// <exception cref="BufferException">The bytes are lent and their number would change, or the exporter does not lend its own.</exception>
    public void ReplaceRange(Range range, IBufferExporter source) => ReplaceRange(range, new Bytes(source).AsSpan());

    /// <summary>Removes all bytes. Python: <c>clear</c>.</summary>
    /// <exception cref="BufferException">The bytes are lent.</exception>
    public void Clear() => _store.Clear("clear the bytes");

    /// <summary>Begins again with other bytes. Python: <c>__init__</c> called a second time, which is refused while lent even for as many bytes.</summary>
    /// <param name="bytes">The bytes from now on.</param>
    /// <exception cref="BufferException">The bytes are lent.</exception>
    public void Reset(ReadOnlySpan<byte> bytes)
    {
        _store.Clear("begin the bytes again");
        Extend(bytes);
    }

    /// <summary>Sets the number of bytes: cuts the end off, or adds zeros. Python 3.14: <c>resize</c>.</summary>
    /// <param name="length">How many there are to be.</param>
    /// <exception cref="ViewArgumentException">A negative length.</exception>
    /// <exception cref="BufferException">The bytes are lent and their number would change.</exception>
    /// <exception cref="InsufficientViewMemoryException">More than an array holds.</exception>
    public void Resize(nint length)
    {
        if (length < 0)
        {
            throw Error.NegativeCount("A length", length);
        }

        int keep = (int)Math.Min(length, _store.Length);
        _store.Splice(keep, _store.Length - keep, length - keep, "resize the bytes").Clear();
    }

    /// <summary>Takes the first bytes out, without a copy of them where they are most of what there is. Python 3.15: <c>take_bytes</c>.</summary>
    /// <param name="count">How many; negative leaves so many; null takes all.</param>
    /// <returns>The bytes taken.</returns>
    /// <exception cref="ViewArgumentException">There are fewer.</exception>
    /// <exception cref="BufferException">The bytes are lent.</exception>
    public Bytes TakeBytes(nint? count = null)
    {
        nint asked = count ?? _store.Length;
        nint taken = asked < 0 ? asked + _store.Length : asked;
        if (taken < 0 || taken > _store.Length)
        {
            throw Error.TakeBeyond(asked, _store.Length);
        }

        _store.Exports.ThrowIfLent("take the bytes");
        return Take((int)taken);
    }

    /// <summary>Repeats the bytes: 0 or less removes them, 1 is always allowed. Python: <c>data *= n</c>.</summary>
    /// <param name="count">How often the bytes stand there afterwards.</param>
    /// <exception cref="BufferException">The bytes are lent and their number would change.</exception>
    /// <exception cref="InsufficientViewMemoryException">More than an array holds.</exception>
    public void Repeat(nint count) => SliceEdits.Repeat(_store, count, "repeat the bytes");

    /// <summary>Turns the bytes round in place; allowed while they are lent. Python: <c>reverse</c>.</summary>
    public void Reverse() => _store.Span.Reverse();

    // An array mostly of spare room is not worth keeping for a few bytes: those are copied.
    private Bytes Take(int count)
    {
        if (count >= _store.Capacity / 2)
        {
            return new(_store.HandOver(count), count);
        }

        Bytes taken = new(_store.Span[..count]);
        _store.Splice(0, count, 0, "take the bytes");
        return taken;
    }
}
