using System;
using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>Fills a span with the items of rows as objects.</summary>
internal ref struct BoxRows<TBoxer>(TBoxer boxer, Span<object?> destination) : IRowKernel
    where TBoxer : struct, IBoxer
{
    private Span<object?> _rest = destination;

    public bool Row(scoped ref byte a, nint strideA, nint count)
    {
        for (int i = 0; i < (int)count; i++)
        {
            _rest[i] = boxer.Box(ref Unsafe.AddByteOffset(ref a, i * strideA));
        }

        _rest = _rest[(int)count..];
        return true;
    }
}

/// <summary>Fills nested lists with the items of rows as objects, one innermost list after another.</summary>
internal readonly struct ListRows<TBoxer>(TBoxer boxer, ListBuilder builder) : IRowKernel
    where TBoxer : struct, IBoxer
{
    public bool Row(scoped ref byte a, nint strideA, nint count)
    {
        for (nint done = 0; done < count;)
        {
            Span<object?> room = builder.Room(count - done);
            BoxRows<TBoxer> part = new(boxer, room);
            part.Row(ref Unsafe.AddByteOffset(ref a, done * strideA), strideA, room.Length);
            done += room.Length;
        }

        return true;
    }
}
