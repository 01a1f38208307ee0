using System;

namespace MemoryViews.Python;

/// <summary>Python keeps what is printed apart from .NET's console: written out, the order on the screen is that of the program.</summary>
internal static unsafe class PyOutput
{
    public static void Flush()
    {
        fixed (byte* sys = "sys"u8)
        {
            nint module = Py.ImportModule(sys);
            if (module != 0)
            {
                Flush(module, "stdout"u8);
                Flush(module, "stderr"u8);
                Py.DecRef(module);
            }
        }

        Py.ErrClear(); // a stream may be closed, or None: then there is nothing to write
    }

    private static void Flush(nint module, ReadOnlySpan<byte> stream)
    {
        fixed (byte* name = stream, flush = "flush"u8)
        {
            nint target = Py.ObjectGetAttrString(module, name);
            nint method = target == 0 ? 0 : Py.ObjectGetAttrString(target, flush);
            nint result = method == 0 ? 0 : Py.ObjectCallNoArgs(method);
            Py.ErrClear();
            foreach (nint reference in (ReadOnlySpan<nint>)[target, method, result])
            {
                if (reference != 0)
                {
                    Py.DecRef(reference);
                }
            }
        }
    }
}
