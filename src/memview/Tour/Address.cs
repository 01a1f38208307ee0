using System.Buffers;

namespace MemoryViews.Command.Tour;

/// <summary>Where memory lies, for people to compare.</summary>
internal static class Address
{
    /// <summary>The address of the first item, as 0x7f12a8000020.</summary>
    public static unsafe string Of(IBufferExporter exporter)
    {
        using MemoryView view = new(exporter);
        using MemoryHandle handle = view.Pin();
        return $"0x{(nuint)handle.Pointer:x}";
    }
}
