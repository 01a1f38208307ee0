namespace MemoryViews.Interchange.Tests;

internal static class Views
{
    /// <summary>The same bytes as items of any format, also one that Cast would refuse.</summary>
    public static MemoryView WithFormat(this MemoryView view, string text)
    {
        ItemFormat format = ItemFormat.Parse(text);
        return view.WithLayout(format, Layout.Contiguous(format.Size, [view.ByteLength / format.Size]));
    }
}
