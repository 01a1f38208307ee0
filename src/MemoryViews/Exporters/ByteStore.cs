using System;

namespace MemoryViews;

/// <summary>
/// The bytes of an exporter that can resize, with its lock. Every change of size goes through <see cref="Splice"/>, which asks the lock first:
/// <code>
///   before   |....start|removed|tail......|spare|
///   after    |....start|added........|tail......|spare|        in place, or in a new array when the spare room does not do
/// </code>
/// A thread that lends while another resizes gets a loan of the old array or of the new one, never of freed memory.
/// </summary>
internal sealed class ByteStore
{
    private const int LeastCapacity = 16;

    private byte[] _bytes = [];
    private MemoryBlock? _block;

    public ExportLock Exports { get; } = new();

    public int Length { get; private set; }

    public int Capacity => _bytes.Length;

    /// <summary>The bytes as they lie now. Never handed out: nothing would keep them in place.</summary>
    public Span<byte> Span => _bytes.AsSpan(0, Length);

    public BufferExport Lend(IBufferExporter owner, ItemFormat format, BufferRequest request)
    {
        Layout layout = Layout.Contiguous(format.Size, [Length / format.Size]);
        byte[] bytes = _bytes;
        MemoryBlock block = _block is { } known && known.Base == bytes ? known : _block = MemoryBlock.OfArray(bytes); // never that of bytes replaced meanwhile
        return Exports.Lend(new BufferExport(owner, block, layout, format, isReadOnly: false).Narrow(request));
    }

    /// <summary>Makes room for <paramref name="added"/> bytes in the place of some others; the same number is no change of size, and allowed while lent.</summary>
    /// <param name="start">The first byte replaced.</param>
    /// <param name="removed">How many are.</param>
    /// <param name="added">How many take their place.</param>
    /// <param name="operation">For the message: "append to the bytes".</param>
    /// <returns>The room. What it holds is undefined; nothing has changed when it throws.</returns>
    public Span<byte> Splice(int start, int removed, nint added, string operation)
    {
        if (added == removed)
        {
            return _bytes.AsSpan(start, removed);
        }

        Exports.ThrowIfLent(operation);
        int kept = Length - removed;
        int length = added <= Array.MaxLength - kept ? kept + (int)added : throw Error.ArrayTooLong(added, kept);
        int tail = kept - start;
        byte[] target = length <= _bytes.Length ? _bytes : GC.AllocateUninitializedArray<byte>(_bytes.Length == 0 ? length : Grown(length));
        Buffer.BlockCopy(_bytes, start + removed, target, start + (int)added, tail);
        if (target != _bytes)
        {
            _bytes.AsSpan(0, start).CopyTo(target);
            Adopt(target);
        }

        Length = length;
        return target.AsSpan(start, (int)added);
    }

    /// <summary>Removes all bytes, and lets the array go.</summary>
    public void Clear(string operation)
    {
        if (Length > 0)
        {
            Exports.ThrowIfLent(operation);
            Adopt([]);
            Length = 0;
        }
    }

    /// <summary>Hands over the array, whose first <see cref="Length"/> bytes count, and keeps what is behind <paramref name="taken"/> in a new one.</summary>
    public byte[] HandOver(int taken)
    {
        byte[] given = _bytes;
        Adopt(_bytes.AsSpan(taken, Length - taken).ToArray());
        Length -= taken;
        return given;
    }

    /// <summary>Appends the bytes of all items of a view, in C order. The view may hold other memory's loan, never this one's.</summary>
    public void Append(MemoryView source, string operation)
    {
        nint count = source.ByteLength;
        if (count > 0)
        {
            source.CopyTo(Splice(Length, 0, count, operation));
        }
    }

    private void Adopt(byte[] bytes)
    {
        _bytes = bytes;
        _block = null;
    }

    // Half more than is needed now, so that appending costs a constant on average. No overflow: the sum is taken in long.
    private static int Grown(int length) => (int)Math.Min(Math.Max(length + (length / 2L), LeastCapacity), Array.MaxLength);
}
