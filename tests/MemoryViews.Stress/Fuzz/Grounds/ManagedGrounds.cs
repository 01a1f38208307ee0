using System;
using System.Buffers;
using System.Linq;
using System.Runtime.InteropServices;

namespace MemoryViews.Stress.Fuzz;

/// <summary>What .NET has: arrays of any rank, segments, memory, strings, memory managers.</summary>
internal static class ManagedGrounds
{
    public static Ground Vector(Chance chance) => Typed.Run(chance, new VectorMaker(chance));

    public static Ground Grid(Chance chance) => Typed.Run(chance, new GridMaker(chance));

    public static Ground Segment(Chance chance) => Typed.Run(chance, new SegmentMaker(chance, false));

    public static Ground ReadOnlyMemory(Chance chance) => Typed.Run(chance, new SegmentMaker(chance, true));

    public static Ground Text(Chance chance)
    {
        byte[] content = chance.Bytes(GroundKinds.Length(chance) / 2 * 2);
        string text = new(MemoryMarshal.Cast<byte, char>(content));
        return new Ground
        {
            Name = "a string",
            Model = content,
            Look = bytes => MemoryMarshal.AsBytes(text.AsSpan()).CopyTo(bytes),
            Open = text.AsMemoryView,
            Item = Formats.Of("u"),
            Shape = [text.Length],
            Places = GroundKinds.Row(0, text.Length, 2),
            IsReadOnly = true,
        };
    }

    public static Ground Manager(Chance chance)
    {
        NativeManager manager = new(chance.Bytes(GroundKinds.Length(chance)));
        byte[] content = manager.Memory.ToArray();
        return new Ground
        {
            Name = "a memory manager",
            Model = content,
            Look = bytes => manager.GetSpan().CopyTo(bytes),
            Open = () => manager.Memory.AsMemoryView(),
            Item = Formats.Byte,
            Shape = [content.Length],
            Places = GroundKinds.Row(0, content.Length, 1),
            Free = () => ((IDisposable)manager).Dispose(),
        };
    }

    private static void Look(Array array, byte[] bytes)
        => MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(array), bytes.Length).CopyTo(bytes);

    private static void Store(Array array, byte[] bytes)
        => bytes.CopyTo(MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(array), bytes.Length));

    private sealed class VectorMaker(Chance chance) : ITyped<Ground>
    {
        public Ground Run<T>(ScalarModel own)
            where T : unmanaged
        {
            T[] array = new T[GroundKinds.Length(chance) / own.Size];
            byte[] content = chance.Bytes(array.Length * own.Size);
            Store(array, content);
            return new Ground
            {
                Name = $"{typeof(T).Name}[{array.Length}]",
                Model = content,
                Look = bytes => Look(array, bytes),
                Open = array.AsMemoryView,
                Item = own,
                Shape = [array.Length],
                Places = GroundKinds.Row(0, array.Length, own.Size),
            };
        }
    }

    private sealed class GridMaker(Chance chance) : ITyped<Ground>
    {
        public Ground Run<T>(ScalarModel own)
            where T : unmanaged
        {
            int[] shape = [.. Enumerable.Range(0, chance.From(2, 4)).Select(_ => chance.Extent(5))];
            Array array = Array.CreateInstance(typeof(T), shape);
            byte[] content = chance.Bytes(array.Length * own.Size);
            Store(array, content);
            return new Ground
            {
                Name = $"{typeof(T).Name}[{string.Join(',', shape)}]",
                Model = content,
                Look = bytes => Look(array, bytes),
                Open = array.AsMemoryView,
                Item = own,
                Shape = shape,
                Places = GroundKinds.Row(0, array.Length, own.Size),
            };
        }
    }

    private sealed class SegmentMaker(Chance chance, bool isReadOnly) : ITyped<Ground>
    {
        public Ground Run<T>(ScalarModel own)
            where T : unmanaged
        {
            T[] array = new T[GroundKinds.Length(chance) / own.Size];
            byte[] content = chance.Bytes(array.Length * own.Size);
            Store(array, content);
            int start = chance.From(0, array.Length), count = chance.From(0, array.Length - start);
            bool asMemory = chance.OneIn(2);
            Func<MemoryView> open = isReadOnly ? () => new ReadOnlyMemory<T>(array, start, count).AsMemoryView()
                : asMemory ? () => new Memory<T>(array, start, count).AsMemoryView()
                : () => new ArraySegment<T>(array, start, count).AsMemoryView();
            return new Ground
            {
                Name = $"{count} from {start} of {typeof(T).Name}[{array.Length}]",
                Model = content,
                Look = bytes => Look(array, bytes),
                Open = open,
                Item = own,
                Shape = [count],
                Places = GroundKinds.Row(start * own.Size, count, own.Size),
                IsReadOnly = isReadOnly,
            };
        }
    }

    /// <summary>Native memory behind .NET's own abstraction.</summary>
    private sealed unsafe class NativeManager : MemoryManager<byte>
    {
        private readonly int _length;
        private void* _address;

        public NativeManager(byte[] content)
        {
            _length = content.Length;
            _address = NativeMemory.Alloc((nuint)_length + 1);
            content.CopyTo(GetSpan());
        }

        public override Span<byte> GetSpan() => new(_address, _length);

        public override MemoryHandle Pin(int elementIndex = 0) => new((byte*)_address + elementIndex);

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
            NativeMemory.Free(_address);
            _address = null;
        }
    }
}
