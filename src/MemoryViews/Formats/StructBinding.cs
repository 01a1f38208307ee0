using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>
/// A format bound to a struct: reads and writes its records as <typeparamref name="T"/>, without boxing or allocating. Made by
/// <see cref="Struct.Bind{T}"/>, once; every check of kinds is behind it then.
/// </summary>
/// <typeparam name="T">The struct.</typeparam>
/// <remarks>Immutable; can be used from several threads at once.</remarks>
/// <example><code>
/// StructBinding&lt;Tick&gt; ticks = Struct.Parse("&gt;IhHdf").Bind&lt;Tick&gt;();
/// Tick first = ticks.Read(bytes);
/// ticks.Write(bytes, first with { Price = 0.5 });
/// foreach (Tick tick in ticks.Iterate(bytes)) { total += tick.Price; }
/// </code></example>
public sealed partial class StructBinding<T>
    where T : unmanaged
{
    private const int MostInline = 4;

    private readonly StructMover _reader;
    private readonly StructMover _writer;
    private readonly StructShuffle[] _shuffles;
    private readonly StructMove[] _units;
    private readonly StructMove[] _booleans;
    private readonly int _size;
    private readonly bool _isPlain;

    internal StructBinding(Struct format, StructMoves moves)
    {
        int own = Unsafe.SizeOf<T>();
        Struct = format;
        _size = (int)format.Size;
        _reader = new StructMover(moves, _size, own);
        _shuffles = Shuffles <= MostInline ? _reader.Shuffles : [];
        _units = _reader.Units;
        _booleans = _reader.Booleans;
        _writer = new StructMover(moves.Back, own, _size);

        // Every number where T has it, in the host's order: T's bytes are the record's, but for what lies between its fields.
        _isPlain = _size >= own && moves.Booleans.Length == 0 && Array.TrueForAll(moves.Moves, move => move.From == move.To && !move.IsSwapped);
    }

    /// <summary>What is bound.</summary>
    public Struct Struct { get; }

    /// <summary>Bytes of one record.</summary>
    public nint Size => _size;

    private static int Shuffles => (Unsafe.SizeOf<T>() + StructShuffle.Width - 1) / StructShuffle.Width;

    /// <summary>Reads a record.</summary>
    /// <param name="source">The record; what follows it is not looked at.</param>
    /// <exception cref="ViewArgumentException">There are fewer than <see cref="Size"/> bytes.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Read(ReadOnlySpan<byte> source)
    {
        if (source.Length < _size)
        {
            throw TooShort(source.Length);
        }

        return ReadAt(in MemoryMarshal.GetReference(source));
    }

    /// <summary>Reads a record, when there is one.</summary>
    /// <param name="source">The record; what follows it is not looked at.</param>
    /// <param name="value">The record; the default when there are fewer than <see cref="Size"/> bytes.</param>
    public bool TryRead(ReadOnlySpan<byte> source, out T value)
    {
        bool isWhole = source.Length >= _size;
        value = isWhole ? ReadAt(in MemoryMarshal.GetReference(source)) : default;
        return isWhole;
    }

    /// <summary>Writes a record; padding becomes zeros.</summary>
    /// <param name="destination">Where to: the first <see cref="Size"/> bytes are overwritten.</param>
    /// <param name="value">The record.</param>
    /// <exception cref="ViewArgumentException">There are fewer than <see cref="Size"/> bytes; nothing is written.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(Span<byte> destination, in T value)
    {
        if (destination.Length < _size)
        {
            throw TooShort(destination.Length);
        }

        WriteAt(ref MemoryMarshal.GetReference(destination), value);
    }

    /// <summary>Reads all records of a span.</summary>
    /// <param name="source">The records, back to back.</param>
    /// <param name="destination">Where to: room for all of them.</param>
    /// <returns>How many there were.</returns>
    /// <exception cref="ViewArgumentException">The bytes are no whole number of records, or there is no room for all; nothing is written.</exception>
    /// <exception cref="ViewOperationException">A record has no bytes.</exception>
    public int Read(ReadOnlySpan<byte> source, Span<T> destination)
    {
        Struct.CheckWhole(source.Length);
        int count = source.Length / _size;
        if (destination.Length < count)
        {
            throw Error.RecordsRoom("item", destination.Length, count);
        }

        ref byte first = ref MemoryMarshal.GetReference(source);
        for (int i = 0; i < count; i++)
        {
            // Below the length of the source: no overflow.
            destination[i] = ReadAt(in Unsafe.Add(ref first, i * _size));
        }

        return count;
    }

    /// <summary>Writes records back to back.</summary>
    /// <param name="destination">Where to: room for all of them.</param>
    /// <param name="source">The records.</param>
    /// <returns>The bytes written.</returns>
    /// <exception cref="ViewArgumentException">There is no room for all; nothing is written.</exception>
    public int Write(Span<byte> destination, ReadOnlySpan<T> source)
    {
        // Both are below 2^31, so the product is exact in 64 bits; below the length of the destination, it is an int.
        if ((long)source.Length * _size > destination.Length)
        {
            throw Error.RecordsRoom("byte", destination.Length, (nint)((long)source.Length * _size));
        }

        ref byte first = ref MemoryMarshal.GetReference(destination);
        for (int i = 0; i < source.Length; i++)
        {
            WriteAt(ref Unsafe.Add(ref first, i * _size), source[i]);
        }

        return source.Length * _size;
    }

    /// <summary>The record at a reference to as many bytes as a record has.</summary>
    // Three ways and no call in any of them: a call would drive the variables of the caller's loop out of their registers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal T ReadAt(ref readonly byte source)
    {
        if (Unsafe.SizeOf<T>() > StructShuffle.MostBytes)
        {
            return ReadLong(in source);
        }

        if (_isPlain)
        {
            return Unsafe.ReadUnaligned<T>(in source);
        }

        Unsafe.SkipInit(out T value);
        ref byte to = ref Unsafe.As<T, byte>(ref value);
        StructShuffle[] shuffles = _shuffles;
        if (shuffles.Length == Shuffles)
        {
            ReadShuffled(shuffles, in source, ref to);
        }
        else
        {
            value = default;
            StructMover.RunUnits(_units, in source, ref to);
        }

        StructMover.Normalize(_booleans, ref to);
        return value;
    }

    // The size of T is a constant to the compiler: what remains is one load, shuffle and store for each 16 bytes of T, and no loop.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ReadShuffled(StructShuffle[] shuffles, ref readonly byte source, ref byte to)
    {
        shuffles[0].Run(in source, ref to, Unsafe.SizeOf<T>());
        if (Shuffles > 1)
        {
            shuffles[1].Run(in source, ref Unsafe.Add(ref to, 16), Unsafe.SizeOf<T>() - 16);
        }

        if (Shuffles > 2)
        {
            shuffles[2].Run(in source, ref Unsafe.Add(ref to, 32), Unsafe.SizeOf<T>() - 32);
        }

        if (Shuffles > 3)
        {
            shuffles[3].Run(in source, ref Unsafe.Add(ref to, 48), Unsafe.SizeOf<T>() - 48);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private T ReadLong(ref readonly byte source)
    {
        Unsafe.SkipInit(out T value);
        _reader.Run(in source, ref Unsafe.As<T, byte>(ref value));
        return value;
    }

    // A copy is written, so the struct may lie in the destination itself.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteAt(ref byte destination, T value) => _writer.Run(in Unsafe.As<T, byte>(ref value), ref destination);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Exception TooShort(int given) => Error.RecordTooShort(Struct.Text, _size, given);
}
