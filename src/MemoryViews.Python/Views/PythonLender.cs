namespace MemoryViews.Python;

/// <summary>A Python object that may lend its memory: whether it does turns out when it is asked.</summary>
internal sealed class PythonLender(nint reference) : PythonValue(reference, isItem: true), IBufferExporter
{
    /// <summary>A loan of the object's memory; what it raises instead is thrown.</summary>
    public BufferExport GetBuffer(BufferRequest request) => ViewLoan.Take(Reference, (int)request);
}
