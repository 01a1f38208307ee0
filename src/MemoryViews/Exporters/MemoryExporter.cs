using System;
using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>
/// Lends a <see cref="Memory{T}"/>. What lies in an array or string is lent as that object, unpinned; a memory manager's memory is pinned while
/// a loan is out, because only its pin says that it stays.
/// </summary>
internal sealed class MemoryExporter<T> : IBufferExporter
    where T : unmanaged
{
    private readonly object _owner;
    private readonly ReadOnlyMemory<T> _memory;
    private readonly nint _offset;
    private readonly nint _count;
    private readonly bool _isReadOnly;

    /// <summary>A part of an array or string, by items.</summary>
    public MemoryExporter(object owner, nint offset, nint count, bool isReadOnly)
    {
        _owner = owner;
        _offset = offset * Unsafe.SizeOf<T>();
        _count = count;
        _isReadOnly = isReadOnly;
    }

    private MemoryExporter(object owner, ReadOnlyMemory<T> memory, bool isReadOnly)
    {
        _owner = owner;
        _memory = memory;
        _count = memory.Length;
        _isReadOnly = isReadOnly;
    }

    public static MemoryExporter<T> Of(ReadOnlyMemory<T> memory, bool isReadOnly)
    {
        if (MemoryMarshal.TryGetArray(memory, out ArraySegment<T> segment))
        {
            return new(segment.Array ?? [], segment.Offset, segment.Count, isReadOnly);
        }

        if (typeof(T) == typeof(char) && MemoryMarshal.TryGetString((ReadOnlyMemory<char>)(object)memory, out string? text, out int start, out int length))
        {
            return new(text, start, length, isReadOnly: true);
        }

        return MemoryMarshal.TryGetMemoryManager(memory, out MemoryManager<T>? manager)
            ? new(manager, memory, isReadOnly)
            : new(Array.Empty<T>(), 0, 0, isReadOnly);
    }

    public BufferExport GetBuffer(BufferRequest request)
    {
        Layout layout = Layout.OfRank1(Unsafe.SizeOf<T>(), _count, Unsafe.SizeOf<T>(), _offset);
        return _owner switch
        {
            Array array => Lend(new ManagedBlock(array), layout, null).Narrow(request),
            string text => Lend(new ManagedBlock(text), layout, null).Narrow(request),
            _ => LendPinned(layout).Narrow(request),
        };
    }

    private BufferExport Lend(MemoryBlock block, in Layout layout, Action? onReturned)
        => new(_owner, block, layout, ItemFormat.Of<T>(), _isReadOnly, onReturned);

    private unsafe BufferExport LendPinned(in Layout layout)
    {
        MemoryHandle handle = _memory.Pin();
        MemoryBlock block = Borrow(ref handle, layout.ByteLength);
        return Lend(block, layout, block.Dispose);
    }

    // A pin without an address is refused, and goes back first.
    private unsafe MemoryBlock Borrow(ref MemoryHandle handle, nint length)
    {
        try
        {
            return MemoryBlock.Borrow(handle.Pointer, length, _isReadOnly, handle.Dispose);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }
}
