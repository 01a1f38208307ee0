using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews.Python;

/// <summary>Makes objects of our memoryview types.</summary>
internal static unsafe class ViewMaker
{
    /// <summary>A new object of the same class on the same loan.</summary>
    public static nint Beside(nint self, PythonView view) => New(ViewObject.Of(self)->Class, view, ViewObject.Of(self)->Loan);

    /// <summary>A new object.</summary>
    /// <param name="type">Its class.</param>
    /// <param name="view">What does the work; given back when the object cannot be made.</param>
    /// <param name="loan">The loan's object (borrowed).</param>
    public static nint New(nint type, PythonView view, nint loan)
    {
        nint self = 0;
        try
        {
            self = Bare(type, view.Rank, loan);
            ViewObject.Of(self)->Handle = GCHandle.ToIntPtr(GCHandle.Alloc(view));
            ViewShape.Describe(ViewObject.Of(self), view, LoanObject.Engine(loan));
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

    /// <summary>A new plain view: see <see cref="ViewObject"/>.</summary>
    /// <param name="type">Its class.</param>
    /// <param name="loan">The loan's object (borrowed).</param>
    /// <param name="start">Where its first item is.</param>
    /// <param name="length">How many there are.</param>
    /// <param name="stride">Bytes from one to the next.</param>
    /// <param name="code">What they are.</param>
    /// <param name="isReadOnly">Whether they cannot be written.</param>
    public static nint Plain(nint type, nint loan, byte* start, nint length, nint stride, byte code, bool isReadOnly)
    {
        nint self = Bare(type, 1, loan);
        ViewObject* fields = ViewObject.Of(self);
        nint* axis = (nint*)((byte*)fields + ViewObject.Size);
        axis[0] = length;
        axis[1] = stride;
        int size = PlainItem.SizeOf(code);
        ref PyBuffer whole = ref fields->Whole;
        whole.Buf = start;
        whole.Len = length * size;
        whole.ItemSize = size;
        whole.ReadOnly = isReadOnly ? 1 : 0;
        whole.NDim = 1;
        whole.Format = ViewShape.Letter(code);
        whole.Shape = axis;
        whole.Strides = axis + 1;
        return self;
    }

    /// <summary>Makes the engine's view of a plain one that needs it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static PythonView Wake(nint self)
    {
        ViewObject* fields = ViewObject.Of(self);
        if (fields->IsReleased)
        {
            throw Error.ViewReleased();
        }

        ViewLoan loan = LoanObject.Engine(fields->Loan);
        Layout layout = Layout.Strided(fields->Whole.ItemSize, [*fields->Whole.Shape], [*fields->Whole.Strides], (nint)fields->Whole.Buf - loan.Address);
        using MemoryView whole = loan.NewView();
        MemoryView view = whole.WithLayout(ImportedFormat.Read(fields->Whole.Format, fields->Whole.ItemSize), layout);
        if (fields->Whole.ReadOnly != 0 && !view.IsReadOnly)
        {
            using MemoryView writable = view;
            view = writable.AsReadOnly();
        }

        PythonView made = new(view, ViewTypes.IsStrict(fields->Class));
        fields->Handle = GCHandle.ToIntPtr(GCHandle.Alloc(made));
        return made;
    }

    private static nint Bare(nint type, int rank, nint loan)
    {
        nint self = PyCheck.Reference(Py.TypeGenericAlloc(type, rank));
        ViewObject* fields = ViewObject.Of(self);
        fields->Hash = -1;
        fields->Loan = loan;
        Leaf.IncRef(loan);
        LoanObject.Of(loan)->Views++;
        return self;
    }
}
