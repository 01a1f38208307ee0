namespace MemoryViews.Python;

/// <summary>
/// Reads a tuple where its items lie, if they lie where they are looked for: that is no part of the stable ABI, so it is tried once with a tuple of known content.
/// <code>
///   tuple  | refcount | class | length | item 0 | item 1 | ...
///          0          8       16       24
/// </code>
/// </summary>
internal static unsafe class TupleItems
{
    private const int LengthOffset = 16;
    private const int ItemsOffset = 24;
    private static readonly bool s_isKnown = Probe();

    /// <summary>How many items a tuple has.</summary>
    public static nint Count(nint tuple) => s_isKnown ? *(nint*)(tuple + LengthOffset) : Leaf.TupleSize(tuple);

    /// <summary>An item of a tuple (borrowed). The index is not checked.</summary>
    public static nint Get(nint tuple, int index) => s_isKnown ? ((nint*)(tuple + ItemsOffset))[index] : Leaf.TupleGetItem(tuple, index);

    private static bool Probe()
    {
        nint tuple = PyCheck.Reference(PyTuples.Of(ViewValues.Again(Py.None), ViewValues.Again(Py.Ellipsis)));
        bool isKnown = *(nint*)(tuple + LengthOffset) == 2 && ((nint*)(tuple + ItemsOffset))[0] == Py.None && ((nint*)(tuple + ItemsOffset))[1] == Py.Ellipsis;
        Py.DecRef(tuple);
        return isKnown;
    }
}
