using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews.Python;

/// <summary>
/// A Python object of our memoryview type, as it lies in memory. What it says of itself in C's terms lies in it, so that lending it on is a copy of 80 bytes.
/// <code>
///   byte  0          8       16      24       32     40     48        56              136         144
///         refcount   class   ndim    handle   loan   hash   exports   whole buffer    weak refs   shape | strides | suboffsets
///                                    │        │      │      │         │
///                                    │        │      │      │         └ buf, len, format, ... of the whole view; see Whole
///                                    │        │      │      └ buffers that consumers have taken from this view
///                                    │        │      └ -1 until asked for
///                                    │        └ the object that holds the exporter, one for all views of a loan
///                                    └ the PythonView that does the work
/// </code>
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ViewObject
{
    public const int Size = 144;
    public const int AxisSize = 24;
    public const int WeakReferencesOffset = 136;

    private readonly nint _references;
    public readonly nint Class;
    private readonly nint _rank;
    private nint _handle;
    public nint Loan;
    public nint Hash;
    public nint Exports;

    /// <summary>
    /// The whole view as a filled buffer. Two of its fields are free for other uses: Obj is the request that was last found to be one that the view meets, plus 1,
    /// and Internal is the format's text where it belongs to this view alone.
    /// </summary>
    public PyBuffer Whole;
    private readonly nint _weakReferences;

    /// <summary>Whether weak references may have to be told when the object goes.</summary>
    public readonly bool HasWeakReferences => _weakReferences != 0;

    /// <summary>The fields of an object of one of our two types.</summary>
    public static ViewObject* Of(nint self) => (ViewObject*)self;

    /// <summary>The view behind an object of one of our two types.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PythonView View(nint self) => Unsafe.As<PythonView>(GCHandle.FromIntPtr(((ViewObject*)self)->_handle).Target!);

    /// <summary>Whether an object is of one of our two types.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Is(nint reference) => ViewTypes.IsOurs(PyType.Of(reference));

    /// <summary>A new object of the same class on the same loan.</summary>
    public static nint Beside(nint self, PythonView view) => New(Of(self)->Class, view, Of(self)->Loan);

    /// <summary>A new object.</summary>
    /// <param name="type">Its class.</param>
    /// <param name="view">What does the work; given back when the object cannot be made.</param>
    /// <param name="loan">The loan's object (borrowed); 0 when the loan has been given back meanwhile.</param>
    public static nint New(nint type, PythonView view, nint loan)
    {
        nint self = 0;
        try
        {
            self = PyCheck.Reference(Py.TypeGenericAlloc(type, view.Rank));
            ViewObject* fields = Of(self);
            fields->Hash = -1;
            fields->_handle = GCHandle.ToIntPtr(GCHandle.Alloc(view));
            Py.IncRef(loan);
            fields->Loan = loan;
            ViewShape.Describe(fields, view, LoanObject.Of(loan));
            return self;
        }
        catch
        {
            if (self != 0)
            {
                Py.DecRef(self);
            }

            view.Dispose();
            throw;
        }
    }

    /// <summary>Gives the view back and lets the loan go; the object is a released view from then on.</summary>
    public static void LetGo(nint self)
    {
        try
        {
            TryView(self)?.Dispose();
        }
        catch (Exception e)
        {
            System.Diagnostics.Trace.TraceError($"A view could not be given back: {e}");
        }

        nint loan = Of(self)->Loan;
        if (loan != 0)
        {
            Of(self)->Loan = 0;
            Py.DecRef(loan);
        }
    }

    /// <summary>Frees what the object has beside its own memory.</summary>
    public static void Free(nint self)
    {
        ViewObject* fields = Of(self);
        NativeMemory.Free(fields->Whole.Internal);
        fields->Whole.Internal = null;
        if (fields->_handle != 0)
        {
            GCHandle.FromIntPtr(fields->_handle).Free();
            fields->_handle = 0;
        }
    }

    private static PythonView? TryView(nint self) => Of(self)->_handle == 0 ? null : View(self);
}
