using System;

namespace MemoryViews.Python;

/// <summary>
/// The short ways: a subscript, slice or cast of a plain view that is not released, by plain ints. Everything else, and everything that is refused, goes to the
/// engine. Only inside the interpreter's lock, under which no view is released by another thread.
/// </summary>
internal static unsafe class PlainView
{
    // Nothing is plain then: for tests of the engine by CPython's own tests.
    private static readonly bool s_isOff = AppContext.TryGetSwitch("MemoryViews.Python.EngineOnly", out bool isOn) && isOn;

    /// <summary>A view of a buffer just taken, when that is plain; 0 when the engine has to look at it.</summary>
    public static nint TryNew(nint type, PyBuffer* buffer, nint loan)
    {
        byte code = CodeOf(buffer);
        return code != 0 && buffer->NDim == 1 && buffer->Shape is not null && buffer->Strides is not null && buffer->Suboffsets is null
                && buffer->Buf is not null && *buffer->Shape >= 0 && buffer->Len == *buffer->Shape * buffer->ItemSize
            ? ViewMaker.Plain(type, loan, (byte*)buffer->Buf, *buffer->Shape, *buffer->Strides, code, buffer->ReadOnly != 0)
            : 0;
    }

    /// <summary>A new reference to an item; 0 when the engine has to look for it.</summary>
    public static nint TryGet(nint self, nint key) => TryFind(self, key, out byte code) is var item && item is not null ? PlainItem.Read(code, item) : 0;

    /// <summary>As <see cref="TryGet(nint, nint)"/> by an index that is not negative.</summary>
    public static nint TryGetAt(nint self, nint index) => TryFindAt(self, index, out byte code) is var item && item is not null ? PlainItem.Read(code, item) : 0;

    /// <summary>Whether an item could be stored.</summary>
    public static bool TrySet(nint self, nint key, nint value) =>
        ViewObject.Of(self)->Whole.ReadOnly == 0 && TryFind(self, key, out byte code) is var item && item is not null && PlainItem.TryWrite(code, item, value);

    /// <summary>The same view read-only, or a part of it, or of the same memory under another code; 0 when the engine has to make it.</summary>
    /// <param name="self">The view.</param>
    /// <param name="code">The code of the new view.</param>
    public static nint TryCast(nint self, byte code)
    {
        ViewObject* fields = ViewObject.Of(self);
        int size = PlainItem.SizeOf(code);
        byte old = CodeOf(&fields->Whole);
        return size > 0 && IsPlain(fields, old) && (IsByte(old) || IsByte(code)) && *fields->Whole.Strides == fields->Whole.ItemSize && fields->Whole.Len % size == 0
            ? ViewMaker.Plain(fields->Class, fields->Loan, (byte*)fields->Whole.Buf, fields->Whole.Len / size, size, code, fields->Whole.ReadOnly != 0)
            : 0;
    }

    /// <summary>Whether slices can be cut by <see cref="Slice"/>.</summary>
    public static bool IsPlain(nint self) => IsPlain(ViewObject.Of(self), CodeOf(&ViewObject.Of(self)->Whole));

    /// <summary>Whether a buffer is plain and its items lie in one row of at most 2 GiB.</summary>
    public static bool IsRow(PyBuffer* buffer) => CodeOf(buffer) != 0 && buffer->NDim == 1 && buffer->Shape is not null && buffer->Strides is not null
        && buffer->Suboffsets is null && *buffer->Strides == buffer->ItemSize && buffer->Len <= int.MaxValue && buffer->Len == *buffer->Shape * buffer->ItemSize;

    /// <summary>A part of a plain view. The bounds may be user code that releases it: the loan counts a view more until the part is there.</summary>
    public static nint Slice(nint self, nint key)
    {
        ViewObject* fields = ViewObject.Of(self);
        nint loan = LoanObject.Hold(fields->Loan);
        try
        {
            nint start, stop, step, length = *fields->Whole.Shape, stride = *fields->Whole.Strides;
            PyCheck.Status(Py.SliceUnpack(key, &start, &stop, &step));
            nint count = Py.SliceAdjustIndices(length, &start, &stop, step);

            // Steps multiply without a check: one beyond all memory is that of a part with one item.
            return ViewMaker.Plain(
                fields->Class, loan, (byte*)fields->Whole.Buf + (start * stride), count, unchecked(stride * step), *fields->Whole.Format, fields->Whole.ReadOnly != 0);
        }
        finally
        {
            LoanObject.Unhold(loan);
        }
    }

