using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>
/// Items of one axis as a .NET type, for inner loops: bounds are checked, nothing else. It lives inside the lease that made it.
/// </summary>
/// <remarks>A ref struct: it stays on the thread and in the scope that made it. Items are plain memory, so threads that write what others read must agree among themselves.</remarks>
/// <typeparam name="T">The item type.</typeparam>
/// <example><c>foreach (ref double x in lease.View1D&lt;double&gt;()) x *= 2;</c></example>
public readonly ref struct View1D<T>
    where T : unmanaged
{
    private readonly ref T _origin;

    // Index i lies i * Stride bytes from the origin. The layout was checked against its memory, so for 0 <= i < Length the product stays
    // inside it and cannot overflow.
    internal View1D(ref T origin, nint length, nint stride)
    {
        _origin = ref origin;
        Length = length;
        Stride = stride;
    }

    /// <summary>Items.</summary>
    public nint Length { get; }

    /// <summary>Bytes from an item to the next; negative where the axis was turned round.</summary>
    public nint Stride { get; }

    /// <summary>An item, by reference.</summary>
    /// <param name="index">0 to <see cref="Length"/> - 1; negative indices do not count from the end here.</param>
    /// <exception cref="AxisIndexException">The index lies outside the axis.</exception>
    public ref T this[nint index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((nuint)index >= (nuint)Length)
            {
                ThrowIndex(0, index, Length);
            }

            return ref Unsafe.AddByteOffset(ref _origin, index * Stride);
        }
    }

    /// <summary>A part, with the manners of spans: what does not fit throws.</summary>
    /// <param name="range">The part.</param>
    /// <exception cref="ViewArgumentException">The part does not lie within the axis.</exception>
    public View1D<T> this[Range range]
    {
        get
        {
            (nint start, nint count) = TypedRange.Resolve(range, Length);
            return new(ref At(ref _origin, start * Stride, count), count, Stride);
        }
    }

    /// <summary>The items as a span, when they lie in one run of at most <see cref="int.MaxValue"/> items.</summary>
    /// <param name="span">The span, or an empty one.</param>
    public bool TryGetSpan(out Span<T> span)
    {
        bool isRun = (Stride == Unsafe.SizeOf<T>() || Length <= 1) && Length <= int.MaxValue;
        span = isRun ? MemoryMarshal.CreateSpan(ref _origin, (int)Length) : default;
        return isRun;
    }

    /// <summary>Copies all items, as if they had been copied before the first is written.</summary>
    /// <param name="destination">Room for <see cref="Length"/> items or more.</param>
    /// <exception cref="ViewArgumentException">The destination is too short; nothing is written.</exception>
    public void CopyTo(Span<T> destination)
    {
        if (destination.Length < Length)
        {
            throw Error.SpanLength("The destination", destination.Length, Length);
        }

        if (TryGetSpan(out Span<T> span))
        {
            span.CopyTo(destination);
            return;
        }

        // Items that are still to be read must not be written first: where both may share memory, the way is through a copy.
        Span<T> items = Meets(destination) ? new T[Length] : destination;
        for (int i = 0; i < Length; i++)
        {
            items[i] = this[i];
        }

        if (items != destination)
        {
            items.CopyTo(destination);
        }
    }

    // The last item lies reach bytes from the first, in either direction.
    private bool Meets(Span<T> destination)
    {
        nint reach = (Length - 1) * Stride, size = Unsafe.SizeOf<T>();
        nint first = Unsafe.ByteOffset(ref MemoryMarshal.GetReference(destination), ref _origin);
        nint low = first + Math.Min(reach, 0), high = first + Math.Max(reach, 0) + size;
        return low < Length * size && high > 0;
    }

    /// <summary>Sets every item.</summary>
    /// <param name="value">The value.</param>
    public void Fill(T value)
    {
        if (TryGetSpan(out Span<T> span))
        {
            span.Fill(value);
            return;
        }

        for (nint i = 0; i < Length; i++)
        {
            this[i] = value;
        }
    }

    /// <summary>The items, by reference.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>The same items, read-only.</summary>
    /// <param name="view">The view.</param>
    public static implicit operator ReadOnlyView1D<T>(View1D<T> view) => new(view);

    // No reference is formed for a part without items: it could point behind the memory.
    internal static ref T At(ref T origin, nint offset, nint count) => ref count == 0 ? ref origin : ref Unsafe.AddByteOffset(ref origin, offset);

    [StackTraceHidden]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void ThrowIndex(int axis, nint index, nint length) => throw Error.IndexOutOfRange(axis, index, length);

    /// <summary>Walks the items of a <see cref="View1D{T}"/>.</summary>
    public ref struct Enumerator
    {
        private readonly View1D<T> _view;
        private nint _at;

        internal Enumerator(View1D<T> view)
        {
            _view = view;
            _at = -1;
        }

        /// <summary>The item reached.</summary>
        public readonly ref T Current => ref Unsafe.AddByteOffset(ref _view._origin, _at * _view.Stride);

        /// <summary>Goes on; false at the end.</summary>
        public bool MoveNext() => ++_at < _view.Length;
    }
}
