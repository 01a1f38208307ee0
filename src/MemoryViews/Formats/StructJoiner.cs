using System;

namespace MemoryViews;

/// <summary>
/// Cuts records out of buffers that end anywhere. A record inside one buffer is handed on where it lies; one that straddles is put together in
/// memory of its own, which grows with the bytes that came and never with what the format promises.
/// <code>
///   buffers   | 0 0 0 1 1 | 1 2 2 2 3 | 3 | 3 4 4 4 |
///               in place    1 and 3 joined, 2 and 4 in place
/// </code>
/// </summary>
internal sealed class StructJoiner(int size)
{
    private byte[] _joined = [];

    /// <summary>Bytes of a record whose rest has not come yet.</summary>
    public int Held { get; private set; }

    /// <summary>The next record of a buffer; false, with the rest kept, when the buffer is used up.</summary>
    /// <param name="buffer">The buffer.</param>
    /// <param name="at">Where it has been read to.</param>
    /// <param name="record">The record; valid until the next call.</param>
    public bool TryNext(ReadOnlySpan<byte> buffer, ref int at, out ReadOnlySpan<byte> record)
    {
        ReadOnlySpan<byte> rest = buffer[at..];
        if (Held == 0 && rest.Length >= size)
        {
            record = rest[..size];
            at += size;
            return true;
        }

        rest = rest[..Math.Min(rest.Length, size - Held)];
        Keep(rest);
        at += rest.Length;
        bool isWhole = Held == size;
        record = isWhole ? _joined.AsSpan(0, size) : default;
        Held = isWhole ? 0 : Held;
        return isWhole;
    }

    // Held + bytes is at most the size of a record, an int; doubling is done in 64 bits.
    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (_joined.Length < Held + bytes.Length)
        {
            Array.Resize(ref _joined, (int)Math.Min(size, Math.Max(2L * _joined.Length, Held + bytes.Length)));
        }

        bytes.CopyTo(_joined.AsSpan(Held));
        Held += bytes.Length;
    }
}
