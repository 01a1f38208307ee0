using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>Turns a place in lent memory into an address: managed objects are pinned, everything else is held by a lease.</summary>
internal static unsafe class Pinning
{
    public static MemoryHandle Pin(BufferExport export, nint offset)
    {
        LeaseTicket? ticket = export.Lease("pin", out object? managed);
        if (managed is null)
        {
            return new((void*)(export.Start + offset), default, new Pinned(ticket!));
        }

        // Pinned first, so the address taken next stays true.
        GCHandle handle = GCHandle.Alloc(managed, GCHandleType.Pinned);
        void* address = Unsafe.AsPointer(ref ObjectBytes.At(managed, export.Start + offset));
        return new(address, handle, ticket is null ? null : new Pinned(ticket));
    }

    private sealed class Pinned(LeaseTicket ticket) : IPinnable
    {
        private readonly int _version = ticket.Version;

        public MemoryHandle Pin(int elementIndex) => throw Error.PinAgain();

        public void Unpin() => ticket.Return(_version);
    }
}