    /// <summary>Another view of the same items; 0 when the engine has to make it.</summary>
    public static nint TryTwin(nint self, nint type, bool isReadOnly)
    {
        ViewObject* fields = ViewObject.Of(self);
        byte code = CodeOf(&fields->Whole);
        return IsPlain(fields, code)
            ? ViewMaker.Plain(type, fields->Loan, (byte*)fields->Whole.Buf, *fields->Whole.Shape, *fields->Whole.Strides, code, isReadOnly || fields->Whole.ReadOnly != 0)
            : 0;
    }

    /// <summary>The items as a list; 0 when the engine has to read them.</summary>
    public static nint TryList(nint self)
    {
        ViewObject* fields = ViewObject.Of(self);
        byte code = CodeOf(&fields->Whole);
        return IsPlain(fields, code) ? PlainList.New(code, (byte*)fields->Whole.Buf, *fields->Whole.Shape, *fields->Whole.Strides) : 0;
    }

    private static byte* TryFind(nint self, nint key, out byte code)
    {
        code = 0;
        if (PyType.Of(key) != Py.IntType)
        {
            return PyType.Of(key) == Py.TupleType ? TryFindByTuple(self, key, out code) : null;
        }

        int overflow;
        long index = Leaf.LongAsLongLongAndOverflow(key, &overflow);
        return overflow == 0 ? TryFindAt(self, (nint)(index < 0 && ViewObject.Of(self)->Whole.NDim == 1 ? index + *ViewObject.Of(self)->Whole.Shape : index), out code) : null;
    }

    // One int an axis, in a view of any rank. An int runs no code, so nothing can be released meanwhile.
    private static byte* TryFindByTuple(nint self, nint key, out byte code)
    {
        ViewObject* fields = ViewObject.Of(self);
        ref PyBuffer whole = ref fields->Whole;
        code = CodeOf(&fields->Whole);
        if (code == 0 || whole.NDim == 0 || whole.Suboffsets is not null || fields->IsReleased || TupleItems.Count(key) != whole.NDim)
        {
            return null;
        }

        byte* item = (byte*)whole.Buf;
        for (int axis = 0; axis < whole.NDim; axis++)
        {
            nint element = TupleItems.Get(key, axis);
            int overflow = 1;
            long index = PyType.Of(element) == Py.IntType ? Leaf.LongAsLongLongAndOverflow(element, &overflow) : 0;
            index += index < 0 ? whole.Shape[axis] : 0;
            if (overflow != 0 || index < 0 || index >= whole.Shape[axis])
            {
                return null;
            }

            item += (nint)index * whole.Strides[axis];
        }

        return item;
    }

    private static byte* TryFindAt(nint self, nint index, out byte code)
    {
        ViewObject* fields = ViewObject.Of(self);
        code = CodeOf(&fields->Whole);
        return IsPlain(fields, code) && (nuint)index < (nuint)(*fields->Whole.Shape) ? (byte*)fields->Whole.Buf + (index * *fields->Whole.Strides) : null;
    }

    private static bool IsPlain(ViewObject* fields, byte code) => code != 0 && fields->Whole.NDim == 1 && fields->Whole.Suboffsets is null && !fields->IsReleased;

    // The code of a format of one character whose items have its size; 0 for any other.
    private static byte CodeOf(PyBuffer* buffer)
    {
        byte* format = buffer->Format;
        return !s_isOff && format is not null && format[0] != 0 && format[1] == 0 && PlainItem.SizeOf(format[0]) is > 0 and int size && size == buffer->ItemSize ? format[0] : (byte)0;
    }

    private static bool IsByte(byte code) => code is (byte)'B' or (byte)'b' or (byte)'c';
}
