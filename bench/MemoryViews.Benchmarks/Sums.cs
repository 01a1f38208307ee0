using System;
using System.Numerics.Tensors;
using MemoryViews.Tensors;

namespace MemoryViews.Benchmarks;

/// <summary>Sums of a million floats in several layouts, beside the sum of the span and of the tensor.</summary>
internal static class Sums
{
    private const int Side = 1024;

    // Nanoseconds are told for a thousand items.
    private const int Thousands = Side * Side / 1000;

    public static Row[] Rows()
    {
        float[] items = new float[Side * Side];
        Array.Fill(items, 0.5f);
        MemoryView grid = items.AsMemoryView().Reshape(Side, Side);
        MemoryView turned = grid.Transpose(), gap = grid[.., ..^1], even = grid[(..).By(2), (..).By(2)];
        return
        [
            new("TensorPrimitives.Sum, 1000 of 1024 x 1024", Thousands, () => Found(TensorPrimitives.Sum<float>(items))),
            new("view.Sum, whole", Thousands, () => Found(grid.Sum<float>()), null, 0, "TensorPrimitives.Sum, 1000 of 1024 x 1024"),
            new("view.Sum, transposed", Thousands, () => Found(turned.Sum<float>()), null, 1, "TensorPrimitives.Sum, 1000 of 1024 x 1024"),
            new("view.Sum, rows with a gap", Thousands, () => Found(gap.Sum<float>()), null, 1, "TensorPrimitives.Sum, 1000 of 1024 x 1024"),
            new("Tensor.Sum, rows with a gap", Thousands, () => Found(OfTensor(gap))),
            new("view.Sum, every second of both, 1000 of 512 x 512", Thousands / 4, () => Found(even.Sum<float>()), null, null, "TensorPrimitives.Sum, 1000 of 1024 x 1024"),
            new("Tensor.Sum, every second of both, 1000 of 512 x 512", Thousands / 4, () => Found(OfTensor(even))),
        ];
    }

    private static float OfTensor(MemoryView view)
    {
        using ReadOnlyTensorLease<float> lease = view.LeaseReadOnlyTensor<float>();
        return Tensor.Sum(lease.Span);
    }

    private static string? Found(float sum) => sum > 0 ? "found" : null;
}
