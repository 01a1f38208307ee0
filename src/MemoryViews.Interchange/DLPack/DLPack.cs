namespace MemoryViews.Interchange;

/// <summary>
/// Views to and from DLPack, the structure by which array libraries (NumPy, PyTorch, JAX, CuPy) hand each other memory without a copy.
/// Python: <c>__dlpack__</c> and <c>from_dlpack</c>, without the capsule around them.
/// </summary>
/// <remarks>
/// Memory goes one way at a time: who takes a tensor calls its deleter once, from any thread, when the memory is no longer used. Views that
/// were made of a tensor do so when the last of them is released, or after they were dropped (then on the finalizer's thread); refused tensors
/// are given back at once. Safe to use from any thread.
/// </remarks>
/// <example>
/// <code>
/// DLManagedTensorVersioned* tensor = DLPack.Export(view);      // the view's memory stays until the deleter is called
/// using MemoryView back = DLPack.Import(tensor);               // takes the tensor over
/// </code>
/// </example>
public static unsafe class DLPack
{
    /// <summary>A view's memory as a tensor of DLPack 1.x. It is kept in place and in life, whatever becomes of the view, until the deleter is called.</summary>
    /// <param name="view">Items of any shape. Strides are in bytes here and in items there.</param>
    /// <param name="copy">What to do with what DLPack cannot say. A copy is writable and says so (<see cref="DLPackFlags.IsCopied"/>).</param>
    /// <returns>A tensor that the receiver deletes once.</returns>
    /// <exception cref="InterchangeException">No type of DLPack is like the items; or copies are not allowed, and a stride is no multiple of
    /// the item size, the byte order is foreign, or the layout follows pointers.</exception>
    /// <exception cref="ViewReleasedException">The view has been released.</exception>
    public static DLManagedTensorVersioned* Export(MemoryView view, CopyPolicy copy = CopyPolicy.Never)
    {
        System.ArgumentNullException.ThrowIfNull(view);
        return DLExport.Versioned(view, copy);
    }

    /// <summary>As <see cref="Export"/>, as a tensor from before DLPack 1.0, which has neither version nor flags.</summary>
    /// <param name="view">Writable items of any shape.</param>
    /// <param name="copy">What to do with what DLPack cannot say; that includes read-only memory.</param>
    /// <returns>A tensor that the receiver deletes once.</returns>
    /// <exception cref="InterchangeException">As <see cref="Export"/>; or the view is read-only and copies are not allowed.</exception>
    /// <exception cref="ViewReleasedException">The view has been released.</exception>
    public static DLManagedTensor* ExportLegacy(MemoryView view, CopyPolicy copy = CopyPolicy.Never)
    {
        System.ArgumentNullException.ThrowIfNull(view);
        return DLExport.Legacy(view, copy);
    }

    /// <summary>A view of a tensor's memory, which takes the tensor over: its deleter is called once, when the view is done with or refused.</summary>
    /// <param name="tensor">A tensor on the CPU that nobody else will delete.</param>
    /// <returns>A view with the tensor's shape; read-only where the tensor says so.</returns>
    /// <exception cref="InterchangeException">A null pointer, another major version, a device that is not the CPU, a type that no format says,
    /// or a shape, stride or offset that no memory has.</exception>
    /// <exception cref="ViewArgumentException">The shape takes more bytes than memory can hold.</exception>
    public static MemoryView Import(DLManagedTensorVersioned* tensor) => DLImport.View(tensor);

    /// <summary>As <see cref="Import(DLManagedTensorVersioned*)"/>, of a tensor from before DLPack 1.0. The view is writable: such a tensor has no word against it.</summary>
    /// <param name="tensor">A tensor on the CPU that nobody else will delete.</param>
    /// <inheritdoc cref="Import(DLManagedTensorVersioned*)" path="/returns"/>
    /// <exception cref="InterchangeException">A null pointer, a device that is not the CPU, a type that no format says, or a shape, stride
    /// or offset that no memory has.</exception>
    /// <exception cref="ViewArgumentException">The shape takes more bytes than memory can hold.</exception>
    public static MemoryView Import(DLManagedTensor* tensor) => DLImport.View(tensor);

    /// <summary>Gives a tensor back without using it. Null, and tensors without a deleter, are nothing to do.</summary>
    /// <param name="tensor">A tensor that nobody else will delete.</param>
    public static void Delete(DLManagedTensorVersioned* tensor)
    {
        if (tensor is not null && tensor->Deleter is not null)
        {
            tensor->Deleter(tensor);
        }
    }

    /// <inheritdoc cref="Delete(DLManagedTensorVersioned*)"/>
    public static void Delete(DLManagedTensor* tensor)
    {
        if (tensor is not null && tensor->Deleter is not null)
        {
            tensor->Deleter(tensor);
        }
    }
}
