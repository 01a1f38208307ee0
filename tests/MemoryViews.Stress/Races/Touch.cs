using System;
using System.Buffers;

namespace MemoryViews.Stress.Races;

/// <summary>
/// One access of each kind, on a random part of a target. It finds the pattern and nothing else, or throws; what it found instead is returned.
/// Writers write the pattern again. Slices are released when the access is done, so that the loan goes back with the last.
/// </summary>
internal sealed class Touch(Random random)
{
    private const int Most = 2048;
    private const int Burst = 128;

    private readonly int[] _copy = new int[Most];

    /// <summary>The first item that is not the pattern; null when all are.</summary>
    /// <exception cref="ViewReleasedException">The target is over.</exception>
    public int? Do(AccessKind kind, Target target)
    {
        if (kind == AccessKind.Transpose)
        {
            return Transpose(target);
        }

        int length = random.Next(1, Math.Min(Most, target.Count) + 1), start = random.Next(target.Count - length + 1);
        bool isOwnSlice = target.Kind == MemoryKind.Resized || kind is not (AccessKind.Get or AccessKind.Set);
        if (!isOwnSlice)
        {
            return kind == AccessKind.Get ? Get(target.View, start, length, target) : Set(target.View, start, length, target);
        }

        using MemoryView part = target.View.Slice(start, length);
        return kind switch
        {
            AccessKind.Get => Get(part, 0, length, target),
            AccessKind.Set => Set(part, 0, length, target),
            AccessKind.Copy => Copy(part, target),
            AccessKind.Fill => Fill(part, target),
            AccessKind.Compare => Compare(part, target),
            AccessKind.Search => Search(part, target),
            _ => random.Next(2) == 0 ? Lease(part, target) : Export(part, target),
        };
    }

    private static int? Get(MemoryView view, int start, int length, Target target)
    {
        int step = Math.Max(1, length / Burst);
        for (int i = start; i < start + length; i += step)
        {
            int item = view.Get<int>(i);
            if (item != target.Pattern)
            {
                return item;
            }
        }

        return null;
    }

    private static int? Set(MemoryView view, int start, int length, Target target)
    {
        int step = Math.Max(1, length / Burst);
        for (int i = start; i < start + length; i += step)
        {
            view.Set(i, target.Pattern);
        }

        return null;
    }

    private int? Copy(MemoryView part, Target target)
    {
        Span<int> copy = _copy.AsSpan(0, (int)part.Length);
        part.CopyTo(copy);
        return Wrong(copy, target);
    }

    private static int? Fill(MemoryView part, Target target)
    {
        part.Fill(target.Pattern);
        return null;
    }

    private static int? Compare(MemoryView part, Target target)
    {
        nint length = part.Length;
        using MemoryView reference = Pattern.ReferenceOf(target.Pattern).Slice(0, length);
        nint at = part.FirstMismatch(reference);
        return at < 0 ? null : part.Get<int>(at);
    }

    // Zeros and poison are what must not be there; the count says that all else is the pattern.
    private static int? Search(MemoryView part, Target target)
    {
        nint length = part.Length;
        return part.IndexOf(0) >= 0 ? 0 : part.Count(target.Pattern) == length ? null : Pattern.Poison;
    }

    private int? Transpose(Target target)
    {
        int most = Most / Target.Columns, rows = Math.Min(most, target.Count / Target.Columns), first = random.Next((target.Count / Target.Columns) - rows + 1);
        using MemoryView part = target.Table[first..(first + rows)];
        using MemoryView turned = part.Transpose();
        Span<int> copy = _copy.AsSpan(0, rows * Target.Columns);
        turned.CopyTo(copy);
        return Wrong(copy, target);
    }

    // Under a lease memory stays, whoever closes it.
    private static int? Lease(MemoryView part, Target target)
    {
        using ReadOnlyLease lease = part.LeaseReadOnly();
        return Wrong(lease.Span<int>(), target);
    }

    private static unsafe int? Export(MemoryView part, Target target)
    {
        int length = (int)part.Length;
        using BufferExport export = part.GetBuffer(BufferRequest.FullReadOnly);
        using MemoryHandle pin = export.Pin();
        return Wrong(new ReadOnlySpan<int>(pin.Pointer, length), target);
    }

    private static int? Wrong(ReadOnlySpan<int> items, Target target)
    {
        int at = items.IndexOfAnyExcept(target.Pattern);
        return at < 0 ? null : items[at];
    }
}
