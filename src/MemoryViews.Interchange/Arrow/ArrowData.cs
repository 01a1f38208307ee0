using System;

namespace MemoryViews.Interchange;

/// <summary>
/// Views to and from the Arrow C Data Interface, by which columnar libraries (pyarrow, polars, DuckDB) hand each other memory without a copy.
/// One axis is an array of numbers or of bytes of fixed size; more axes are fixed-size lists in lists.
/// </summary>
/// <remarks>
/// <code>
///   view "i" of (4,)        i                      4 items
///   view "8s" of (4,)       w:8                    4 items
///   view "d" of (4, 3, 2)   +w:3 of +w:2 of g      4, 12 and 24 items
/// </code>
/// Memory that goes over this interface is not written to any more by either side, unless both agree otherwise. Safe to use from any thread.
/// </remarks>
/// <example>
/// <code>
/// ArrowArray array;
/// ArrowSchema schema;
/// ArrowData.Export(view, &amp;array, &amp;schema, "samples");        // both are the receiver's to release
/// using MemoryView back = ArrowData.Import(&amp;array, &amp;schema); // both are empty now
/// </code>
/// </example>
public static unsafe class ArrowData
{
    /// <summary>A view's memory as an array and its type. The memory is kept in place and in life, whatever becomes of the view, until the array is released.</summary>
    /// <param name="view">Numbers, or bytes of a fixed size (<c>"8s"</c>), in one C-ordered run of at least one axis.</param>
    /// <param name="array">Where the array is written; what was there is not looked at. Untouched on an exception.</param>
    /// <param name="schema">Where its type is written, likewise.</param>
    /// <param name="name">The name of the field.</param>
    /// <param name="copy">What to do with what Arrow cannot say as it lies: strides, foreign byte orders, and booleans, which Arrow keeps as bits.</param>
    /// <exception cref="InterchangeException">No fixed-size type of Arrow is like the items; the view has no axis, or an axis but the first
    /// that is longer than 2^31 - 1; or copies are not allowed and one is needed.</exception>
    /// <exception cref="ViewReleasedException">The view has been released.</exception>
    public static void Export(MemoryView view, ArrowArray* array, ArrowSchema* schema, string name = "", CopyPolicy copy = CopyPolicy.Never)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(name);
        ArrowExport.Write(view, Pointer(array), Pointer(schema), name, copy);
    }

    /// <summary>
    /// A view of an array's memory. Both structures are moved out of: they are empty when this returns, or throws. The array is released when
    /// the view is done with, the schema and everything refused at once.
    /// </summary>
    /// <param name="array">An array that nobody else will release.</param>
    /// <param name="schema">Its type.</param>
    /// <param name="copy">Whether booleans may be copied from bits to bytes; <see cref="CopyPolicy.Always"/> copies whatever there is.</param>
    /// <returns>A view with an axis a level of lists; read-only, unless it is of a copy.</returns>
    /// <exception cref="InterchangeException">A null pointer, an empty structure, a type that a view cannot have, nulls, a dictionary, or
    /// counts and pointers that do not belong together.</exception>
    /// <exception cref="ViewArgumentException">The shape takes more bytes than memory can hold.</exception>
    public static MemoryView Import(ArrowArray* array, ArrowSchema* schema, CopyPolicy copy = CopyPolicy.Never)
    {
        try
        {
            return ArrowImport.View(Pointer(array), Pointer(schema), copy);
        }
        finally
        {
            Release(array); // moved out of when it became a view
            Release(schema);
        }
    }

    /// <summary>Gives an array back without using it. Null and empty structures are nothing to do.</summary>
    /// <param name="array">The array; empty afterwards.</param>
    public static void Release(ArrowArray* array)
    {
        if (array is not null && array->Release is not null)
        {
            array->Release(array);
            array->Release = null; // the callback does so; one that forgets is not called again
        }
    }

    /// <summary>Gives a schema back. Null and empty structures are nothing to do.</summary>
    /// <param name="schema">The schema; empty afterwards.</param>
    public static void Release(ArrowSchema* schema)
    {
        if (schema is not null && schema->Release is not null)
        {
            schema->Release(schema);
            schema->Release = null;
        }
    }

    private static ArrowArray* Pointer(ArrowArray* array) => array is not null ? array : throw Error.NullPointer(nameof(ArrowArray));

    private static ArrowSchema* Pointer(ArrowSchema* schema) => schema is not null ? schema : throw Error.NullPointer(nameof(ArrowSchema));
}
