using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews.Python;

/// <summary>
/// A Python object of our memoryview type, as it lies in memory. What it says of itself in C's terms lies in it, so that lending it on is a copy of 80 bytes, and
/// an item of a plain view is read where it lies.
/// <code>
///   byte  0          8       16      24       32     40     48        56              136         144
///         refcount   class   ndim    handle   loan   hash   exports   whole buffer    weak refs   shape | strides | suboffsets
///                                    │        │      │      │         │
///                                    │        │      │      │         └ buf, len, format, ... of the whole view; see Whole
///                                    │        │      │      └ buffers that consumers have taken from this view; -1 once released
///                                    │        │      └ -1 until asked for
///                                    │        └ the object that holds the exporter, one for all views of a loan
///                                    └ the PythonView that does the work; 0 until a plain view needs it
/// </code>
/// A plain view has one axis, no pointers, and items of one of CPython's native codes: what it is, is all in these fields.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ViewObject
{
    public const int Size = 144;
    public const int AxisSize = 24;
    public const int WholeOffset = 56;
    public const int WeakReferencesOffset = 136;

    private readonly nint _references;
    public readonly nint Class;
    private readonly nint _rank;
    public nint Handle;
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

    /// <summary>Whether the view, or the loan behind it, has been given back.</summary>
    public readonly bool IsReleased => Exports < 0 || LoanObject.IsEnded(Loan);

    /// <summary>The fields of an object of one of our two types.</summary>
    public static ViewObject* Of(nint self) => (ViewObject*)self;

    /// <summary>Whether an object is of one of our two types.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Is(nint reference) => ViewTypes.IsOurs(PyType.Of(reference));

    /// <summary>The view behind an object of one of our two types.</summary>
    /// <exception cref="ViewReleasedException">A plain view that was released before it was needed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PythonView View(nint self) => Of(self)->Handle is not 0 and nint handle ? Unsafe.As<PythonView>(GCHandle.FromIntPtr(handle).Target!) : ViewMaker.Wake(self);

    /// <summary>Gives the view back, once; its memory too when it was the last of its loan.</summary>
    /// <exception cref="BufferException">Consumers have buffers of it, here or in .NET.</exception>
    public static void Release(nint self)
    {
        ViewObject* fields = Of(self);
        if (fields->Exports > 0)
        {
            throw Error.ViewLent(fields->Exports);
        }

        if (fields->Exports < 0)
        {
            return;
        }

        if (fields->Handle != 0)
        {
            View(self).Release();
        }

        fields->Exports = -1;
        LoanObject.DropView(fields->Loan);
    }

    /// <summary>As <see cref="Release"/> for an object that goes: what .NET still has of the view, it keeps.</summary>
    public static void LetGo(nint self)
    {
        ViewObject* fields = Of(self);
        nint loan = fields->Loan;
        if (loan == 0)
        {
            return;
        }

        if (fields->Handle != 0)
        {
            View(self).Dispose();
        }

        fields->Loan = 0;
        if (fields->Exports >= 0)
        {
            fields->Exports = -1;
            LoanObject.DropView(loan);
        }

        Py.DecRef(loan);
    }

    /// <summary>Frees what the object has beside its own memory.</summary>
    public static void Free(nint self)
    {
        ViewObject* fields = Of(self);
        if (fields->Whole.Internal is not null)
        {
            NativeMemory.Free(fields->Whole.Internal);
            fields->Whole.Internal = null;
        }

        if (fields->Handle != 0)
        {
            GCHandle.FromIntPtr(fields->Handle).Free();
            fields->Handle = 0;
        }
    }
}
