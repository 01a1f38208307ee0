using System.Runtime.CompilerServices;
using System.Threading;

namespace MemoryViews;

/// <summary>
/// What few views need, kept beside them so that a view stays small: how many buffers were taken from it, and its hash once asked for.
/// </summary>
internal sealed class ViewExtras
{
    private static readonly ConditionalWeakTable<MemoryView, ViewExtras> s_all = [];

    private int _exports;

    public int Exports => Volatile.Read(ref _exports);

    public int? Hash { get; set; }

    public static ViewExtras Of(MemoryView view) => s_all.GetOrCreateValue(view);

    public static int ExportsOf(MemoryView view) => s_all.TryGetValue(view, out ViewExtras? extras) ? extras.Exports : 0;

    public void Add() => Interlocked.Increment(ref _exports);

    public void Return() => Interlocked.Decrement(ref _exports);
}
