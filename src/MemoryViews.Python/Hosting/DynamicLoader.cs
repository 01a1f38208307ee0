using System;
using System.Runtime.InteropServices;
using System.Text;

namespace MemoryViews.Python;

/// <summary>
/// The system's own loader. Extension modules do not name libpython as something they need: they find its functions among those of the
/// process, so it must be loaded for all to see, which .NET's loader does not offer.
/// </summary>
internal static unsafe class DynamicLoader
{
    private const int Now = 2;
    private static readonly int s_global = OperatingSystem.IsMacOS() ? 8 : 0x100;
    private static readonly int s_onlyLoaded = OperatingSystem.IsMacOS() ? 0x10 : 4;

    /// <summary>Loads a library for ourselves only; 0 when it cannot be.</summary>
    public static nint Open(string library, out string reason)
    {
        if (!OperatingSystem.IsWindows())
        {
            return Open(library, Now, out reason);
        }

        reason = "the library cannot be loaded";
        return NativeLibrary.TryLoad(library, out nint handle) ? handle : 0;
    }

    /// <summary>Shows a library that is loaded already to everything else in the process.</summary>
    public static void MakeGlobal(string library)
    {
        if (!OperatingSystem.IsWindows())
        {
            Open(library, Now | s_global | s_onlyLoaded, out _);
        }
    }

    /// <summary>A library that somebody else has loaded; 0 when nobody has.</summary>
    public static nint Loaded(string library) => OperatingSystem.IsWindows() ? 0 : Open(library, Now | s_onlyLoaded, out _);

    public static void Close(nint handle) => NativeLibrary.Free(handle);

    private static nint Open(string library, int mode, out string reason)
    {
        byte[] path = Encoding.UTF8.GetBytes(library + '\0');
        fixed (byte* first = path)
        {
            nint handle = ((delegate* unmanaged[Cdecl]<byte*, int, nint>)Function("dlopen"))(first, mode);
            reason = handle != 0 ? "" : Marshal.PtrToStringUTF8(((delegate* unmanaged[Cdecl]<nint>)Function("dlerror"))()) ?? "it cannot be loaded";
            return handle;
        }
    }

    // In the C library itself since glibc 2.34, in one of its own before.
    private static nint Function(string name)
    {
        foreach (string library in OperatingSystem.IsMacOS() ? ["libSystem.dylib"] : (ReadOnlySpan<string>)["libc.so.6", "libdl.so.2", "libc.so"])
        {
            if (NativeLibrary.TryLoad(library, out nint handle) && NativeLibrary.TryGetExport(handle, name, out nint address))
            {
                return address;
            }
        }

        throw Error.PlatformUnknown();
    }
}
