using System.Runtime.InteropServices;

namespace MemoryViews.Python;

/// <summary>
/// A filled buffer as C sees it, part of the stable ABI from 3.11 on. C: <c>Py_buffer</c>.
/// <code>
///   byte  0     8     16    24         32         36     40       48      56        64           72         80
///         buf   obj   len   itemsize   readonly   ndim   format   shape   strides   suboffsets   internal
/// </code>
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct PyBuffer
{
    public void* Buf;
    public nint Obj;
    public nint Len;
    public nint ItemSize;
    public int ReadOnly;
    public int NDim;
    public byte* Format;
    public nint* Shape;
    public nint* Strides;
    public nint* Suboffsets;
    public void* Internal;
}
