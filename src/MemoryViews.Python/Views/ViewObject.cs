using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews.Python;

/// <summary>
/// A Python object of our memoryview type, as it lies in memory.
/// <code>
///   byte  0          8       16       24         32     40     48       56
///         refcount   class   handle   weak refs  loan   hash   exports  (end)
///                            │        │          │      └ -1 until asked for
///                            │        │          └ the object that holds the exporter, one for all views of a loan
///                            │        └ kept by Python
///                            └ the PythonView that does the work
/// </code>
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ViewObject
{
    public const int WeakReferencesOffset = ObjectTail.Size;

    private readonly nint _references;
    public nint Class;
    private readonly nint _handle;
    private readonly nint _weakReferences;
    public nint Loan;
    public nint Hash;
    public nint Exports;

    /// <summary>Whether weak references may have to be told when the object goes.</summary>
    public readonly bool HasWeakReferences => _weakReferences != 0;

    /// <summary>The view behind an object of one of our two types.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PythonView View(nint self) => ObjectTail.Get<PythonView>(self);

    /// <summary>Whether an object is of one of our two types.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Is(nint reference) => ViewTypes.IsOurs(PyType.Of(reference));

    /// <summary>A new object of the same class on the same loan.</summary>
    public static nint Beside(nint self, PythonView view) => New(((ViewObject*)self)->Class, view, ((ViewObject*)self)->Loan);

    /// <summary>A new object.</summary>
    /// <param name="type">Its class.</param>
    /// <param name="view">What does the work; given back when the object cannot be made.</param>
    /// <param name="loan">The loan's object (borrowed); 0 for memory that no Python object lends.</param>
    public static nint New(nint type, PythonView view, nint loan)
    {
        nint self = Py.TypeGenericAlloc(type, 0);
        if (self == 0)
        {
            view.Dispose();
            throw PythonException.Fetch();
        }

        ViewObject* fields = (ViewObject*)self;
        fields->Hash = -1;
        if (loan != 0)
        {
            Py.IncRef(loan);
            fields->Loan = loan;
        }

        ObjectTail.Set(self, view);
        return self;
    }
}
