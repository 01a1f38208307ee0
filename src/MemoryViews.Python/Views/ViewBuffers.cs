using System;
using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace MemoryViews.Python;

/// <summary>
/// The buffer protocol of the type itself: a view lent on. What the filled buffer points at lives in one block until it goes back.
/// <code>
///   Py_buffer.internal ──▶ | handle | shape ... | strides ... | suboffsets ... | format, NUL |
///                             └ the loan, and the pin where the memory could move
/// </code>
/// </summary>
internal static unsafe class ViewBuffers
{
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static int Get(nint self, PyBuffer* buffer, int flags)
    {
        try
        {
            buffer->Obj = 0;
            Fill(self, buffer, Lend(self, flags));
            ((ViewObject*)self)->Exports++;
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
        try
        {
            nint* block = (nint*)buffer->Internal;
            GCHandle handle = GCHandle.FromIntPtr(block[0]);
            ((ViewObject*)self)->Exports--;
            Unsafe.As<Lent>(handle.Target!).GiveBack();
            handle.Free();
            NativeMemory.Free(block);
        }
        catch (Exception e)
        {
            System.Diagnostics.Trace.TraceError($"A buffer of a view could not be given back: {e}");
        }
    }

    private static Lent Lend(nint self, int flags)
    {
        BufferExport export = ViewObject.View(self).GetBuffer((BufferRequest)flags);
        nint loan = ((ViewObject*)self)->Loan;
        if (loan != 0)
        {
            // Memory of a Python object lies still for as long as the object lends it.
            return new(export, default, LoanObject.Loan(loan).Address + export.Layout.Offset);
        }

        try
        {
            MemoryHandle pin = export.Pin();
            return new(export, pin, (nint)pin.Pointer);
        }
        catch
        {
            export.Dispose();
            throw;
        }
    }

    private static void Fill(nint self, PyBuffer* buffer, Lent lent)
    {
        BufferExport export = lent.Export;
        Layout layout = export.Layout;
        nint* block = Block(export, in layout, GCHandle.ToIntPtr(GCHandle.Alloc(lent)));
        bool hasAxes = layout.Rank > 0;
        *buffer = new()
        {
            Buf = (void*)lent.Address,
            Obj = ViewValues.Again(self),
            Len = layout.ByteLength,
            ItemSize = layout.ItemSize,
            ReadOnly = export.IsReadOnly ? 1 : 0,
            NDim = layout.Rank,
            Format = export.Format is null ? null : (byte*)(block + 1 + (3 * layout.Rank)),
            Shape = export.HasShape && hasAxes ? block + 1 : null,
            Strides = export.HasStrides && hasAxes ? block + 1 + layout.Rank : null,
            Suboffsets = layout.IsIndirect ? block + 1 + (2 * layout.Rank) : null,
            Internal = block,
        };
    }

    private static nint* Block(BufferExport export, in Layout layout, nint handle)
    {
        int rank = layout.Rank;
        string format = export.Format?.Text ?? "";
        int size = (1 + (3 * rank)) * sizeof(nint);
        int most = size + Encoding.UTF8.GetMaxByteCount(format.Length) + 1;
        nint* block = (nint*)NativeMemory.Alloc((nuint)most);
        block[0] = handle;
        layout.Shape.CopyTo(new Span<nint>(block + 1, rank));
        layout.Strides.CopyTo(new Span<nint>(block + 1 + rank, rank));
        layout.Suboffsets.CopyTo(new Span<nint>(block + 1 + (2 * rank), rank));
        byte* text = (byte*)block + size;
        text[Encoding.UTF8.GetBytes(format, new Span<byte>(text, most - size))] = 0;
        return block;
    }

    private sealed class Lent(BufferExport export, MemoryHandle pin, nint address)
    {
        private MemoryHandle _pin = pin;

        public BufferExport Export => export;

        public nint Address => address;

        public void GiveBack()
        {
            _pin.Dispose();
            export.Dispose();
        }
    }
}
