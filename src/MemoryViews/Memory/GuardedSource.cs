using System;
using System.Threading;

namespace MemoryViews;

/// <summary>
/// Native memory between two pages that nobody may touch, so that one byte too many ends the process where it happens. For the tests of this
/// library and of those who write kernels: <c>MEMORYVIEWS_GUARD=1</c> in the environment makes every <see cref="NativeBuffer"/> so. Alignments up to the default
/// are not kept then: a buffer lies flush against the pages behind it, or before it, in turns, and the other end is watched by bytes that must not change.
/// <code>
///   flush behind   | no access | canary ... [======= bytes] | no access |
///   flush before   | no access | [bytes =======] ... canary | no access |
/// </code>
/// </summary>
internal sealed unsafe class GuardedSource : NativeSource
{
    private const byte Canary = 0xC5;
    private const nint MostIgnored = 64; // alignments that are not kept, up to the default

    private static int s_turn;

    private readonly nint _start;
    private readonly nint _inner;
    private readonly nint _page = Environment.SystemPageSize;

    private GuardedSource(nint start, nint inner, nint address, nint byteLength)
        : base(byteLength, staysReadable: true) => (_start, _inner, Address) = (start, inner, address);

    /// <summary>Whether the environment asks for it, and the system can do it.</summary>
    public static bool IsWanted { get; } = Environment.GetEnvironmentVariable("MEMORYVIEWS_GUARD") == "1" && PageMemory.CanReplace;

    public static GuardedSource OfPages(nint byteLength, nint alignment)
    {
        nint page = Environment.SystemPageSize, kept = alignment > MostIgnored ? alignment : 1;
        nint inner = (byteLength + kept + page - 1) & -page; // a multiple of pages with room to align in
        nint start = PageMemory.Allocate(inner + 2 * page);
        if (start == 0 || !PageMemory.TryForbid(start, page) || !PageMemory.TryForbid(start + page + inner, page))
        {
            throw Error.OutOfMemory(byteLength, null);
        }

        bool isBehind = (Interlocked.Increment(ref s_turn) & 1) == 0;
        nint first = start + page, address = isBehind ? (first + inner - byteLength) & -kept : (first + kept - 1) & -kept;
        GuardedSource source = new(first, inner, address, byteLength);
        source.Before.Fill(Canary);
        source.Behind.Fill(Canary);
        return source;
    }

    private Span<byte> Before => new((void*)_start, (int)(Address - _start));

    private Span<byte> Behind => new((void*)(Address + Length), (int)(_start + _inner - Address - Length));

    private protected override bool GiveBackPages()
    {
        FailIfOverrun();
        if (!PageMemory.TryEmpty(_start, _inner))
        {
            return false;
        }

        Before.Fill(Canary);
        Behind.Fill(Canary);
        RelievePressure();
        return true;
    }

    private protected override void FreeAddresses()
    {
        FailIfOverrun();
        PageMemory.Free(_start - _page, _inner + 2 * _page);
        RelievePressure();
    }

    // Nobody may catch it: memory was written that is not the writer's.
    private void FailIfOverrun()
    {
        if (Before.ContainsAnyExcept(Canary) || Behind.ContainsAnyExcept(Canary))
        {
            Environment.FailFast($"A native buffer of {Length} bytes was written outside of its bytes.");
        }
    }
}
