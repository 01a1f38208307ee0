using System;
using System.Collections.Generic;

namespace MemoryViews.Tests.Errors;

/// <summary>The tables of all rooms, and what several of them use.</summary>
internal static partial class Catalogue
{
    public static IReadOnlyList<Provocation> All =>
    [
        .. ViewSites, .. LayoutsSites, .. MemorySites, .. FilesSites, .. StructSites, .. KernelsSites, .. FormatsSites, .. ExportersSites, .. CompatSites, .. GuardsSites,
        .. TransportSites,
    ];

    private static MemoryView Bytes => new byte[8].AsMemoryView();

    private static MemoryView Ints => new int[3].AsMemoryView();

    private static MemoryView Grid => new int[2, 3].AsMemoryView();

    private static MemoryView Records => new byte[16].AsMemoryView().Cast("T{I:id:3I:sides:}");

    private static void Indirect(Action<MemoryView> use)
    {
        using Lent lent = Lent.Grid(Backing.Indirect, 2, 2, 1, 2, 3, 4);
        use(lent.View);
    }

    private static void Leased(Action<NativeBuffer> use)
    {
        using NativeBuffer buffer = NativeBuffer.Allocate(8);
        using MemoryView view = buffer.AsMemoryView();
        use(buffer);
    }
}
