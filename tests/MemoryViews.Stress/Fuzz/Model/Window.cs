using System;
using System.Collections.Generic;
using System.Linq;

namespace MemoryViews.Stress.Fuzz;

/// <summary>A loan: what dies together, and the bytes that layouts of one's own may be laid over.</summary>
internal sealed class Loan(Ground ground)
{
    public Ground Ground { get; } = ground;

    public bool HasEnded { get; set; }

    /// <summary>The bytes lent, [Low, High), as places in the ground; nothing when both are equal.</summary>
    public int Low { get; set; }

    public int High { get; set; }
}

/// <summary>
/// A view and what the model knows of it: the place of every item, one by one, in C order. No strides, no offsets: an operation on a view is a
/// choice of places.
/// </summary>
internal sealed class Window
{
    private bool? _isIndirect;

    public required string Name { get; init; }

    public required MemoryView View { get; init; }

    public required Loan Loan { get; init; }

    public required ItemModel Item { get; init; }

    public required int[] Shape { get; init; }

    /// <summary>Where each item starts in the ground's memory.</summary>
    public required int[] Places { get; init; }

    public required bool IsReadOnly { get; init; }

    /// <summary>Whether disposing it ends the loan.</summary>
    public bool IsRoot { get; init; }

    /// <summary>The loans of this view's own buffers.</summary>
    public List<Loan> Lent { get; } = [];

    public bool IsReleased { get; set; }

    public Ground Ground => Loan.Ground;

    /// <summary>Whether its items lie behind pointers still: an index on the axis of the pointers leaves them behind.</summary>
    public bool IsIndirect => _isIndirect ??= Ground.IsIndirect && View.Layout.IsIndirect;

    public bool IsDead => IsReleased || Loan.HasEnded;

    public int Count => Places.Length;

    public int ByteLength => Count * Item.Size;

    public int Rank => Shape.Length;

    /// <summary>The bytes of one item now.</summary>
    public ReadOnlySpan<byte> ItemBytes(int flat) => Ground.Model.AsSpan(Places[flat], Item.Size);

    public object? Value(int flat) => Item.Read(ItemBytes(flat));

    /// <summary>All items' bytes in C order.</summary>
    public byte[] Bytes() => BytesIn(Enumerable.Range(0, Count));

    /// <summary>All items' bytes, first axis fastest.</summary>
    public byte[] BytesInFortran() => BytesIn(FortranOrder());

    /// <summary>Whether the items lie one behind the other; null when there is none, where the rule is about strides.</summary>
    public bool? IsRun(bool fortran)
    {
        if (ByteLength == 0)
        {
            return null;
        }

        int[] order = fortran ? [.. FortranOrder()] : [.. Enumerable.Range(0, Count)];
        return !IsIndirect && order.Select((flat, i) => Places[flat] == Places[0] + (i * Item.Size)).All(next => next);
    }

    /// <summary>Whether two items share a byte.</summary>
    public bool OverlapsItself()
    {
        HashSet<int> taken = [];
        return Places.Any(place => Enumerable.Range(place, Item.Size).Any(at => !taken.Add(at)));
    }

    /// <summary>The bytes from the first one touched to the last, as places.</summary>
    public (int Low, int High) Hull() => ByteLength == 0 ? (0, 0) : (Places.Min(), Places.Max() + Item.Size);

    /// <summary>
    /// Whether it can be released: not while a view over one of its buffers lives. A buffer whose known views were all released may still be held by a
    /// temporary view that nobody disposed.
    /// </summary>
    public Verdict Releasing(IEnumerable<Window> alive)
    {
        Loan[] open = [.. Lent.Where(loan => !loan.HasEnded)];
        return open.Length == 0 ? Verdict.Succeeds : alive.Any(window => open.Contains(window.Loan)) ? Verdict.Refused : Verdict.Either;
    }

    public override string ToString() => $"{Name}<{Item.Text}>{Shapes.Show(Shape)}{(IsReadOnly ? " read-only" : "")}";

    public IEnumerable<int> FortranOrder()
    {
        int[] turned = [.. Shape.Reverse()];
        return Shapes.Map(turned, index => Shapes.Flat([.. index.Reverse()], Shape));
    }

    private byte[] BytesIn(IEnumerable<int> order)
    {
        byte[] bytes = new byte[ByteLength];
        int at = 0;
        foreach (int flat in order)
        {
            ItemBytes(flat).CopyTo(bytes.AsSpan(at));
            at += Item.Size;
        }

        return bytes;
    }
}
