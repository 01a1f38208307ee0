using System;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>
/// Frees the addresses of a block that was finalized, as soon as the block itself is gone. Its finalizer alone proves too little: that of another
/// object, collected together with the block, may bring a view back to life.
/// <code>
///   collection 1   nobody has the block        its finalizer closes it; a reaper is born
///   collection 2   the block's memory goes     the reaper sees that and frees the addresses
///                  or somebody has it again    the reaper waits for the next collection
/// </code>
/// </summary>
internal sealed class Reaper
{
    private readonly MemorySource _source;
    private GCHandle _block; // weak, and following the block through its finalizer

    private Reaper(MemoryBlock block, MemorySource source)
    {
        _source = source;
        _block = GCHandle.Alloc(block, GCHandleType.WeakTrackResurrection);
    }

    ~Reaper()
    {
        if (_block.Target is not null)
        {
            GC.ReRegisterForFinalize(this);
            return;
        }

        _block.Free();
        _source.Free();
    }

    /// <summary>Sees to it that the source is freed once the block is gone.</summary>
    public static void WaitFor(MemoryBlock block, MemorySource source) => GC.KeepAlive(new Reaper(block, source));
}
