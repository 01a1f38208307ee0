using System;

namespace MemoryViews.Python;

/// <summary>Python tuples made here. All give new references, or 0 with an exception set.</summary>
internal static unsafe class PyTuples
{
    /// <summary>A tuple of references that it takes over.</summary>
    public static nint Of(params ReadOnlySpan<nint> items)
    {
        nint tuple = Py.TupleNew(items.Length);
        bool complete = tuple != 0;
        for (int i = 0; i < items.Length; i++)
        {
            complete &= items[i] != 0;
            if (tuple != 0)
            {
                Py.TupleSetItem(tuple, i, items[i]);
            }
            else
            {
                Drop(items[i]);
            }
        }

        if (complete)
        {
            return tuple;
        }

        Drop(tuple);
        return 0;
    }

    /// <summary>A tuple of whole numbers.</summary>
    public static nint OfNumbers(ReadOnlySpan<nint> numbers)
    {
        nint tuple = Py.TupleNew(numbers.Length);
        for (int i = 0; tuple != 0 && i < numbers.Length; i++)
        {
            nint number = Py.LongFromSsize(numbers[i]);
            if (number == 0)
            {
                Py.DecRef(tuple);
                return 0;
            }

            Py.TupleSetItem(tuple, i, number);
        }

        return tuple;
    }

    private static void Drop(nint reference)
    {
        if (reference != 0)
        {
            Py.DecRef(reference);
        }
    }
}
