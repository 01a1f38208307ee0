using System.Runtime.InteropServices;

namespace MemoryViews.Interchange;

/// <summary>The version of a tensor's structure. C: <c>DLPackVersion</c>.</summary>
/// <param name="Major">Another major version is another structure.</param>
/// <param name="Minor">Another minor version has more types and devices, in the same structure.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct DLPackVersion(uint Major, uint Minor)
{
    /// <summary>The major version that is understood.</summary>
    public const uint CurrentMajor = 1;

    /// <summary>The minor version that exports say.</summary>
    public const uint CurrentMinor = 1;
}
