using System;

namespace MemoryViews.Stress.Fuzz;

/// <summary>
/// Memory under test: an exporter, the bytes the model says it has, and a way to look at the real ones that does not go through views. A new kind
/// of memory is one more method in <see cref="GroundKinds"/>.
/// </summary>
internal sealed class Ground : IDisposable
{
    public required string Name { get; init; }

    /// <summary>What the memory holds, as far as the model knows.</summary>
    public required byte[] Model { get; init; }

    /// <summary>Copies what it really holds.</summary>
    public required Action<byte[]> Look { get; init; }

    /// <summary>Takes a loan. Called several times, for views that know nothing of each other.</summary>
    public required Func<MemoryView> Open { get; init; }

    /// <summary>What a new view's items are, its shape, and where its items lie in C order.</summary>
    public required ItemModel Item { get; init; }

    public required int[] Shape { get; init; }

    public required int[] Places { get; init; }

    public bool IsReadOnly { get; init; }

    /// <summary>Whether items lie behind pointers, so that some operations are refused.</summary>
    public bool IsIndirect { get; init; }

    /// <summary>Whether views lend spans and addresses: not of files that are read through the system; it depends, where a file is open in two ways.</summary>
    public Verdict Addresses { get; init; } = Verdict.Succeeds;

    /// <summary>Resizes the exporter, which loans forbid; null where nothing can be resized.</summary>
    public Action? Resize { get; init; }

    /// <summary>Ends the memory's use; null where it cannot be ended.</summary>
    public Action? Close { get; init; }

    /// <summary>What is left to be checked and cleared up at the end.</summary>
    public Action? Free { get; init; }

    /// <summary>Compares the memory with the model; the first difference, or null.</summary>
    public string? Difference()
    {
        byte[] real = new byte[Model.Length];
        Look(real);
        int at = real.AsSpan().CommonPrefixLength(Model);
        return at == Model.Length ? null : $"byte {at} of {Name} is {real[at]:X2}, the model says {Model[at]:X2}";
    }

    public void Dispose() => Free?.Invoke();
}
