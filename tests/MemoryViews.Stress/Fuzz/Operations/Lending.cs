using System;
using System.Linq;

namespace MemoryViews.Stress.Fuzz;

/// <summary>Second holders, read-only views, copies in one run, buffers lent on; and the ends of all of them.</summary>
internal static class Lending
{
    public static void AsReadOnly(World world)
    {
        Window from = world.Any();
        Deriving.Make(world, from, ".AsReadOnly()", Verdict.Succeeds, from.View.AsReadOnly, () => (from.Shape, from.Places), isReadOnly: true);
    }

    public static void Share(World world)
    {
        Window from = world.Any();
        Again(world, from, ".Share()", from.View.Share(), null);
    }

    /// <summary>The buffer protocol on a view: refused by the request's rules, else a view of its own that keeps the first from being released.</summary>
    public static void Lend(World world)
    {
        Window from = world.Any();
        BufferRequest request = world.Chance.Of<BufferRequest>(
            [BufferRequest.Full, BufferRequest.FullReadOnly, BufferRequest.Records, BufferRequest.RecordsReadOnly, BufferRequest.CContiguous | BufferRequest.Format,
             BufferRequest.FContiguous | BufferRequest.Format, BufferRequest.AnyContiguous | BufferRequest.Format, BufferRequest.Nd | BufferRequest.Format]);
        bool? c = from.IsRun(false), f = from.IsRun(true);
        bool readOnly = request.HasFlag(BufferRequest.Writable) && from.IsReadOnly;
        bool? isRun = Has(request, BufferRequest.CContiguous) ? c : Has(request, BufferRequest.FContiguous) ? f
            : Has(request, BufferRequest.AnyContiguous) ? (c is null ? null : c.Value || f!.Value) : Has(request, BufferRequest.Strides) ? true : c;
        Verdict verdict = readOnly || isRun == false ? Verdict.Refused : isRun is null || from.IsIndirect || from.Ground.Addresses != Verdict.Succeeds ? Verdict.Either : Verdict.Succeeds;
        world.Say($"{world.Note}MemoryView.Over({from}.GetBuffer({request}))");
        MemoryView? made = null;
        if (World.Try(verdict, () => made = MemoryView.Over(from.View.GetBuffer(request))))
        {
            Again(world, from, $".GetBuffer({request})", made!, from);
        }
    }

    /// <summary>The view itself in one run, or a read-only copy.</summary>
    public static void AsContiguous(World world)
    {
        Window from = world.Any();
        bool fortran = world.Chance.OneIn(2);
        world.Say($"{world.Note}{from}.AsContiguous({(fortran ? "F" : "C")})");
        using MemoryView made = from.View.AsContiguous(fortran ? AxisOrder.F : AxisOrder.C);
        World.Check(fortran ? made.IsFContiguous : made.IsCContiguous, () => "it is not contiguous");
        World.Check(made.ToBytes().AsSpan().SequenceEqual(from.Bytes()) && Shapes.Same(made.Shape, from.Shape), () => "it has other items");
        World.Check(from.IsRun(fortran) is not { } isRun || made.IsReadOnly == (from.IsReadOnly || !isRun), () => $"read-only is {made.IsReadOnly}");
    }

    public static void Release(World world)
    {
        Window from = world.Any();
        world.Say($"{world.Note}{from}.Release(), with {from.Lent.Count} buffers lent so far");
        world.Release(from);
        World.Check(from.View.IsReleased == from.IsReleased, () => $"released is {from.View.IsReleased}");
    }

    public static void Dispose(World world)
    {
        if (world.Any(window => window.IsRoot) is not { } from)
        {
            return;
        }

        world.Say($"{world.Note}{from}.Dispose()");
        world.Dispose(from);
    }

    /// <summary>A dead view answers nothing, in one way.</summary>
    public static void UseDead(World world)
    {
        if (world.AnyDead() is not { } from)
        {
            return;
        }

        world.Say($"{world.Note}{from}, dead, is used");
        foreach (Action use in Uses(from.View))
        {
            ViewErrorCode code = ViewErrorCode.None;
            World.Try(Verdict.Refused, () => Coded(use, out code));
            World.Check(from.View.IsReleased, () => "it came back to life");
        }
    }

    /// <summary>Resizing an exporter is refused while anything of it is on loan.</summary>
    public static void Resize(World world)
    {
        if (world.Grounds.FirstOrDefault(ground => ground.Resize is not null) is not { } ground)
        {
            return;
        }

        int alive = world.Alive.Count(window => window.Ground == ground);
        world.Say($"{world.Note}{ground.Name} is resized with {alive} views alive");
        if (World.Try(alive > 0 ? Verdict.Refused : Verdict.Either, ground.Resize!))
        {
            world.Drop(ground);
        }
    }

    /// <summary>Closing memory: from then on every access is refused, and nothing is touched.</summary>
    public static void Close(World world)
    {
        if (!world.Chance.OneIn(8) || world.Grounds.FirstOrDefault(ground => ground.Close is not null) is not { } ground)
        {
            return;
        }

        world.Say($"{world.Note}{ground.Name} is closed, and its views are used");
        ground.Close!();
        foreach (Window window in world.Alive.Where(window => window.Ground == ground && window.Count > 0).ToArray())
        {
            World.Try(Verdict.Refused, () => window.View.ToBytes());
            World.Try(Verdict.Refused, () => window.View.CopyFromBytes(new byte[window.ByteLength]));
        }

        world.Drop(ground);
    }

    /// <summary>A collection at any time: memory moves under the views, and what was dropped is given back.</summary>
    public static void Collect(World world)
    {
        if (world.Chance.OneIn(20))
        {
            world.Say("a collection");
            GC.Collect(world.Chance.OneIn(30) ? 2 : 0, GCCollectionMode.Forced, blocking: true, compacting: true);
        }
    }

    private static void Again(World world, Window from, string call, MemoryView made, Window? lentBy)
    {
        string name = world.NextName();
        world.Say($"{world.Note}{name} = {from}{call}");
        Loan loan = new(from.Ground);
        (loan.Low, loan.High) = from.Hull();
        lentBy?.Lent.Add(loan);
        world.Add(new Window
        {
            Name = name,
            View = made,
            Loan = loan,
            Item = from.Item,
            Shape = from.Shape,
            Places = from.Places,
            IsReadOnly = from.IsReadOnly,
            IsRoot = true,
        });
    }

    private static Action[] Uses(MemoryView view) =>
    [
        () => _ = view.Shape.Length,
        () => view.ToBytes(),
        () => _ = view[..],
        () => view.Fill((byte)0),
        () => view.Get<byte>(),
        () => view.CopyTo(view),
        () => view.Share(),
        () => view.LeaseReadOnly().Dispose(),
        () => view.GetBuffer(BufferRequest.FullReadOnly),
    ];

    private static void Coded(Action use, out ViewErrorCode code)
    {
        code = ViewErrorCode.None;
        try
        {
            use();
        }
        catch (Exception exception) when (exception is IViewException known)
        {
            code = known.Code;
            ViewErrorCode given = code;
            World.Check(given == ViewErrorCode.Released, () => $"refused with {given}: {exception.Message}");
            throw;
        }
    }

    private static bool Has(BufferRequest request, BufferRequest flag) => (request & flag) == flag;
}
