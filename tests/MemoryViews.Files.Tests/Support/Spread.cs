namespace MemoryViews.Files.Tests;

/// <summary>The same items in memory of another layout: backwards, with gaps between them.</summary>
public static class Spread
{
    public static MemoryView Of(MemoryView source)
    {
        nint[] strides = new nint[source.Rank];
        nint bytes = source.ItemSize + 1;
        nint offset = 0;
        for (int axis = 0; axis < source.Rank; axis++)
        {
            strides[axis] = -bytes;
            offset += source.Shape[axis] > 0 ? (source.Shape[axis] - 1) * bytes : 0;
            bytes *= nint.Max(1, source.Shape[axis]);
        }

        MemoryView memory = new byte[bytes].AsMemoryView();
        MemoryView spread = memory.WithLayout(source.Format, Layout.Strided(source.ItemSize, source.Shape, strides, source.ItemCount == 0 ? 0 : offset));
        spread.CopyFrom(source);
        return spread;
    }
}
