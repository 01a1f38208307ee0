using System.Threading;

namespace MemoryViews.Python;

/// <summary>
/// The two Python types over <see cref="PythonView"/>: one that answers as the running CPython's own memoryview does, and one that can do what this library
/// can. Made when they are first asked for, and kept.
/// </summary>
internal static unsafe class ViewTypes
{
    private static nint s_strict;
    private static nint s_generous;

    /// <summary>The type (borrowed, kept for ever). The caller holds the interpreter's lock.</summary>
    /// <param name="strict">Whether what CPython refuses is refused.</param>
    public static nint Get(bool strict)
    {
        ref nint type = ref strict ? ref s_strict : ref s_generous;
        if (type == 0)
        {
            // Making it runs Python code, which may let another thread in that makes one, too: the first is kept.
            nint made = ViewTypeSpec.Make(strict);
            if (Interlocked.CompareExchange(ref type, made, 0) != 0)
            {
                Py.DecRef(made);
            }
        }

        return type;
    }

    /// <summary>Whether a type is one of the two.</summary>
    public static bool IsOurs(nint type) => type != 0 && (type == s_strict || type == s_generous);

    /// <summary>Whether a type is the strict one.</summary>
    public static bool IsStrict(nint type) => type == s_strict;
}
