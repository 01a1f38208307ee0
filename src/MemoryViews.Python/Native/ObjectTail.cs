using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews.Python;

/// <summary>
/// Objects of our own classes: behind CPython's header stands a handle of the .NET object that does the work.
/// <code>
///   byte  0           8       16             24
///         refcount    class   GCHandle       (more, if the class wants it)
/// </code>
/// </summary>
internal static unsafe class ObjectTail
{
    /// <summary>Where the handle is.</summary>
    public const int Offset = 16;

    /// <summary>Bytes of an object with nothing but the handle.</summary>
    public const int Size = Offset + 8;

    /// <summary>Puts a .NET object behind a fresh Python object, which keeps it until <see cref="Free"/>.</summary>
    public static void Set(nint self, object target) => *(nint*)(self + Offset) = GCHandle.ToIntPtr(GCHandle.Alloc(target));

    /// <summary>The .NET object. The class is not checked: only for objects whose class is known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Get<T>(nint self)
        where T : class => Unsafe.As<T>(GCHandle.FromIntPtr(*(nint*)(self + Offset)).Target!);

    /// <summary>The .NET object, or null when it was never set or is freed.</summary>
    public static T? TryGet<T>(nint self)
        where T : class => *(nint*)(self + Offset) is not 0 and nint handle ? Unsafe.As<T>(GCHandle.FromIntPtr(handle).Target) : null;

    /// <summary>Lets the .NET object go; harmless when there is none.</summary>
    public static void Free(nint self)
    {
        nint handle = *(nint*)(self + Offset);
        if (handle != 0)
        {
            *(nint*)(self + Offset) = 0;
            GCHandle.FromIntPtr(handle).Free();
        }
    }
}
