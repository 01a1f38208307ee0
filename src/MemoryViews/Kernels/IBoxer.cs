using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>Makes an object of the item at a place; every boxer makes what <see cref="ItemFormat.Read"/> makes.</summary>
internal interface IBoxer
{
    object? Box(scoped ref byte place);
}

/// <summary>Items of any format, by its reader.</summary>
internal readonly struct FormatBoxer(ItemFormat format) : IBoxer
{
    private readonly int _size = (int)format.Size;

    public object? Box(scoped ref byte place) => format.Read(MemoryMarshal.CreateReadOnlySpan(ref place, _size));
}

/// <summary>Native scalars, boxed from memory as they are.</summary>
internal readonly struct ScalarBoxer<T> : IBoxer
    where T : unmanaged
{
    public object? Box(scoped ref byte place) => Unsafe.ReadUnaligned<T>(ref place);
}

/// <summary>Bytes: all 256 objects there can be exist once.</summary>
internal readonly struct ByteBoxer : IBoxer
{
    private static readonly object[] s_boxes = Boxes();

    public object? Box(scoped ref byte place) => s_boxes[place];

    private static object[] Boxes()
    {
        object[] boxes = new object[byte.MaxValue + 1];
        for (int i = 0; i < boxes.Length; i++)
        {
            boxes[i] = (byte)i;
        }

        return boxes;
    }
}

/// <summary>Truth values: two objects.</summary>
internal readonly struct TruthBoxer : IBoxer
{
    private static readonly object s_true = true;
    private static readonly object s_false = false;

    public object? Box(scoped ref byte place) => place != 0 ? s_true : s_false;
}
