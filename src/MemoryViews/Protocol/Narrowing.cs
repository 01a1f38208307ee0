using System;

namespace MemoryViews;

/// <summary>
/// The one place that says which request a layout can meet, in CPython's order:
/// <code>
///   1 WRITABLE       and read-only                     5 no INDIRECT  and the layout follows pointers
///   2 C_CONTIGUOUS   and not C                         6 no STRIDES   and not C
///   3 F_CONTIGUOUS   and not F                         7 no ND        and FORMAT asked
///   4 ANY_CONTIGUOUS and neither
/// </code>
/// </summary>
internal static class Narrowing
{
    // Bits that only Python's C helpers use; alone they are no request.
    private const int ReadHelper = 0x100;
    private const int WriteHelper = 0x200;

    /// <summary>The exception that refuses the request, or null when it can be met.</summary>
    public static Exception? Refusal(BufferRequest request, in Layout layout, bool isReadOnly)
    {
        if ((int)request is ReadHelper or WriteHelper)
        {
            return Error.NotARequest((int)request);
        }

        if (Asks(request, BufferRequest.Writable) && isReadOnly)
        {
            return Error.RequestWritable();
        }

        if (Asks(request, BufferRequest.CContiguous) && !layout.IsCContiguous)
        {
            return Error.RequestContiguous("C-contiguous", layout.ToString(), layout.IsIndirect);
        }

        if (Asks(request, BufferRequest.FContiguous) && !layout.IsFContiguous)
        {
            return Error.RequestContiguous("Fortran-contiguous", layout.ToString(), layout.IsIndirect);
        }

        return Asks(request, BufferRequest.AnyContiguous) && !layout.IsContiguous
            ? Error.RequestContiguous("contiguous", layout.ToString(), layout.IsIndirect)
            : RefusalOfForm(request, layout);
    }

    private static Exception? RefusalOfForm(BufferRequest request, in Layout layout)
    {
        if (!Asks(request, BufferRequest.Indirect) && layout.IsIndirect)
        {
            return Error.RequestSuboffsets(layout.ToString());
        }

        if (!Asks(request, BufferRequest.Strides) && !layout.IsCContiguous)
        {
            return Error.RequestStrides(layout.ToString());
        }

        return !Asks(request, BufferRequest.Nd) && Asks(request, BufferRequest.Format) ? Error.RequestFormatOnly() : null;
    }

    private static bool Asks(BufferRequest request, BufferRequest flag) => (request & flag) == flag;
}
