namespace MemoryViews.Python;

/// <summary>
/// Fills a new list where its items lie, if they lie where they are looked for: that is no part of the stable ABI, so it is tried once with a list of known content.
/// Elsewhere each item takes a call.
/// <code>
///   list   | refcount | class | length | items ──▶ | item 0 | item 1 | ...
///          0          8       16       24
/// </code>
/// </summary>
internal static unsafe class ListItems
{
    private const int ItemsOffset = 24;
    private static readonly bool s_isKnown = Probe();

    /// <summary>Where the items of a list are that was just made and is not empty; null when that is not known.</summary>
    public static nint* Of(nint list) => s_isKnown ? *(nint**)(list + ItemsOffset) : null;

    private static bool Probe()
    {
        nint list = PyCheck.Reference(Py.ListNew(2));
        _ = Py.ListSetItem(list, 0, ViewValues.Again(Py.None));
        _ = Py.ListSetItem(list, 1, ViewValues.Again(Py.Ellipsis));

        // The list is its own length away from nothing that could be a pointer: only the third word behind the length is looked at.
        nint* items = *(nint**)(list + ItemsOffset);
        bool isKnown = *(nint*)(list + 16) == 2 && items is not null && items[0] == Py.None && items[1] == Py.Ellipsis;
        Py.DecRef(list);
        return isKnown;
    }
}
