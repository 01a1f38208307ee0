using System;
using System.Diagnostics.CodeAnalysis;

namespace MemoryViews;

/// <summary>
/// What a consumer of a buffer can cope with: Python's <c>PyBUF_*</c> flags, with the same values. A flag counts as asked for only when all
/// its bits are there.
/// </summary>
[Flags]
[SuppressMessage("Naming", "CA2217", Justification = "The compound flags are Python's.")]
public enum BufferRequest
{
    /// <summary>Bytes in one C-contiguous run; no format, shape or strides.</summary>
    Simple = 0,

    /// <summary>The memory must be writable.</summary>
    Writable = 0x1,

    /// <summary>The format is wanted; without it the bytes are plain.</summary>
    Format = 0x4,

    /// <summary>The shape is wanted; without <see cref="Strides"/> the memory must be C-contiguous.</summary>
    Nd = 0x8,

    /// <summary>Shape and strides are wanted; any strides will do.</summary>
    Strides = 0x10 | Nd,

    /// <summary>The memory must be C-contiguous.</summary>
    CContiguous = 0x20 | Strides,

    /// <summary>The memory must be F-contiguous.</summary>
    FContiguous = 0x40 | Strides,

    /// <summary>The memory must be C- or F-contiguous.</summary>
    AnyContiguous = 0x80 | Strides,

    /// <summary>Pointers (suboffsets) will do as well.</summary>
    Indirect = 0x100 | Strides,

    /// <summary>C-contiguous and writable, with its shape.</summary>
    Contig = Nd | Writable,

    /// <summary>C-contiguous, with its shape.</summary>
    ContigReadOnly = Nd,

    /// <summary>Any strides, writable.</summary>
    Strided = Strides | Writable,

    /// <summary>Any strides.</summary>
    StridedReadOnly = Strides,

    /// <summary>Any strides, writable, with the format.</summary>
    Records = Strides | Writable | Format,

    /// <summary>Any strides, with the format.</summary>
    RecordsReadOnly = Strides | Format,

    /// <summary>Everything the exporter has, writable.</summary>
    Full = Indirect | Writable | Format,

    /// <summary>Everything the exporter has: what a view asks for.</summary>
    FullReadOnly = Indirect | Format,
}
