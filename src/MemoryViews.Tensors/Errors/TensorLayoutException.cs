using System;
using System.Collections.Generic;

namespace MemoryViews.Tensors;

/// <summary>A view that System.Numerics.Tensors cannot express without a copy: the message says what stands in the way, and what would have worked.</summary>
public class TensorLayoutException : NotSupportedException, IViewException
{
    private readonly nint[] _shape;
    private readonly nint[] _strides;

    internal TensorLayoutException(string message, ReadOnlySpan<nint> shape, ReadOnlySpan<nint> strides)
        : base(message)
    {
        _shape = shape.ToArray();
        _strides = strides.ToArray();
    }

    /// <inheritdoc/>
    public ViewErrorCode Code => ViewErrorCode.NotExpressible;

    /// <summary>The shape of the view, in items.</summary>
    public IReadOnlyList<nint> Shape => _shape;

    /// <summary>The strides of the view, in bytes.</summary>
    public IReadOnlyList<nint> Strides => _strides;
}
