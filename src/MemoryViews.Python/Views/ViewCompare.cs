using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews.Python;

/// <summary>Equality, hash and text.</summary>
internal static unsafe class ViewCompare
{
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static nint Compare(nint self, nint other, int operation)
    {
        try
        {
            if (operation is not (PyCompare.Equal or PyCompare.NotEqual) || AreEqual(self, other) is not { } equal)
            {
                return ViewValues.Again(Py.NotImplemented);
            }

            return ViewValues.Again(equal == (operation == PyCompare.Equal) ? Py.True : Py.False);
        }
        catch (Exception e)
        {
            return ViewRaise.Null(e);
        }
    }

    /// <summary>That of the bytes, so that a view is found where bytes with the same content are. Asked for once, it is answered after release, too.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static nint Hash(nint self)
    {
        try
        {
            ViewObject* fields = ViewObject.Of(self);
            if (fields->Hash == -1)
            {
                fields->Hash = HashOf(self, ViewObject.View(self));
            }

            return fields->Hash;
        }
        catch (Exception e)
        {
            return ViewRaise.Failed(e);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static nint Repr(nint self)
    {
        try
        {
            string state = ViewObject.Of(self)->IsReleased ? "released memory" : "memory";
            return PyText.New(string.Create(CultureInfo.InvariantCulture, $"<{state} at 0x{self:x}>"));
        }
        catch (Exception e)
        {
            return ViewRaise.Null(e);
        }
    }

    // Null where Python should ask the other side. What an exporter raises when it is asked for its memory is no error of the comparison.
    [SuppressMessage("Design", "CA1031", Justification = "An exporter may refuse in any way it likes, and is then not equal, as in Python.")]
    private static bool? AreEqual(nint self, nint other)
    {
        if (Py.CheckBuffer(other) == 0)
        {
            return null;
        }

        bool isOurs = ViewObject.Is(other);
        if (ViewObject.Of(self)->IsReleased || (isOurs && ViewObject.Of(other)->IsReleased))
        {
            return self == other;
        }

        if (isOurs)
        {
            return PlainPair.AreEqual(self, (PyBuffer*)(other + ViewObject.WholeOffset)) ?? ViewObject.View(self).ContentEquals(ViewObject.View(other));
        }

        PyBuffer* buffer;
        MemoryView borrowed;
        try
        {
            buffer = ViewLoan.Ask(other, (int)BufferRequest.FullReadOnly);
            if (PlainPair.AreEqual(self, buffer) is { } equal)
            {
                BufferPool.Release(buffer);
                return equal;
            }

            borrowed = MemoryView.Over(ViewLoan.Over(buffer).Export);
        }
        catch (Exception)
        {
            return null;
        }

        // Asking the other may have been user code that released this view.
        using (borrowed)
        {
            return !ViewObject.Of(self)->IsReleased && ViewObject.View(self).ContentEquals(borrowed);
        }
    }

    private static nint HashOf(nint self, PythonView view)
    {
        if (!view.IsReadOnly)
        {
            return Refuse("cannot hash writable memoryview object"u8);
        }

        if (view.Format is not ("B" or "b" or "c" or "@B" or "@b" or "@c"))
        {
            return Refuse("memoryview: hashing is restricted to formats 'B', 'b' or 'c'"u8);
        }

        // The exporter's hash may be user code: the view cannot be released meanwhile.
        ViewObject.Of(self)->Exports++;
        try
        {
            nint exporter = ViewLife.ExporterOf(self);
            if (exporter != 0 && Py.ObjectHash(exporter) == -1)
            {
                throw PythonException.Fetch();
            }
        }
        finally
        {
            ViewObject.Of(self)->Exports--;
        }

        using PyReference bytes = new(ViewBytes.New(view.View, AxisOrder.C));
        return Py.ObjectHash(bytes.Pointer);
    }

    private static nint Refuse(ReadOnlySpan<byte> reason) => PyRaise.Null(PyExceptions.ValueError, reason) - 1;
}
