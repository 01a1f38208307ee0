using System;
using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>Views of what .NET has: arrays of any rank, segments, <see cref="Memory{T}"/>, strings. None of them copies.</summary>
/// <remarks>Stateless: safe to use from any thread.</remarks>
public static class MemoryViewExtensions
{
    /// <summary>A view of a vector. Memory that can neither move nor vanish: nothing to dispose, though disposing does no harm.</summary>
    /// <typeparam name="T">Any type without references; a struct gives records.</typeparam>
    /// <param name="array">The array.</param>
    /// <returns>A writable view of rank 1; its <see cref="MemoryView.Exporter"/> is the array.</returns>
    public static MemoryView AsMemoryView<T>(this T[] array)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        return MemoryView.OfVector(array, ObjectBytes.StartOf(array), ItemFormat.Of<T>(), Unsafe.SizeOf<T>(), array.Length, ItemKey<T>.ViewTag);
    }

    /// <summary>A view of an array of any rank whose elements hold no references.</summary>
    /// <param name="array">The array.</param>
    /// <returns>A writable view of the array's rank and shape.</returns>
    /// <exception cref="ViewArgumentException">The elements hold references.</exception>
    /// <exception cref="ItemTypeException">The elements have no format, such as Int128.</exception>
    public static MemoryView AsMemoryView(this Array array)
    {
        ArgumentNullException.ThrowIfNull(array);
        nint start = MemoryBlock.OfArray(array).Start;
        ItemFormat format = ElementFormats.Of(array.GetType().GetElementType()!);
        Span<nint> shape = stackalloc nint[array.Rank];
        for (int axis = 0; axis < shape.Length; axis++)
        {
            shape[axis] = array.GetLength(axis);
        }

        return MemoryView.OfArray(array, start, format, Layout.Contiguous(format.Size, shape));
    }

    /// <summary>A view of a part of a vector.</summary>
    /// <typeparam name="T">Any type without references.</typeparam>
    /// <param name="segment">The part.</param>
    public static MemoryView AsMemoryView<T>(this ArraySegment<T> segment)
        where T : unmanaged => new(new MemoryExporter<T>(segment.Array ?? [], segment.Offset, segment.Count, isReadOnly: false));

    /// <summary>A view of memory, wherever it comes from: an array, a string, or a memory manager, which is held pinned while the view's loan is out.</summary>
    /// <typeparam name="T">Any type without references.</typeparam>
    /// <param name="memory">The memory.</param>
    public static MemoryView AsMemoryView<T>(this Memory<T> memory)
        where T : unmanaged => new(MemoryExporter<T>.Of(memory, isReadOnly: false));

    /// <summary>A read-only view of memory, wherever it comes from.</summary>
    /// <inheritdoc cref="AsMemoryView{T}(Memory{T})"/>
    public static MemoryView AsMemoryView<T>(this ReadOnlyMemory<T> memory)
        where T : unmanaged => new(MemoryExporter<T>.Of(memory, isReadOnly: true));

    /// <summary>A read-only view of a string's UTF-16 code units, format "u".</summary>
    /// <param name="text">The string.</param>
    public static MemoryView AsMemoryView(this string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(new MemoryExporter<char>(text, 0, text.Length, isReadOnly: true));
    }

    /// <summary>A view of an exporter's memory: <c>new MemoryView(exporter)</c>.</summary>
    /// <param name="exporter">The exporter.</param>
    /// <exception cref="BufferException">The exporter does not lend its memory.</exception>
    public static MemoryView AsMemoryView(this IBufferExporter exporter) => new(exporter);

    /// <summary>A range with a step: <c>view[(2..20).By(3)]</c> is Python's <c>view[2:20:3]</c>; with a step below 0 the bounds are Python's, too.</summary>
    /// <param name="range">The range; <c>^k</c> is Python's <c>-k</c>, and an open end stays open.</param>
    /// <param name="step">The step, not 0.</param>
    /// <exception cref="ViewArgumentException">The step is 0.</exception>
    /// <example><c>(..).By(-1)</c> is Python's <c>::-1</c>.</example>
    public static Slice By(this Range range, nint step) => step == 0
        ? throw Error.ZeroStep()
        : new Slice(Bound(range.Start, open: Index.Start), Bound(range.End, open: Index.End), step);

    // An end that is left out is written 0.. or ..^0 by the compiler: Python's "not given", which a step below 0 turns round.
    private static nint? Bound(Index index, Index open) => index.Equals(open) ? null
        : !index.IsFromEnd ? index.Value
        : index.Value == 0 ? nint.MaxValue : -(nint)index.Value;
}
