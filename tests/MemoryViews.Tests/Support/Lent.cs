using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using Xunit;

namespace MemoryViews.Tests;

/// <summary>Bytes lent by one kind of memory: a view of them, and a way to look at the memory that does not go through views.</summary>
internal sealed unsafe class Lent : IDisposable
{
    private readonly byte[]? _array;
    private readonly byte* _bytes;
    private readonly int _length;
    private readonly Action _free;
    private readonly string? _path; // of a file that has no address

    private Lent(MemoryView view, byte[]? array, byte* bytes, int length, Action free, string? path = null)
    {
        View = view;
        _path = path;
        _array = array;
        _bytes = bytes;
        _length = length;
        _free = free;
    }

    /// <summary>Every backing that can be one row of bytes.</summary>
    public static TheoryData<Backing> Flat => [Backing.Array, Backing.Native, Backing.Pieces, Backing.File, Backing.Checked, Backing.Foreign];

    /// <summary>Those of them that have an address, which leases, spans and pins rest on.</summary>
    public static TheoryData<Backing> Addressed => [Backing.Array, Backing.Native, Backing.Pieces, Backing.File, Backing.Foreign];

    /// <summary>Every backing there is.</summary>
    public static TheoryData<Backing> All => [.. Enum.GetValues<Backing>()];

    /// <summary>Those of all that have an address.</summary>
    public static TheoryData<Backing> AllAddressed => [.. Enum.GetValues<Backing>().Where(backing => backing != Backing.Checked)];

    /// <summary>The view under test.</summary>
    public MemoryView View { get; }

    /// <summary>The memory as it is now, item bytes in the order they were given.</summary>
    public byte[] Memory => _path is not null ? File.ReadAllBytes(_path) : _array is not null ? [.. _array] : new ReadOnlySpan<byte>(_bytes, _length).ToArray();

    /// <summary>A rank-1 view of bytes.</summary>
    public static Lent Bytes(Backing backing, params byte[] content) => backing switch
    {
        Backing.Array => OverArray(content),
        Backing.Native => OverNative(content, nint.MaxValue),
        Backing.Pieces => OverNative(content, 24),
        Backing.File => OverFile(content),
        Backing.Checked => OverChecked(content),
        Backing.Foreign => OverForeign(content),
        _ => throw new ArgumentOutOfRangeException(nameof(backing)),
    };

    /// <summary>A rank-1 view of the items.</summary>
    public static Lent Items<T>(Backing backing, params T[] items)
        where T : unmanaged => Bytes(backing, [.. MemoryMarshal.AsBytes(items.AsSpan())]).Seen(view => view.Cast<T>());

    /// <summary>A rank-2 view of the items.</summary>
    public static Lent Grid<T>(Backing backing, nint rows, nint columns, params T[] items)
        where T : unmanaged
    {
        byte[] content = [.. MemoryMarshal.AsBytes(items.AsSpan())];
        return backing == Backing.Indirect
            ? OverPointers(content, sizeof(T), ItemFormat.Of<T>(), rows, columns)
            : Bytes(backing, content).Seen(view => view.Cast(ItemFormat.Of<T>(), [rows, columns]));
    }

    /// <summary>The same memory through a view made from this one.</summary>
    public Lent Seen(Func<MemoryView, MemoryView> make)
        => new(make(View), _array, _bytes, _length, () =>
        {
            View.Dispose();
            _free();
        }, _path);

    /// <summary>Where the item (0, ..., 0) of a view is just now: of use for memory that the collector does not move.</summary>
    public static nint AddressOf(MemoryView view)
    {
        using System.Buffers.MemoryHandle pin = view.Pin();
        return (nint)pin.Pointer;
    }

    /// <summary>How many bytes the item (0, ..., 0) of <paramref name="to"/> lies behind that of <paramref name="from"/>: both are held fast meanwhile, since the collector may move them at any time.</summary>
    public static nint Distance(MemoryView from, MemoryView to)
    {
        using System.Buffers.MemoryHandle first = from.Pin(), second = to.Pin();
        return (nint)((byte*)second.Pointer - (byte*)first.Pointer);
    }

    public void Dispose()
    {
        View.Dispose();
        _free();
    }

    private static Lent OverArray(byte[] content) => new(content.AsMemoryView(), content, null, content.Length, () => { });

    private static Lent OverNative(byte[] content, nint mostAtOnce)
    {
        NativeBuffer buffer = NativeBuffer.Allocate(content.Length);
        content.CopyTo(new Span<byte>((void*)buffer.Start, content.Length));
        buffer.MostAtOnce = mostAtOnce;
        return new(buffer.AsMemoryView(), null, (byte*)buffer.Start, content.Length, buffer.Dispose);
    }

    private static Lent OverFile(byte[] content)
    {
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, content);
        MappedFile file = MappedFile.Open(path, MapAccess.ReadWrite);
        return new(file.AsMemoryView(), null, (byte*)file.Start, content.Length, () =>
        {
            file.Dispose();
            File.Delete(path);
        });
    }

    private static Lent OverChecked(byte[] content)
    {
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, content);
        MappedFile file = MappedFile.Open(path, MapAccess.ReadWrite, isChecked: true);
        file.MostAtOnce = 24;
        return new(file.AsMemoryView(), null, null, content.Length, () =>
        {
            file.Dispose();
            File.Delete(path);
        }, path);
    }

    private static Lent OverForeign(byte[] content)
    {
        byte* address = Copy(content);
        MemoryBlock block = MemoryBlock.Borrow(address, content.Length, isReadOnly: false, () => NativeMemory.Free(address));
        BufferExport export = new(null, block, Layout.Contiguous(1, [content.Length]), ItemFormat.UInt8, isReadOnly: false, block.Dispose);
        return new(new Exporter(export.Narrow).AsMemoryView(), null, address, content.Length, () => { });
    }

    // Rows lie in order in one piece of memory, so that it can be looked at, but the view only knows the pointers.
    private static Lent OverPointers(byte[] content, nint itemSize, ItemFormat format, nint rows, nint columns)
    {
        byte* address = Copy(content);
        nint* table = (nint*)NativeMemory.Alloc((nuint)((rows + 1) * nint.Size));
        for (nint row = 0; row < rows; row++)
        {
            table[row] = (nint)address + (row * columns * itemSize) - 8; // the suboffset makes up for the 8
        }

        MemoryBlock block = MemoryBlock.Borrow(table, rows * nint.Size, isReadOnly: false, () =>
        {
            NativeMemory.Free(table);
            NativeMemory.Free(address);
        });
        Layout layout = Layout.Indirect(itemSize, [rows, columns], [nint.Size, itemSize], [8, -1]);
        BufferExport export = new(null, block, layout, format, isReadOnly: false, block.Dispose);
        return new(new Exporter(export.Narrow).AsMemoryView(), null, address, content.Length, () => { });
    }

    private static byte* Copy(byte[] content)
    {
        byte* address = (byte*)NativeMemory.Alloc((nuint)content.Length + 1);
        content.CopyTo(new Span<byte>(address, content.Length));
        return address;
    }
}
