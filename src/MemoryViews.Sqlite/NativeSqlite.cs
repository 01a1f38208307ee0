using System.Runtime.InteropServices;
using SQLitePCL;

namespace MemoryViews.Sqlite;

/// <summary>
/// The one call that the managed layer has no door to: binding a blob where it lies. The layer's own <c>sqlite3_bind_blob</c> lets SQLite copy
/// the bytes (SQLITE_TRANSIENT); here they are promised to stay (SQLITE_STATIC), by a pin.
/// </summary>
internal static unsafe class NativeSqlite
{
    private static readonly delegate* unmanaged[Cdecl]<nint, int, void*, ulong, nint, int> s_bindBlob = Find();

    /// <summary>Binds a blob that stays where it is until the parameter is bound again, or the statement finalized.</summary>
    /// <returns>SQLite's result code.</returns>
    public static int BindStatic(sqlite3_stmt statement, int index, void* address, ulong length)
    {
        if (s_bindBlob is null)
        {
            throw Error.NoNativeLibrary(raw.GetNativeLibraryName());
        }

        bool isHeld = false;
        try
        {
            statement.DangerousAddRef(ref isHeld);
            return s_bindBlob(statement.DangerousGetHandle(), index, address, length, 0); // 0 is SQLITE_STATIC
        }
        finally
        {
            if (isHeld)
            {
                statement.DangerousRelease();
            }
        }
    }

    // The same library by the same name gives the same handle; a statement exists, so it is loaded already.
    private static delegate* unmanaged[Cdecl]<nint, int, void*, ulong, nint, int> Find()
    {
        string name = raw.GetNativeLibraryName();
        nint library = 0;
        bool isLoaded = name == "__Internal" || NativeLibrary.TryLoad(name, typeof(raw).Assembly, null, out library);
        nint address = 0;
        bool isFound = isLoaded && NativeLibrary.TryGetExport(name == "__Internal" ? NativeLibrary.GetMainProgramHandle() : library, "sqlite3_bind_blob64", out address);
        return isFound ? (delegate* unmanaged[Cdecl]<nint, int, void*, ulong, nint, int>)address : null;
    }
}
