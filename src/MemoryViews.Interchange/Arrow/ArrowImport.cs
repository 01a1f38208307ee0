using System;
using System.Runtime.InteropServices;

namespace MemoryViews.Interchange;

/// <summary>Makes views of arrays. The caller releases whatever has not been moved out of when this returns or throws.</summary>
internal static unsafe class ArrowImport
{
    private const string Standard = "Arrow array";

    public static MemoryView View(ArrowArray* array, ArrowSchema* schema, CopyPolicy copy)
    {
        ArrowWalk walk = ArrowWalk.Of(array, schema);
        if (walk.IsBits)
        {
            return copy == CopyPolicy.Never ? throw Error.BitsAsBool() : Unpacked(in walk);
        }

        nint[] strides = Layout.Contiguous(walk.Format.Size, walk.Shape).Strides.ToArray();
        Int128 start = walk.Data is null ? 0 : (Int128)(nuint)walk.Data + ((Int128)walk.First * walk.Format.Size);
        Moved moved = new(array);
        MemoryView view;
        try
        {
            view = ForeignItems.View(Standard, start, walk.Format, walk.Shape, strides, isReadOnly: true, moved.Release);
        }
        catch
        {
            moved.Release();
            throw;
        }

        if (copy != CopyPolicy.Always)
        {
            return view;
        }

        using (view)
        {
            return ContiguousCopy.Of(view, walk.Format);
        }
    }

    private static MemoryView Unpacked(in ArrowWalk walk)
    {
        if (walk.Count > 0 && walk.Data is null)
        {
            throw Error.ArrowNoPointer("data buffer");
        }

        MemoryView copy = ContiguousCopy.New(walk.Format, walk.Shape);
        using System.Buffers.MemoryHandle to = copy.Pin();
        BitItems.Unpack((byte*)walk.Data, walk.First, (byte*)to.Pointer, walk.Count);
        return copy;
    }

    /// <summary>An array moved to a place that lasts: the structure it came from may be gone as soon as the import returns.</summary>
    private sealed class Moved
    {
        private nint _array;

        public Moved(ArrowArray* array)
        {
            ArrowArray* place = (ArrowArray*)NativeMemory.Alloc((nuint)sizeof(ArrowArray));
            *place = *array;
            array->Release = null;
            _array = (nint)place;
        }

        /// <summary>Releases the array, once, on whatever thread let go of it last.</summary>
        public void Release()
        {
            ArrowArray* place = (ArrowArray*)System.Threading.Interlocked.Exchange(ref _array, 0);
            if (place is not null)
            {
                ArrowData.Release(place);
                NativeMemory.Free(place);
            }
        }
    }
}
