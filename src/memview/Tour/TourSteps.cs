using MemoryViews.Command.Tour.Steps;

namespace MemoryViews.Command.Tour;

/// <summary>The stops of the tour, in the order in which people learn memoryview.</summary>
internal static class TourSteps
{
    public static TourStep[] All { get; } =
    [
        new(
            "An array, changed through a view",
            """
            A view is a window on memory that somebody else owns. It copies nothing: writing through it
            writes to the array.
            """,
            new Part(ArrayThroughView.Run)),
        new(
            "What a view knows of its memory",
            """
            Whose memory it is, how many bytes, what an item is and how large, and whether writes are
            refused. Bytes never change, so a view of them is read-only.
            """,
            new Part(BytesAttributes.Run)),
        new(
            "From Python to Jython",
            """
            A ByteArray can change, so a view of one is writable.
            """,
            new Part(PythonToJython.Run)),
        new(
            "Items and views",
            """
            Integers in a subscript give an item; anything with a range gives another view. To have the
            bytes for oneself, copy them.
            """,
            new Part(ItemOrView.Run)),
        new(
            "Items, a list, and an assignment",
            """
            An item is a number of the array's type. A list is a copy; the view stays a window.
            """,
            new Part(ItemsAndLists.Run)),
        new(
            "Slicing bytes copies, slicing a view does not",
            """
            The slice of the bytes lies somewhere else; the slice of the view has the address of the
            bytes, and costs the same whether it is of five bytes or of five billion.
            """,
            new Part(SlicesCopied.Run)),
        new(
            "A slice sees what changes later",
            """
            The slice is no snapshot: it is the same memory.
            """,
            new Part(ChangeSeenBefore.Run)),
        new(
            "Numbers as their bytes",
            """
            Cast gives the same memory another format: five 2-byte integers are ten bytes. The lower
            byte comes first on this machine if it is little-endian, as nearly all are.

              item     |  -2   |  -1   |   0   |   1   |   2   |
              byte     |254 255|255 255|  0   0|  1   0|  2   0|
              index       0   1   2   3   4   5   6   7   8   9
            """,
            new Part(ShortsAsBytes.Run)),
        new(
            "Twelve bytes as three rows of four",
            """
            A shape says how many items lie along each axis, strides how many bytes are between them.
            """,
            new Part(BytesAsTable.Run)),
        new(
            "A million slices of a gigabyte",
            """
            All of them live at once. A slice is a small object that knows where to look.
            """,
            new Part(MillionSlices.Run, ["void Report("])),
        new(
            "A packet and a large file, record by record",
            """
            A record format names the fields. A field of all records is a view like any other, whose
            stride is the size of a record; numbers in network order are turned round when they are read.
            """,
            new Part(RecordsInPlace.Packet),
            new Part(RecordsInPlace.LargeFile)),
        new(
            "Whose memory, and until when",
            """
            Memory that can be resized counts the loans that are out, and refuses while there are any.
            A loan ends when its view is released, disposed, or forgotten and collected.
            """,
            new Part(Lifetimes.Resizing),
            new Part(Lifetimes.Dropping, ["void LookAndForget("]),
            new Part(Lifetimes.Cycle, ["class Page", "WeakReference MakeCycle("])),
        new(
            "What Python refuses and this does",
            """
            Rows and columns, blocks of both, byte orders, records, casts of what is not in one run.
            CPython's answer on the left comes from its rules as this library keeps them beside its own.
            """,
            new Part(BeyondPython.Run, ["void Compare("])),
    ];
}
