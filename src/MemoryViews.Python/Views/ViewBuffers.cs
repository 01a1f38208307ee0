using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews.Python;

/// <summary>
/// The buffer protocol of the type itself: a view lent on. The consumer holds the object, the object refuses to be released while it is lent, and all that the
/// buffer points at lies in the object: so a loan is a copy and a count.
/// </summary>
internal static unsafe class ViewBuffers
{
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static int Get(nint self, PyBuffer* buffer, int flags)
    {
        try
        {
            buffer->Obj = 0;
            if (!IsSimple(self, (BufferRequest)flags))
            {
                Check(self, (BufferRequest)flags);
            }

            Fill(self, buffer, (BufferRequest)flags);
            return 0;
        }
        catch (Exception e)
        {
            return ViewRaise.Failed(e);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Release(nint self, PyBuffer* buffer)
    {
        ViewObject.Of(self)->Exports--;
        LoanObject.Of(ViewObject.Of(self)->Loan)->Lent--;
    }

    // What every consumer asks first: plain bytes, or everything. A plain view whose items lie in a row meets both.
    private static bool IsSimple(nint self, BufferRequest request)
    {
        ViewObject* fields = ViewObject.Of(self);
        return request is BufferRequest.Simple or BufferRequest.FullReadOnly && PlainView.IsPlain(self) && *fields->Whole.Strides == fields->Whole.ItemSize;
    }

    // Whether a view meets a request never changes, so the engine is asked again only when the request is another one than the last.
    private static void Check(nint self, BufferRequest request)
    {
        ViewObject* fields = ViewObject.Of(self);
        nint known = (nint)(uint)request + 1; // 0 is none, also for a request of all flags
        if (fields->Whole.Obj != known || fields->IsReleased)
        {
            ViewObject.View(self).GetBuffer(request).Dispose();
            fields->Whole.Obj = known;
        }
    }

    private static void Fill(nint self, PyBuffer* buffer, BufferRequest request)
    {
        ViewObject* fields = ViewObject.Of(self);
        *buffer = fields->Whole;
        buffer->Internal = null;
        if (!request.HasFlag(BufferRequest.Format))
        {
            buffer->Format = null;
        }

        if (!request.HasFlag(BufferRequest.Strides))
        {
            buffer->Strides = null;
        }

        if (!request.HasFlag(BufferRequest.Nd))
        {
            buffer->NDim = 1;
            buffer->Shape = null;
        }

        buffer->Obj = ViewValues.Again(self);
        fields->Exports++;
        LoanObject.Of(fields->Loan)->Lent++;
    }
}
