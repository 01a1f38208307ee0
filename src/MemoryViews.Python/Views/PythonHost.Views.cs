namespace MemoryViews.Python;

public static partial class PythonHost
{
    /// <summary>
    /// A Python type that is called and used as <c>memoryview</c> is, but runs on this library. Strict, it answers as the memoryview of the running Python does,
    /// which is how CPython's own tests judge it. Otherwise it can do what this library can: sub-views and slices of any rank, items in
    /// foreign byte orders, records, casts between any formats.
    /// </summary>
    /// <param name="strict">Whether what CPython refuses is refused, too.</param>
    /// <returns>A reference to the type, which is made once for all of the process.</returns>
    /// <exception cref="PythonHostException">No Python runs.</exception>
    /// <example><code>
    /// using PythonObject memoryview = PythonHost.MemoryViewType();
    /// PythonHost.Main.SetAttribute("memoryview", memoryview);
    /// PythonHost.Run("m = memoryview(b'abcdef').cast('B', (2, 3)); print(m[:, 1].tolist())");   // [98, 101]
    /// </code></example>
    public static PythonObject MemoryViewType(bool strict = false)
    {
        using PythonLock held = Lock();
        return PythonObject.Borrow(ViewTypes.Get(strict));
    }
}
