using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews.Python;

/// <summary>The attributes. One function serves all of them and is told which one is asked for.</summary>
internal static unsafe class ViewAttributes
{
    private enum Attribute
    {
        Obj,
        NBytes,
        ReadOnly,
        ItemSize,
        Format,
        NDim,
        Shape,
        Strides,
        Suboffsets,
        CContiguous,
        FContiguous,
        Contiguous,
    }

    public static ReadOnlySpan<PyGetSetDef> All => new PyGetSetDef[]
    {
        Define("obj"u8, "The object whose memory is viewed."u8, Attribute.Obj),
        Define("nbytes"u8, "Bytes that all items take together: what tobytes() would give."u8, Attribute.NBytes),
        Define("readonly"u8, "Whether the memory cannot be written."u8, Attribute.ReadOnly),
        Define("itemsize"u8, "Bytes of an item."u8, Attribute.ItemSize),
        Define("format"u8, "The format of an item, in the notation of the struct module."u8, Attribute.Format),
        Define("ndim"u8, "The number of dimensions."u8, Attribute.NDim),
        Define("shape"u8, "A tuple of the number of items along each dimension."u8, Attribute.Shape),
        Define("strides"u8, "A tuple of the bytes from an item to the next along each dimension."u8, Attribute.Strides),
        Define("suboffsets"u8, "A tuple of the bytes added behind the pointer of each dimension; empty without pointers."u8, Attribute.Suboffsets),
        Define("c_contiguous"u8, "Whether the items lie in one run, the last dimension fastest."u8, Attribute.CContiguous),
        Define("f_contiguous"u8, "Whether the items lie in one run, the first dimension fastest."u8, Attribute.FContiguous),
        Define("contiguous"u8, "Whether the items lie in one run."u8, Attribute.Contiguous),
    };

    private static PyGetSetDef Define(ReadOnlySpan<byte> name, ReadOnlySpan<byte> doc, Attribute attribute) => new()
    {
        Name = Utf8.Pointer(name),
        Get = (delegate* unmanaged[Cdecl]<nint, nint, nint>)&Get,
        Doc = Utf8.Pointer(doc),
        Closure = (void*)(nint)attribute,
    };

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Get(nint self, nint closure)
    {
        try
        {
            PythonView view = ViewObject.View(self);
            return (Attribute)closure switch
            {
                Attribute.Obj => Exporter(self, view),
                Attribute.NBytes => Number(view.ByteLength),
                Attribute.ReadOnly => Truth(view.IsReadOnly),
                Attribute.ItemSize => Number(view.ItemSize),
                Attribute.Format => PyText.New(view.Format),
                Attribute.NDim => Number(view.Rank),
                Attribute.Shape => PyTuples.OfNumbers(view.Shape),
                Attribute.Strides => PyTuples.OfNumbers(view.Strides),
                Attribute.Suboffsets => PyTuples.OfNumbers(view.Suboffsets),
                Attribute.CContiguous => Truth(view.IsCContiguous),
                Attribute.FContiguous => Truth(view.IsFContiguous),
                _ => Truth(view.IsContiguous),
            };
        }
        catch (Exception e)
        {
            return ViewRaise.Null(e);
        }
    }

    private static nint Exporter(nint self, PythonView view)
    {
        _ = view.Rank; // a released view has none
        nint exporter = ViewLife.ExporterOf(self);
        return exporter == 0 ? ViewValues.Again(Py.None)
            : PyType.Of(exporter) == Py.MemoryViewType ? Py.ObjectGetAttrString(exporter, Utf8.Pointer("obj"u8)) // a view of a view says whose memory that one has
            : ViewValues.Again(exporter);
    }

    private static nint Number(nint number) => Py.LongFromSsize(number);

    private static nint Truth(bool truth) => ViewValues.Again(truth ? Py.True : Py.False);
}
