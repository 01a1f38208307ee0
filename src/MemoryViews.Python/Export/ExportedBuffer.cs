using System;
using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace MemoryViews.Python;

/// <summary>
/// The .NET side of an exported buffer: a holder of the memory's own, pinned, with everything that C wants to point at laid out beside it once. Each buffer that Python takes holds
/// the Python object, so the memory stays until the last of them has gone, and giving a buffer back needs no work here.
/// <code>
///   _numbers   shape[rank]  strides[rank]  suboffsets[rank]  format, zero-terminated
/// </code>
/// </summary>
internal sealed unsafe class ExportedBuffer
{
    private readonly MemoryView _view;
    private readonly nint* _numbers;
    private readonly int _rank;
    private readonly bool _isIndirect;
    private readonly PyBuffer _whole;
    private MemoryHandle _pin;
    private Requests _accepted;

    private ExportedBuffer(MemoryView view)
    {
        _view = view;
        _rank = view.Rank;
        _isIndirect = view.Layout.IsIndirect;
        _pin = view.Pin();
        try
        {
            _numbers = Describe(view, ExportedFormat.TextOf(view));
        }
        catch
        {
            _pin.Dispose();
            throw;
        }

        _whole = new()
        {
            Buf = _pin.Pointer,
            Len = view.ByteLength,
            ItemSize = view.ItemSize,
            ReadOnly = view.IsReadOnly ? 1 : 0,
            Format = (byte*)(_numbers + (3 * _rank)),
        };
    }

    /// <summary>A new reference to a Python object with the memory of an exporter. The caller holds the interpreter's lock.</summary>
    public static nint Reference(IBufferExporter exporter)
    {
        MemoryView view = exporter is MemoryView other ? other.Share() : MemoryView.Over(Borrow(exporter));
        try
        {
            nint self = PyCheck.Reference(Py.TypeGenericAlloc(ExportType.Reference, 0));
            try
            {
                ObjectTail.Set(self, new ExportedBuffer(view));
                return self;
            }
            catch
            {
                Py.DecRef(self);
                throw;
            }
        }
        catch
        {
            view.Dispose();
            throw;
        }
    }

    /// <summary>Fills a buffer for Python, or throws the library's refusal.</summary>
    /// <param name="self">The Python object, of which the buffer gets a reference.</param>
    /// <param name="buffer">What to fill.</param>
    /// <param name="flags">The request.</param>
    public void Fill(nint self, PyBuffer* buffer, int flags)
    {
        if (!IsAccepted(flags))
        {
            Ask(flags);
        }

        BufferRequest request = (BufferRequest)flags;
        bool shaped = Asks(request, BufferRequest.Nd);
        *buffer = _whole;
        buffer->NDim = shaped ? _rank : 1;
        buffer->Shape = shaped && _rank > 0 ? _numbers : null;
        buffer->Strides = _rank > 0 && Asks(request, BufferRequest.Strides) ? _numbers + _rank : null;
        buffer->Suboffsets = _isIndirect ? _numbers + (2 * _rank) : null; // a request that cannot follow pointers was refused
        buffer->Format = Asks(request, BufferRequest.Format) ? _whole.Format : null;
        buffer->Obj = self;
        Py.IncRef(self);
    }

    /// <summary>Lets the memory go: Python has no reference left.</summary>
    public void Close()
    {
        try
        {
            _pin.Dispose();
        }
        finally
        {
            _view.Dispose();
            NativeMemory.Free(_numbers);
        }
    }

    // The name is for those who are refused a resize meanwhile.
    private static BufferExport Borrow(IBufferExporter exporter)
    {
        BufferExport loan = exporter.GetBuffer(BufferRequest.FullReadOnly);
        loan.Label = "Python";
        return loan;
    }

    private static bool Asks(BufferRequest request, BufferRequest flag) => (request & flag) == flag;

    private static nint* Describe(MemoryView view, string format)
    {
        int rank = view.Rank, length = Encoding.UTF8.GetByteCount(format);
        nint* numbers = (nint*)NativeMemory.AllocZeroed((nuint)((3 * rank * sizeof(nint)) + length + 1));
        view.Shape.CopyTo(new Span<nint>(numbers, rank));
        view.Strides.CopyTo(new Span<nint>(numbers + rank, rank));
        view.Suboffsets.CopyTo(new Span<nint>(numbers + (2 * rank), rank));
        Encoding.UTF8.GetBytes(format, new Span<byte>(numbers + (3 * rank), length));
        return numbers;
    }

    // The library decides, once a request: whether a layout can meet it never changes.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Ask(int flags)
    {
        _view.GetBuffer((BufferRequest)flags).Dispose();
        if ((uint)flags < Requests.Kinds)
        {
            _accepted[flags >> 6] |= 1UL << flags;
        }
    }

    private bool IsAccepted(int flags) => (uint)flags < Requests.Kinds && (_accepted[flags >> 6] >> flags & 1) != 0;

    [InlineArray(Kinds / 64)]
    private struct Requests
    {
        public const int Kinds = 512;
        private ulong _bits;
    }
}
